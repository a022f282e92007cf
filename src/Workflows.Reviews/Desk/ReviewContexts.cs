using Workflows.Process.Calendar;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Desk;

/// <summary>Brings together what deciding may know: the definition, the calendar, the clock, the people.</summary>
public sealed class ReviewContexts(
    DirectorySource directory, CalendarSource calendar, TimeProvider clock, ReviewContextOptions options,
    ProcessCatalogue catalogue)
{
    /// <summary>The context at this moment.</summary>
    /// <param name="definition">The definition under which the review runs.</param>
    /// <param name="partnership">Identifier of its partnership.</param>
    public ReviewContext For(ProcessDefinition definition, string partnership)
    {
        var now = clock.GetUtcNow();
        return new ReviewContext
        {
            Definition = definition,
            Catalogue = catalogue,
            Calendar = calendar.Current,
            Now = now,
            Roster = directory.Current.RosterOf(partnership, LondonTime.DateOf(now)),
            AttemptLease = options.AttemptLease,
        };
    }
}

/// <summary>How deciding is set up.</summary>
/// <param name="AttemptLease">How long nobody else tries a letter after an attempt began.</param>
public sealed record ReviewContextOptions(TimeSpan AttemptLease);
