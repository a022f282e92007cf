using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.AzureStorage;
using Workflows.Cloud.Watch;
using Workflows.Graph;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Scanning;
using Workflows.Web;
using Workflows.Web.Pages;

namespace Workflows.Cloud.Settings;

/// <summary>Reads and checks all settings at once, so that one attempt to start names all that is missing or wrong.</summary>
internal static class SettingsReader
{
    private const string UsualName = "Child safeguarding reviews";
    private const string UsualClaim = "oid";

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <exception cref="SettingsException">Some are missing or wrong.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var values = new SettingValues(configuration);
        var address = values.Address("Service:PublicAddress", "where people reach the service");
        if (address is { AbsolutePath: not "/" })
        {
            values.Fault("Service:PublicAddress must have no path: the host answers at the root.");
        }

        var name = values.Line("Service:Name", 100) ?? UsualName;
        var authority = values.Address(
            "SignIn:Authority", "who issues the tokens, for example https://login.microsoftonline.com/TENANT/v2.0");
        var audience = values.Required(
            "SignIn:Audience", "for whom tokens are issued: the application's client id or its URI");
        var pages = Pages(values, authority, name);
        var audit = values.AuditKey("Audit:Key", "Audit:OldKeys");
        var directory = values.File(
            "Directory:Path", "the file of partnerships and people, or 'demonstration'", or: "demonstration");
        var calendar = values.OptionalFile("Calendar:Path");
        var emulated = values.Optional($"{AzureStorageOptions.Section}:ConnectionString") is not null;
        var certificate = values.Certificate("Keys:Certificate", needed: !emulated);
        var scanner = Scanner(values);
        if (!WebOptions.TryReadContact(values.Optional("Service:SecurityContact"), out var contact))
        {
            values.Fault("Service:SecurityContact must be an address of mail, or a mailto:, https: or tel: address.");
        }

        var watchdog = Watchdog(values);
        values.Schedule("WatchdogSchedule");
        values.Required("TaskHubName", "the name of the orchestrations' task hub, letters and digits, for example Reviews");
        values.Optional(
            "OTEL_EXPORTER_OTLP_ENDPOINT", value => Uri.TryCreate(value, UriKind.Absolute, out _), "must be an absolute address.");
        Parts(configuration, values);
        values.ThrowIfAny();

        return new HostSettings
        {
            Letters = new LetterOptions { PublicAddress = address!, ServiceName = name },
            Web = new WebOptions
            {
                Authority = authority!.AbsoluteUri.TrimEnd('/'),
                Issuer = values.Optional("SignIn:Issuer") ?? authority.AbsoluteUri.TrimEnd('/'),
                Audience = audience!,
                UserClaim = values.Optional("SignIn:UserClaim") ?? UsualClaim,
                Pages = pages,
                SecurityContact = contact,
            },
            AuditKey = audit!,
            DirectoryPath = directory,
            CalendarPath = calendar,
            Scanner = scanner,
            KeysCertificate = certificate,
            Watchdog = watchdog,
            Telemetry = values.Optional("OTEL_EXPORTER_OTLP_ENDPOINT") is not null,
        };
    }

    // People sign in to pages where the host is an application of the tenant with a secret of its own.
    private static PageOptions Pages(SettingValues values, Uri? authority, string name)
    {
        var client = values.Optional("SignIn:Pages:ClientId");
        var secret = values.Optional("SignIn:Pages:ClientSecret");
        if (client is null && secret is null)
        {
            return new PageOptions { ServiceName = name };
        }

        if (client is null || secret is null)
        {
            values.Fault("SignIn:Pages:ClientId and SignIn:Pages:ClientSecret go together: give both, or neither.");
        }

        if (authority?.Segments is not [_, var tenant, ..])
        {
            values.Fault("SignIn:Authority must name the tenant where people sign in to pages, as in https://login.microsoftonline.com/TENANT/v2.0.");
            return new PageOptions { ServiceName = name };
        }

        return new PageOptions
        {
            ServiceName = name,
            Entra = new EntraSignIn
            {
                Instance = new Uri(authority.GetLeftPart(UriPartial.Authority) + "/"),
                Tenant = tenant.TrimEnd('/'),
                ClientId = client ?? string.Empty,
                ClientSecret = secret ?? string.Empty,
                UserClaim = values.Optional("SignIn:UserClaim") ?? UsualClaim,
            },
        };
    }

    private static ScannerOptions Scanner(SettingValues values)
    {
        var faults = new List<string>();
        var options = ScannerOptions.Read(values.Optional, faults);
        faults.ForEach(values.Fault);
        return options;
    }

    private static WatchdogOptions Watchdog(SettingValues values)
    {
        var usual = WatchdogOptions.Usual;
        var late = values.Span("Watchdog:LateAfter", usual.LateAfter, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        var stuck = values.Span("Watchdog:StuckAfter", usual.StuckAfter, TimeSpan.FromMinutes(10), TimeSpan.FromDays(1));
        if (stuck <= late)
        {
            values.Fault("Watchdog:StuckAfter must be longer than Watchdog:LateAfter.");
        }

        return new WatchdogOptions(late, stuck);
    }

    // The other rooms check their own settings; asking for them here brings what they say into the one message.
    private static void Parts(IConfiguration configuration, SettingValues values)
    {
        using var parts = new ServiceCollection()
            .AddWorkflowsAzureStorage(configuration)
            .AddWorkflowsGraph(configuration)
            .BuildServiceProvider();
        values.Take(() => parts.GetRequiredService<IOptions<AzureStorageOptions>>().Value);
        values.Take(() => parts.GetRequiredService<IOptions<GraphMailOptions>>().Value);
    }
}
