using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Local.Simulation;
using Workflows.Process.Calendar;
using Workflows.Process.Definitions;

namespace Workflows.Local.Verbs;

/// <summary>Prints a whole review as a timeline, on a virtual clock.</summary>
internal static class SimulateVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // For a console or a file; nothing of it is put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var process = new Argument<string>("process") { Description = "The process, such as lcspr, or one version of it, lcspr@2023.1." };
        var late = new Option<string?>("--late") { Description = "The identifier of a step that is done too late." };
        var json = new Option<bool>("--json") { Description = "Print the timeline as JSON." };
        var start = new Option<string?>("--start") { Description = "The day of opening, as 2026-04-13; the first on which the version applies, unless given." };
        var calendar = CalendarFile.Option();
        var verb = new Command("simulate", "Carries a review from its opening to its end on a virtual clock, and prints a timeline.")
        {
            process, late, json, start, calendar,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var definition = Find(parsed.GetRequiredValue(process));
            var step = parsed.GetValue(late);
            CheckStep(definition, step);
            var days = CalendarFile.Read(parsed.GetValue(calendar));
            var day = Day(parsed.GetValue(start)) ?? FirstDay(definition, days);
            var output = parsed.InvocationConfiguration.Output;
            try
            {
                var lines = await SimulatedReview.RunAsync(definition, day, step, parsed.GetValue(calendar), stop);
                if (parsed.GetValue(json))
                {
                    await output.WriteLineAsync(JsonSerializer.Serialize(lines, Json));
                    return ExitCode.Done;
                }

                await output.WriteLineAsync($"{definition.Title} ({definition.Key}), simulated");
                await output.WriteLineAsync(step is null
                    ? "Everybody does their work in half the time they have."
                    : $"Everybody does their work in half the time they have, but '{step}' is late.");
                TimelineText.Write(output, lines);
                return ExitCode.Done;
            }
            catch (SimulationException problem)
            {
                throw new VerbException(ExitCode.Found, problem.Message);
            }
        });
        return verb;
    }

    private static ProcessDefinition Find(string key) => ProcessCatalogue.Shipped.Find(key)
        ?? throw new VerbException(
            ExitCode.Usage, $"There is no process '{key}'. There are: {string.Join(", ", ProcessCatalogue.Shipped.Keys)}.");

    private static void CheckStep(ProcessDefinition definition, string? step)
    {
        var steps = definition.Items.Where(item => item is ApprovalDefinition || (item.By.Count > 0 && item is not RegisterDefinition)).ToArray();
        if (step is not null && steps.All(item => item.Id != step))
        {
            throw new VerbException(
                ExitCode.Usage,
                $"{definition.Key} has no step '{step}'. Its steps are: {string.Join(", ", steps.Select(item => item.Id))}.");
        }
    }

    private static DateOnly? Day(string? text) => text switch
    {
        null => null,
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && WorkingCalendar.Covers(day) => day,
        _ => throw new VerbException(ExitCode.Usage, "--start wants a day, such as 2026-04-13."),
    };

    private static DateOnly FirstDay(ProcessDefinition definition, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(definition.Effective.From)
            ? definition.Effective.From
            : calendar.After(definition.Effective.From, Budget.WorkingDays(1));
}
