using Ical.Net;
using Workflows.Process.Journal;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Tests.Letters;

public class CalendarAttachmentTests
{
    [Fact]
    public void It_holds_one_entry_for_the_whole_due_day_without_a_time_zone()
    {
        var letter = Story.Opened("2026-04-07T09:00Z").Letter(LetterKind.Request, "authority.partner");
        var calendar = Calendar.Load(letter.Calendar!)!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal("PUBLISH", calendar.Method);
        Assert.True(entry.IsAllDay);
        Assert.Equal(new DateOnly(2026, 4, 14), entry.DtStart!.Date);
        Assert.Null(entry.DtStart.TzId);
        Assert.Contains("DTSTART;VALUE=DATE:20260414", letter.Calendar, StringComparison.Ordinal);
        Assert.Equal("[FERN-2026-01] Send the serious incident notification – due", entry.Summary);
        Assert.Equal(Story.Options.PublicAddress + $"reviews/{Story.Review}", entry.Url!.ToString());
        Assert.Empty(entry.Attendees);
        Assert.Null(entry.Organizer);
        Assert.Null(entry.Description);
    }

    [Fact]
    public void A_later_letter_about_the_same_limit_replaces_the_entry()
    {
        var story = Story.Opened("2026-04-07T09:00Z");
        var first = EntryOf(story.Letter(LetterKind.Request, "authority.partner"));
        var second = EntryOf(story.At("2026-04-09T08:00Z").Letter(LetterKind.Reminder, "authority.partner"));
        Assert.Equal(first.Uid, second.Uid);
        Assert.True(second.Sequence > first.Sequence, $"{second.Sequence} after {first.Sequence}");
    }

    [Fact]
    public void What_is_overdue_is_put_in_nobodys_calendar() =>
        Assert.Null(Story.Opened("2026-04-07T09:00Z").At("2026-04-21T08:00Z").Letter(LetterKind.Reminder, "police.partner").Calendar);

    [Fact]
    public void A_notice_has_no_entry() =>
        Assert.Null(Story.Opened("2026-04-07T09:00Z").Letter(LetterKind.Notice, "health.partner").Calendar);

    [Theory]
    [InlineData("2026-03-20T09:00Z", "Friday 27 March 2026", 27)]
    [InlineData("2026-03-23T09:00Z", "Monday 30 March 2026", 30)]
    [InlineData("2026-03-22T23:30Z", "Friday 27 March 2026", 27)]
    public void Days_around_the_change_of_the_clocks_stay_the_same_days(string opened, string day, int due)
    {
        var letter = Story.Opened(opened).Letter(LetterKind.Request, "authority.partner");
        Assert.Contains($"by the end of {day}", letter.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, due), EntryOf(letter).DtStart!.Date);
    }

    [Theory]
    [InlineData("2026-04-14T22:59Z", "It is due today")]
    [InlineData("2026-04-14T23:01Z", "1 working day overdue")]
    public void Today_ends_at_midnight_in_London_also_in_summer(string now, string says)
    {
        var story = Story.Opened("2026-04-07T09:00Z").At("2026-04-14T08:00Z");
        story.MoveTo(now);
        Assert.Contains(says, story.Letter(LetterKind.Reminder, "authority.partner").Text, StringComparison.Ordinal);
    }

    private static Ical.Net.CalendarComponents.CalendarEvent EntryOf(OutgoingLetter letter) =>
        Assert.Single(Calendar.Load(letter.Calendar!)!.Events);
}
