using Workflows.Contracts;
using Workflows.Reviews.Ports;

namespace Workflows.Sqlite.Tests;

/// <summary>Letters to send in tests.</summary>
internal static class Letters
{
    public static OutgoingLetter Reminder(string key) => new()
    {
        Key = key,
        Review = ReviewId.New(),
        Kind = "reminder",
        To = ["f.marsh@example.org", "o.lane@example.org"],
        Subject = "EX-2026-001: due on 26 January 2026",
        Text = Sample.Hostile,
        Html = "<p>Due</p>",
        Calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        Attempt = 1,
    };
}
