using Workflows.Web.Tests.Learning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Screening;

/// <summary>What the list names and the screen finds stands in no journal, letter, log or index; after the review's end it stands nowhere.</summary>
public sealed class NothingPersonalTests
{
    private const string Name = "Quillfeather";

    [Fact]
    public async Task Names_and_passages_are_in_no_journal_letter_log_or_summary_and_in_no_byte_once_the_review_has_ended()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.UntilReportAsync();
        using var given = await service.GiveListAsync(review, "manager", new { kind = "person", text = $"Zebedee {Name}" });
        given.EnsureSuccessStatusCode();
        var screened = await service.ReportAsync(review, "Nobody is named here: Zebedee came, NHS number 943 476 5919.");
        Assert.Equal(["name", "nhs-number"], screened.OpenKinds().Order());
        await service.DoAsync("manager", $"{review}/screening/report/answers", new { answer = "keep", findings = screened.OpenFindings().Ids(), reason = "An invented child." });
        Assert.NotEmpty(service.InFolder(Name));

        string[] told =
        [
            await service.As("manager").GetStringAsync($"{review}/journal"), await service.As("manager").GetStringAsync($"{review}/journal?stored=true"),
            await service.As("manager").GetStringAsync(review), await service.As("manager").GetStringAsync("/api/reviews"),
            .. service.Mail.Sent.Select(letter => $"{letter.Subject} {letter.Text} {letter.Html} {letter.Calendar}"), .. service.Logs.Lines.Select(line => line.Text),
        ];
        Assert.All(told, text => Assert.DoesNotContain(Name, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(told, text => Assert.DoesNotContain("943 476", text, StringComparison.Ordinal));

        await service.DoAsync("manager", $"{review}/withdrawal", new { reason = "The criteria are not met." });
        await service.WakeAsync();

        Assert.Empty(service.InFolder(Name));
        Assert.Contains("screeningPapersDestroyed", await service.As("manager").GetStringAsync($"{review}/journal"), StringComparison.Ordinal);
        var list = await service.ReadAsync($"{review}/screening/list");
        Assert.Empty(list.GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task Who_looks_at_the_list_or_the_passages_is_on_record_before_they_see_them()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        await service.ReadAsync($"{review}/screening/list");
        await service.ReadAsync($"{review}/screening", "reviewer");

        var looks = (await service.ReadAsync($"{review}/looks")).GetProperty("looks").EnumerateArray()
            .Select(look => $"{look.GetProperty("user").GetString()} {look.GetProperty("what").GetString()}").ToArray();

        Assert.Contains("manager screening list", looks);
        Assert.Contains("reviewer screening", looks);
    }
}
