using Workflows.Reviews.Ports;

namespace Workflows.Durability.Tests.Simulation;

/// <summary>Days that are proclaimed, and how the programs come to know of them.</summary>
internal sealed partial class World
{
    private Task ProclaimAsync()
    {
        _calendars.Proclaim(Today.AddDays(_random.Next(1, 60)));
        After(TimeSpan.FromSeconds(10), LookAtCalendarAsync);
        return Task.CompletedTask;
    }

    private async Task LookAtCalendarAsync()
    {
        try
        {
            _calendarSeen = await Host().Calendar.LookAsync(_calendarSeen, default);
        }
        catch (StoreUnavailableException)
        {
            After(TimeSpan.FromSeconds(5), LookAtCalendarAsync);
        }
        catch (ProgramEnded)
        {
            Restart();
            After(TimeSpan.FromSeconds(5), LookAtCalendarAsync);
        }

        LookAtAll();
    }
}
