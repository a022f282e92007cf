using System.Globalization;
using Workflows.Process.Calendar;
using Workflows.Reviews.Directory;

namespace Workflows.Local.Hosting;

/// <summary>What the console says when the program is ready: where to go, and what to try.</summary>
internal static class Welcome
{
    private const string Opener = "business-manager";

    /// <summary>Says it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="facts">What it is about.</param>
    public static void Write(TextWriter output, WelcomeFacts facts)
    {
        var partnership = facts.Directory.Partnerships[0];
        var letters = facts.IsDemonstration ? "Nothing in it is real. " : string.Empty;
        output.WriteLine($"Ready at {facts.Address} for {partnership.Name}. {letters}Stop with Ctrl+C.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The data is in {facts.Data}. The clock shows {LondonTime.ToLondon(facts.Now):dddd d MMMM yyyy, HH:mm} in London."));
        foreach (var notice in facts.Notices)
        {
            output.WriteLine($"Please look at this: {notice}");
        }

        if (partnership.People.FirstOrDefault(person => person.Roles.Contains(Opener)) is { } person)
        {
            Try(output, facts, partnership.Id, person.User);
        }
    }

    private static void Try(TextWriter output, WelcomeFacts facts, string partnership, string user)
    {
        var today = LondonTime.DateOf(facts.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        output.WriteLine($$"""

            To try it, in another terminal:
              URL={{facts.Address}}; JSON='Content-Type: application/json'
              TOKEN=$(curl -s $URL/demo/token -H "$JSON" -d '{"user":"{{user}}"}' | sed 's/.*"token":"//;s/".*//')
              curl -si $URL/api/reviews -H "Authorization: Bearer $TOKEN" -H "$JSON" -d '{"process":"lcspr","partnership":"{{partnership}}",
                "reference":"TRY-1","facts":{"awareOn":"{{today}}","harm":"harmed","agencies":["Health visiting","Education"]} }'
              curl -s $URL/api/reviews -H "Authorization: Bearer $TOKEN"          # the reviews; /api/reviews/ID has its actions
              curl -s $URL/demo/clock -H "$JSON" -d '{"by":"P10D"}'               # ten days pass, and what falls due is done
              curl -s $URL/demo/outbox                                            # the letters; nothing leaves this machine
            Other people are at $URL/demo/people, the interface is described at $URL/openapi/v1.json.
            """);
    }
}

/// <summary>What the console speaks of.</summary>
internal sealed record WelcomeFacts
{
    /// <summary>Where the program listens.</summary>
    public required string Address { get; init; }

    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    /// <summary>What the clock shows.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The partnerships and their people.</summary>
    public required DirectorySnapshot Directory { get; init; }

    /// <summary>Whether the directory is the demonstration that is shipped.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
