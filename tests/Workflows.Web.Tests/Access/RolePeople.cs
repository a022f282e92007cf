using System.Net;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Access;

/// <summary>One person for each column of the role table, and what stands in a cell.</summary>
internal static class RolePeople
{
    /// <summary>The columns: people of the review's own partnership by role, then those from elsewhere.</summary>
    public static IReadOnlyList<(string Title, string? User)> All { get; } =
    [
        ("business manager", "manager"), ("local authority", "authority"), ("health", "health"), ("police", "police"),
        ("agency lead", "agency"), ("senior officer of an agency", "school.officer"), ("lead reviewer", "reviewer"),
        ("quality assurer", "assurer"), ("board chair", "chair"), ("overview author", "author"),
        ("officer of the Panel", "panel.officer"), ("officer of the Secretary of State", "secretary.officer"), ("national reviewer", "national.reviewer"),
        ("officer of another national body", "idle.officer"),
        ("business manager elsewhere", "other.manager"), ("not in the directory", "stranger"), ("not signed in", null),
    ];

    public static string Heading(string first) =>
        $"| {first} | {string.Join(" | ", All.Select(person => person.Title))} |\n|---|{string.Concat(Enumerable.Repeat(":-:|", All.Count))}\n";

    /// <summary>What a person is answered, as the table shows it. The command sent always lacks something, so that 400 means: they may.</summary>
    public static string Sign(int status) => status switch
    {
        200 or 400 => "✓",
        409 => "·",
        403 => "✗",
        404 => "–",
        401 => "?",
        _ => $"{status}",
    };

    /// <summary>The answer that tells most of what a person may, of two at different moments.</summary>
    public static int Better(int one, int other) => Rank(one) <= Rank(other) ? one : other;

    /// <summary>Sends a request as everybody; gives the answers in the order of the columns.</summary>
    public static async Task<int[]> AskAsync(WebService service, Func<HttpRequestMessage> request, Func<int, bool>? again = null)
    {
        var answers = new int[All.Count];
        for (var at = 0; at < All.Count; at++)
        {
            if (again?.Invoke(at) == false)
            {
                continue;
            }

            using var message = request();
            using var answer = await service.As(All[at].User).SendAsync(message);
            Assert.True(answer.StatusCode != HttpStatusCode.InternalServerError, $"{message.RequestUri} as {All[at].Title}");
            answers[at] = (int)answer.StatusCode;
        }

        return answers;
    }

    private static int Rank(int status) => Array.IndexOf([200, 400, 409, 403, 404, 401, 0], status);
}
