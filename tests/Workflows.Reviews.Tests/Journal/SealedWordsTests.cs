using System.Text;
using System.Text.Json;
using Workflows.Process.Journal;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Tests.Journal;

/// <summary>What people typed is not in a stored line, opens with the review's key, and is gone with it; the chain holds either way.</summary>
public sealed class SealedWordsTests
{
    private const string Typed = "Ottilie’s school, “St Swithun’s” – é 🧒🏽 \\ \" ,\"seal\":\"";
    private static readonly ReviewId s_review = ReviewId.From("sealed words");
    private static readonly JournalCodec s_codec = new(new AuditKey(new byte[32]));
    private readonly WordsKey _key = WordsKey.New();

    [Fact]
    public void What_was_typed_is_read_again_with_the_key()
    {
        Assert.Equal([.. Entries().Select(Json)], [.. Read(Write(), _key).Select(Json)]);
    }

    [Fact]
    public void Nothing_that_was_typed_is_in_a_stored_line()
    {
        var stored = string.Concat(Write().Select(line => Encoding.UTF8.GetString(line.Utf8.Span)));

        Assert.DoesNotContain("Ottilie", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Swithun", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("report-on-", stored, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"commission\"", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_key_the_chain_holds_and_words_read_as_destroyed()
    {
        var entries = Read(Write(), words: null);

        Assert.Equal("[destroyed]", Assert.IsType<DecisionMade>(entries[0].Event).Rationale?.Text);
        Assert.Equal("commission", ((DecisionMade)entries[0].Event).Outcome);
        Assert.Equal("[destroyed]", ((DecisionMade)entries[0].Event).Texts["why"].Text);
        Assert.Equal("[destroyed]", Assert.IsType<DocumentStored>(entries[1].Event).FileName.Text);
    }

    [Fact]
    public void Another_key_opens_nothing_and_harms_nothing() =>
        Assert.Equal("[destroyed]", ((DecisionMade)Read(Write(), WordsKey.New())[0].Event).Rationale?.Text);

    [Fact]
    public void The_same_words_never_look_the_same()
    {
        var lines = Enumerable.Range(0, 50).Select(_ => Encoding.UTF8.GetString(Write()[0].Utf8.Span)).ToHashSet();

        Assert.Equal(50, lines.Count);
    }

    [Fact]
    public void A_line_of_an_earlier_release_with_plain_words_is_read_as_it_is()
    {
        var body = $$"""{"review":"{{s_review}}","sequence":1,"at":"2026-01-05T09:00:00.0000000Z","by":{"user":"a","role":"b"},"event":{"type":"approvalRejected","item":"sign-off","role":"b","reason":"Too long"}""";
        var seal = new AuditKey(new byte[32]).Seal(string.Empty, Encoding.UTF8.GetBytes(body));
        var line = new JournalLine(1, Encoding.UTF8.GetBytes($$"""{{body}},"seal":"{{seal}}"}"""));

        Assert.All([null, _key], key => Assert.Equal("Too long", ((ApprovalRejected)Read([line], key)[0].Event).Reason.Text));
    }

    [Fact]
    public void Words_moved_to_another_review_do_not_open()
    {
        var seal = string.Empty;
        var other = ReviewId.New();
        var stolen = s_codec.Write(s_review, Entries(), ref seal, _key)[0];
        var text = Encoding.UTF8.GetString(stolen.Utf8.Span).Replace(s_review.Value, other.Value, StringComparison.Ordinal);
        var body = text[..text.LastIndexOf(",\"seal\":\"", StringComparison.Ordinal)];
        var forged = $$"""{{body}},"seal":"{{new AuditKey(new byte[32]).Seal(string.Empty, Encoding.UTF8.GetBytes(body))}}"}""";
        var before = string.Empty;

        var damage = Assert.Throws<JournalDamagedException>(
            () => s_codec.Read(other, new JournalLine(1, Encoding.UTF8.GetBytes(forged)), ref before, _key));
        Assert.Equal(1, damage.Sequence);
    }

    [Fact]
    public void The_key_comes_back_from_its_paper()
    {
        var again = WordsKey.Of(_key.ToPaper().Bytes.Span);

        Assert.Equal(_key.Id, again.Id);
        Assert.Equal(Typed, ((DecisionMade)Read(Write(), again)[0].Event).Rationale?.Text);
        Assert.Throws<InvalidDataException>(() => WordsKey.Of(new byte[33]));
    }

    [Fact]
    public void A_shown_line_has_the_words_as_text()
    {
        var seal = string.Empty;
        var entry = s_codec.Read(s_review, Write()[0], ref seal, _key);

        using var shown = JsonDocument.Parse(JournalCodec.Show(s_review, entry, seal));

        Assert.Equal(Typed, shown.RootElement.GetProperty("event").GetProperty("rationale").GetString());
        Assert.Equal(43, shown.RootElement.GetProperty("seal").GetString()!.Length);
    }

    private static List<JournalEntry> Entries()
    {
        var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var by = new Actor("business.manager", "business-manager");
        return
        [
            new(1, at, by, "k", "f", new DecisionMade(
                "next-step", "commission", new DateOnly(2026, 1, 5), new Words(Typed), new Dictionary<string, string>(),
                new Dictionary<string, Words> { ["why"] = new(Typed) }, Go: null)),
            new(2, at, by, null, null, new DocumentStored(
                "report", 1, new string('a', 64), 10, "text/plain", new Words($"report-on-{Typed}.txt"), new DateOnly(2026, 1, 5))),
            new(3, at, Actor.Engine, null, null, new ReviewClosed()),
        ];
    }

    private IReadOnlyList<JournalLine> Write()
    {
        var seal = string.Empty;
        return s_codec.Write(s_review, Entries(), ref seal, _key);
    }

    private static List<JournalEntry> Read(IReadOnlyList<JournalLine> lines, WordsKey? words)
    {
        var seal = string.Empty;
        return [.. lines.Select(line => s_codec.Read(s_review, line, ref seal, words))];
    }

    private static string Json(JournalEntry entry) => Encoding.UTF8.GetString(JournalCodec.Show(s_review, entry, string.Empty));
}
