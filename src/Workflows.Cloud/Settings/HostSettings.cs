using System.Security.Cryptography.X509Certificates;
using Workflows.Cloud.Watch;
using Workflows.Reviews.Journal;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Scanning;
using Workflows.Web;

namespace Workflows.Cloud.Settings;

/// <summary>
/// The host's own settings, all checked; those of storage (<c>Storage</c>) and mail (<c>Graph</c>) have types of their own. The names
/// are those of the configuration, where an environment variable writes <c>__</c> for <c>:</c>.
/// </summary>
internal sealed record HostSettings
{
    /// <summary>
    /// <c>Service:PublicAddress</c>, where people reach the service (https, no path; http only on this machine), and
    /// <c>Service:Name</c>, what it is called in letters.
    /// </summary>
    public required LetterOptions Letters { get; init; }

    /// <summary>
    /// <c>Service:SecurityContact</c>: to whom a weakness is reported;
    /// <c>SignIn:Authority</c>, <c>SignIn:Issuer</c>, <c>SignIn:Audience</c>, <c>SignIn:UserClaim</c>: whose bearer tokens are taken;
    /// <c>SignIn:Pages:ClientId</c>, <c>SignIn:Pages:ClientSecret</c>: the application that people sign in to for pages.
    /// </summary>
    public required WebOptions Web { get; init; }

    /// <summary>
    /// <c>Audit:Key</c>: the key that seals journals, at least 32 bytes in base64; <c>Audit:OldKeys</c>: those that did before it, with
    /// semicolons between them.
    /// </summary>
    public required AuditKey AuditKey { get; init; }

    /// <summary><c>Directory:Path</c>: the file of partnerships and people; null for the demonstration's.</summary>
    public required string? DirectoryPath { get; init; }

    /// <summary>
    /// <c>Scanner:Endpoint</c>, <c>Scanner:Timeout</c>: the malware scanner that looks at documents. A command can be set too, where the
    /// platform has one.
    /// </summary>
    public required ScannerOptions Scanner { get; init; }

    /// <summary><c>Calendar:Path</c>: a file of bank holidays; null for the shipped ones.</summary>
    public required string? CalendarPath { get; init; }

    /// <summary>
    /// <c>Keys:Certificate</c>: wraps the keys of cookies and forms; null only where storage is an emulator.
    /// </summary>
    public required X509Certificate2? KeysCertificate { get; init; }

    /// <summary><c>Watchdog:LateAfter</c> and <c>Watchdog:StuckAfter</c>: when the watchdog steps in.</summary>
    public required WatchdogOptions Watchdog { get; init; }

    /// <summary>Whether a receiver of traces and metrics is named (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).</summary>
    public required bool Telemetry { get; init; }
}
