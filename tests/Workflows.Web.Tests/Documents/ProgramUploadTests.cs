using System.Net;
using System.Text;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Documents;

public sealed class ProgramUploadTests(WaitingForReport shared) : IClassFixture<WaitingForReport>
{
    [Theory]
    [InlineData("MZ\u0090 a program for Windows")]
    [InlineData("\u007FELF a program for Linux")]
    [InlineData("#!/bin/sh")]
    public async Task A_program_is_no_document_whatever_it_calls_itself(string content)
    {
        var review = shared.Address[..shared.Address.IndexOf("/documents", StringComparison.Ordinal)];
        var before = await shared.Service.ReadAsync(review);

        using var answer = await shared.Service.As("manager").PutAsync(
            shared.Address, ReviewSetup.File(Encoding.Latin1.GetBytes(content), "attachment; filename=report.pdf"));
        var problem = await answer.ProblemAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("document-is-no-program", problem.Rule());
        Assert.Equal(before.GetProperty("version").GetInt64(), (await shared.Service.ReadAsync(review)).GetProperty("version").GetInt64());
    }
}
