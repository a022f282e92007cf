using Workflows.Local.Verbs;
using Workflows.Reviews.Scanning;
using Workflows.Web;

namespace Workflows.Local.Hosting;

/// <summary>Settings of the local host: from the environment (where <c>__</c> stands for <c>:</c>), or a file beside the program.</summary>
internal static class LocalSettings
{
    /// <summary>The malware scanner; none unless set.</summary>
    /// <param name="settings">The settings.</param>
    /// <exception cref="VerbException">Some are wrong.</exception>
    public static ScannerOptions Scanner(IConfiguration settings)
    {
        var faults = new List<string>();
        var options = ScannerOptions.Read(name => settings[name], faults);
        return faults.Count == 0 ? options : throw new VerbException(ExitCode.Usage, string.Join('\n', faults));
    }

    /// <summary>To whom a weakness is reported; nobody unless set.</summary>
    /// <param name="settings">The settings.</param>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public static Uri? SecurityContact(IConfiguration settings) => WebOptions.TryReadContact(settings["Service:SecurityContact"], out var contact)
        ? contact
        : throw new VerbException(ExitCode.Usage, "Service:SecurityContact must be an address of mail, or a mailto:, https: or tel: address.");
}
