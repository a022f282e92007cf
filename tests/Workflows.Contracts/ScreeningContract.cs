using System.Text;
using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Screening;

namespace Workflows.Contracts;

/// <summary>What the identifying-details screen must do on every store: screened by a wake, once, kept apart, and gone in the end.</summary>
public abstract class ScreeningContract : PortContract
{
    private static readonly CancellationToken s_go = CancellationToken.None;
    private static readonly Caller s_manager = new("business.manager", ["manager"]);
    private static readonly ListEntry[] s_list = [new(ListKind.Person, "Zebedee Quillfeather", ["Zebby"])];

    [Fact]
    public async Task A_version_is_screened_by_the_wake_after_it_and_found_passages_stand_among_the_private_papers_only()
    {
        await using var host = new ScreeningHost(Place);
        var review = await host.OpenAsync(s_manager);
        await host.StoreAsync(review, s_manager, "We spoke to Zebedee Quillfeather, NHS number 943 476 5919.\nNobody else was there.");

        await host.WakeAsync(review);

        var file = await host.ReadAsync(review);
        var screening = file.State.Screening.Documents["report"];
        Assert.Equal(["nhs-number"], screening.Findings.Select(finding => finding.Kind));
        Assert.Contains("943 476 5919", Assert.Single(await host.Lists.FindingsAsync(file, screening, s_go)).Matched);
        var journal = string.Concat((await Place.Journal.ReadAsync(review, 0, s_go)).Select(line => Encoding.UTF8.GetString(line.Utf8.Span)));

        // No part of what was written. In identifiers and seals the same digits stand by chance: only a word of its own counts.
        Assert.DoesNotMatch("(?<![0-9A-Za-z_-])(943|476|5919|9434765919|Zebedee|Quillfeather)(?![0-9A-Za-z_-])", journal);
        Assert.False(screening.IsClear);
    }

    [Fact]
    public async Task With_the_list_names_are_found_and_the_list_comes_back_whole_to_whoever_may_read_it()
    {
        await using var host = new ScreeningHost(Place);
        var review = await host.OpenAsync(s_manager);
        await host.StoreAsync(review, s_manager, "It was Zebby who called. Zebedee was at home.");
        await host.WakeAsync(review);
        Assert.True((await host.ReadAsync(review)).State.Screening.Documents["report"].IsClear);

        Assert.IsType<CommandAnswer.Done>(await host.Lists.GiveAsync(await host.ReadAsync(review), s_list, s_manager, key: null, expected: null, s_go));
        await host.WakeAsync(review);

        var file = await host.ReadAsync(review);
        Assert.Equal(["name", "name"], file.State.Screening.Documents["report"].Findings.Select(finding => finding.Kind));
        var read = Assert.Single((await host.Lists.ReadAsync(file, s_go))!);
        Assert.Equal(("Zebedee Quillfeather", "Zebby"), (read.Text, read.Variants.Single()));
    }

    [Fact]
    public async Task A_list_in_place_of_another_destroys_that_and_one_that_is_refused_leaves_nothing()
    {
        await using var host = new ScreeningHost(Place);
        var review = await host.OpenAsync(s_manager);
        foreach (var surname in new[] { "Quillfeather", "Quillpen" })
        {
            await host.Lists.GiveAsync(await host.ReadAsync(review), [new(ListKind.Person, $"Zebedee {surname}", [])], s_manager, key: null, expected: null, s_go);
        }

        Assert.IsType<CommandAnswer.Refused>(await host.Lists.GiveAsync(
            await host.ReadAsync(review), s_list, new Caller("somebody", ["partner"]), key: null, expected: null, s_go));
        Assert.IsType<CommandAnswer.Refused>(await host.Lists.GiveAsync(await host.ReadAsync(review), s_list, s_manager, key: null, expected: 1, s_go));

        var file = await host.ReadAsync(review);
        Assert.Equal([file.State.Screening.List!.Paper], (await Place.Papers.NamesAsync(review, s_go)).Where(name => name.StartsWith("case-list-", StringComparison.Ordinal)));
        Assert.Equal("Zebedee Quillpen", (await host.Lists.ReadAsync(file, s_go))![0].Text);
        Assert.Equal(2, file.State.Screening.Edition);
    }

    [Fact]
    public async Task What_a_crash_cut_off_is_screened_once_more_by_another_host_with_the_same_result()
    {
        await using var first = new ScreeningHost(Place);
        var review = await first.OpenAsync(s_manager);
        await first.StoreAsync(review, s_manager, "NHS number 943 476 5919, and postcode LS1 4AP.");
        await first.Desk.HandleAsync(review, new BeginScreening("report"), caller: null, key: null, s_go);
        await Place.Papers.PutAsync(review, "screening-found-half", "[]"u8.ToArray(), s_go);

        await using var second = new ScreeningHost(Place);
        await second.WakeAsync(review);

        var screening = (await second.ReadAsync(review)).State.Screening.Documents["report"];
        Assert.Equal((2, 2), (screening.Attempts, screening.Findings.Count));
        await second.WakeAsync(review);
        Assert.Equal(2, (await second.ReadAsync(review)).State.Screening.Documents["report"].Attempts);
    }

    [Fact]
    public async Task A_document_that_ends_the_program_each_time_is_given_to_a_person()
    {
        await using var host = new ScreeningHost(Place);
        var review = await host.OpenAsync(s_manager);
        await host.StoreAsync(review, s_manager, "Nothing in it.");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await host.Desk.HandleAsync(review, new BeginScreening("report"), caller: null, key: null, s_go);
        }

        await host.WakeAsync(review);

        var screening = (await host.ReadAsync(review)).State.Screening.Documents["report"];
        Assert.Equal(["unread-given-up"], screening.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public async Task A_passage_keeps_its_answer_in_the_next_version_though_something_beside_it_went()
    {
        await using var host = new ScreeningHost(Place);
        var review = await host.OpenAsync(s_manager);
        const string sentence = "The family moved in the spring of that year to the large estate near the old mill at LS1 4AP";
        await host.StoreAsync(review, s_manager, $"{sentence}, call 0113 496 0123.");
        await host.WakeAsync(review);
        var first = (await host.ReadAsync(review)).State.Screening.Documents["report"];
        var postcode = first.Findings.Single(finding => finding.Kind == "postcode");
        await host.Desk.HandleAsync(review, new AnswerFindings("report", [postcode.Id], Keep: true, "A shopping street."), s_manager, key: null, s_go);
        await host.Desk.HandleAsync(
            review, new AnswerFindings("report", [first.Findings.Single(finding => finding.Kind == "phone").Id], Keep: false, "A number."), s_manager, key: null, s_go);

        await host.StoreAsync(review, s_manager, $"{sentence}. On 3 May 2024 they left.");
        await host.WakeAsync(review);

        var second = (await host.ReadAsync(review)).State.Screening.Documents["report"];
        Assert.Equal(["date"], second.Open.Select(finding => finding.Kind));
        Assert.Contains(postcode.Id, second.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public async Task When_the_review_has_ended_every_paper_of_the_screen_is_destroyed_and_certified()
    {
        await using var host = new ScreeningHost(Place);
        var review = await host.OpenAsync(s_manager);
        await host.StoreAsync(review, s_manager, "We spoke to Zebedee Quillfeather.");
        await host.Lists.GiveAsync(await host.ReadAsync(review), s_list, s_manager, key: null, expected: null, s_go);
        await host.WakeAsync(review);
        Assert.Equal(3, (await Place.Papers.NamesAsync(review, s_go)).Count(name => name != "words-key"));

        await host.Desk.HandleAsync(review, new WithdrawReview("The criteria are not met."), s_manager, key: null, s_go);
        await host.WakeAsync(review);

        var file = await host.ReadAsync(review);
        Assert.Equal(["words-key"], await Place.Papers.NamesAsync(review, s_go));
        Assert.NotNull(file.State.Screening.DestroyedAt);
        Assert.Null(await host.Lists.ReadAsync(file, s_go));
        Assert.Null((await Place.Index.FindAsync(review, s_go))!.NextWakeAt);
    }
}
