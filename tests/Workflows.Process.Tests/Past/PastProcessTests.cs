using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Process.Journal;
using Workflows.Process.Past;
using Workflows.Process.State;

namespace Workflows.Process.Tests.Past;

/// <summary>Every process can be recorded afterwards, however little is known.</summary>
public sealed class PastProcessTests
{
    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_shipped_process_can_be_recorded_with_nothing_but_its_opening_and_its_end(string key)
    {
        var definition = ProcessCatalogue.Shipped.Find(key)!;
        var opened = definition.Effective.From.AddDays(10);
        var now = LondonTime.At(opened.AddYears(2), new TimeOnly(9, 0));
        var past = new PastReview
        {
            Partnership = "fernshire", Reference = "OLD-1", OpenedOn = opened, Settings = new Dictionary<string, string>(),
            Facts = definition.Facts.Where(fact => fact.Required).ToDictionary(fact => fact.Name, fact => fact.Type switch
            {
                FactType.Date => $"{opened:yyyy-MM-dd}",
                FactType.Boolean => new FactInput("true", FactInputKind.Boolean),
                FactType.Choice => fact.Options[0].Id,
                _ => new FactInput("Education", FactInputKind.Text),
            }),
            Steps = [],
            Ending = new PastEnding(ReviewEnding.Closed, opened.AddDays(300), Reason: null),
        };
        var reading = PastRecording.Read(past, new ReviewContext
        {
            Definition = definition, Calendar = WorkingCalendar.Shipped, Now = now, Roster = Roster.Empty, Import = new ImportMark(now, "the.clerk"),
        });
        Assert.Empty(reading.Problems);
        Assert.Equal(ReviewStatus.Closed, reading.After.Status);
        Assert.Equal(reading.After.Sequence, Evolve.Fold(reading.Entries).Sequence);
    }

    public static TheoryData<string> Keys => [.. ProcessCatalogue.Shipped.Keys];
}
