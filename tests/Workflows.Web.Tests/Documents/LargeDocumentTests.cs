using System.Net;
using System.Net.Http.Headers;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Documents;

/// <summary>Tests beside which no other runs: they measure what the whole process does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>How much memory the largest document takes.</summary>
[Collection(nameof(Alone))]
public sealed class LargeDocumentTests(WaitingForReport shared) : IClassFixture<WaitingForReport>
{
    private const long Limit = 100L * 1024 * 1024;

    [Fact]
    public async Task A_hundred_megabytes_pass_through_without_filling_the_memory_and_one_byte_more_is_refused()
    {
        // Warm: what is allocated once for all is not the document's.
        await shared.PutAsync(ReviewSetup.File([1]));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (status, body) = await shared.PutAsync(Streamed(Limit, announced: true));
        var taken = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(status == HttpStatusCode.Created, body.ToString());
        Assert.True(taken < Limit / 2, $"{taken} bytes were allocated for a document of {Limit}.");

        foreach (var announced in new[] { true, false })
        {
            var (refused, problem) = await shared.PutAsync(Streamed(Limit + 1, announced));
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "size-limit"), (refused, problem.Rule()));
        }
    }

    private static StreamContent Streamed(long size, bool announced)
    {
        var content = new StreamContent(new Zeros(size), 64 * 1024);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Headers.ContentLength = announced ? size : null;
        return content;
    }
}
