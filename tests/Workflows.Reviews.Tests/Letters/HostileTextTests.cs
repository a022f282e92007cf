using System.Net;
using System.Text.RegularExpressions;
using Workflows.Process.Journal;
using Workflows.Process.State;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Tests.Letters;

/// <summary>References and titles that try to break out of the line, the header or the page that they stand in.</summary>
public partial class HostileTextTests
{
    private const string Hostile =
        "A\r\nBcc: x@y.example\u2028<script>alert(1)</script><img src=https://z.example onerror='a'>\"&amp;\u202E\u0000\ud800 ends";

    [Fact]
    public void A_subject_stays_on_one_line_and_within_its_length()
    {
        var subject = WithHostileWords().Subject;
        Assert.DoesNotContain(subject, char.IsControl);
        Assert.DoesNotContain('\u2028', subject);
        Assert.DoesNotContain('\u202E', subject);
        Assert.True(subject.Length <= 150, subject);
        Assert.StartsWith("[A Bcc: x@y.example <script>", subject, StringComparison.Ordinal);
        Assert.EndsWith(" – please do this by 14 April 2026", subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_words_is_shown_and_not_followed()
    {
        var html = WithHostileWords().Html;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&amp;amp;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_break_in_a_reference_adds_no_line_to_the_text_or_the_calendar()
    {
        var (plain, hostile) = (Story.Opened("2026-04-07T09:00Z").Letter(LetterKind.Request, "authority.partner"), WithHostileWords());
        Assert.Equal(plain.Text.Count(letter => letter == '\n'), hostile.Text.Count(letter => letter == '\n'));
        Assert.DoesNotContain("\nBcc", hostile.Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_fetches_nothing_and_says_what_the_text_says()
    {
        var letter = Story.Opened("2026-04-07T09:00Z").Letter(LetterKind.Request, "authority.partner");
        Assert.DoesNotContain("src=", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([Story.Link.AbsoluteUri], Addresses().Matches(letter.Html).Select(match => match.Value).Distinct());

        var body = letter.Html[letter.Html.IndexOf("<body", StringComparison.Ordinal)..];
        Assert.Equal(Words(letter.Text), Words(WebUtility.HtmlDecode(Tags().Replace(body, " "))));
    }

    [Fact]
    public void An_address_or_name_of_the_service_that_cannot_be_right_is_refused()
    {
        Assert.All(
            ["/relative", "ftp://a.example", "https://a.example/?q=1", "https://a.example/#x", "https://user@a.example"],
            address => Assert.Throws<ArgumentException>(() => new LetterOptions { PublicAddress = new Uri(address, UriKind.RelativeOrAbsolute), ServiceName = "S" }));
        Assert.All(
            ["", "two\nlines", new string('x', 101)],
            name => Assert.Throws<ArgumentException>(() => new LetterOptions { PublicAddress = new Uri("https://a.example"), ServiceName = name }));
    }

    private static OutgoingLetter WithHostileWords()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        story.State = story.State with { Reference = Hostile };
        story.Definition = story.Definition with
        {
            Title = Hostile,
            Stages = [.. story.Definition.Stages.Select(stage => stage with
            {
                Items = [.. stage.Items.Select(item => item.Id == "notification" ? item with { Title = Hostile + Hostile } : item)],
            })],
        };
        Assert.Equal(ReviewStatus.Open, story.State.Status);
        return story.Letter(LetterKind.Request, "authority.partner");
    }

    private static string[] Words(string text) => [.. Spaces().Split(text).Where(word => word.Trim('=', '-').Length > 0)];

    [GeneratedRegex("https?://[^\"<\\s]+", RegexOptions.None, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
