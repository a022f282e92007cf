namespace Workflows.Reviews.Scanning;

/// <summary>Which malware scanner looks at documents; none unless set. A command and a service may both be set: both must find a file clean.</summary>
public sealed record ScannerOptions
{
    /// <summary>How long a scan may take unless set.</summary>
    public static readonly TimeSpan UsualTime = TimeSpan.FromMinutes(1);

    /// <summary>Longest that may be set: the platform's front end gives up a request after 230 seconds.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(3);

    /// <summary><c>Scanner:Command</c>: full path of a program that reads the file on its standard input; null for none.</summary>
    public string? Command { get; init; }

    /// <summary><c>Scanner:Arguments</c>: its arguments, with spaces between them.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary><c>Scanner:Endpoint</c>: https address (http on this machine alone) to which the file is posted; null for none.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary><c>Scanner:Timeout</c>: how long a scan may take, 1 second to 3 minutes, as <c>hh:mm:ss</c>.</summary>
    public TimeSpan Timeout { get; init; } = UsualTime;

    /// <summary>Reads the settings.</summary>
    /// <param name="setting">Gives a setting by its name, or null.</param>
    /// <param name="faults">Takes what is wrong, a sentence each that begins with the setting's name and repeats no value.</param>
    public static ScannerOptions Read(Func<string, string?> setting, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(faults);
        var command = Text(setting("Scanner:Command"));
        if (command is not null && !(Path.IsPathFullyQualified(command) && File.Exists(command)))
        {
            faults.Add("Scanner:Command must be the full path of a program that is there.");
        }

        var endpoint = Text(setting("Scanner:Endpoint"));
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || !IsSafe(address))
        {
            address = null;
            if (endpoint is not null)
            {
                faults.Add("Scanner:Endpoint must be an absolute https address without a user (http only on this machine).");
            }
        }

        var time = UsualTime;
        if (Text(setting("Scanner:Timeout")) is { } text
            && !(TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out time) && time >= TimeSpan.FromSeconds(1) && time <= LongestTime))
        {
            faults.Add("Scanner:Timeout must be a time from 00:00:01 to 00:03:00, written as hh:mm:ss.");
            time = UsualTime;
        }

        return new ScannerOptions
        {
            Command = command,
            Arguments = (setting("Scanner:Arguments") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Endpoint = address,
            Timeout = time,
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool IsSafe(Uri address) => address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
