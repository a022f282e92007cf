using System.Net;
using System.Text;
using Workflows.Web.Tests.Scanning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Documents;

/// <summary>Files that are not to be taken, whatever they call themselves.</summary>
internal static class BadUploads
{
    /// <summary>What each is, the file, and the rule by which it is refused.</summary>
    public static IReadOnlyList<(string What, byte[] Bytes, string Rule)> All { get; } =
    [
        ("a program for Windows", Encoding.Latin1.GetBytes("MZ\u0090 a program for Windows"), "document-is-no-program"),
        ("a program for Linux", Encoding.Latin1.GetBytes("\u007FELF a program for Linux"), "document-is-no-program"),
        ("a script", "#!/bin/sh"u8.ToArray(), "document-is-no-program"),
        ("what the scanner finds", Encoding.Latin1.GetBytes($"A report with a {ScannerScript.Bad} in it."), "document-is-clean"),
    ];

    /// <summary>Those that a service takes, or refuses by another rule: what each is, and what it was answered.</summary>
    /// <param name="service">The service; it has a scanner.</param>
    /// <param name="document">Address of a document that can be handed in.</param>
    public static async Task<IReadOnlyList<string>> TakenAsync(WebService service, string document)
    {
        var taken = new List<string>();
        foreach (var (what, bytes, rule) in All)
        {
            using var answer = await service.As("manager").PutAsync(document, ReviewSetup.File(bytes, "attachment; filename=report.pdf"));
            if (answer.StatusCode != HttpStatusCode.BadRequest || (await answer.ProblemAsync()).Rule() != rule)
            {
                taken.Add($"{what}: {(int)answer.StatusCode}");
            }
        }

        return taken;
    }
}
