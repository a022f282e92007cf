using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Workflows.Cloud.Settings;

namespace Workflows.Cloud.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Settings_of_a_deployment_are_read()
    {
        var read = SettingsReader.Read(Configuration(Cloud()));

        Assert.Equal("https://reviews.example/", read.Letters.PublicAddress.AbsoluteUri);
        Assert.Equal("https://login.example/tenant/v2.0", read.Web.Issuer);
        Assert.Equal("oid", read.Web.UserClaim);
        Assert.Equal(TimeSpan.FromMinutes(3), read.Watchdog.LateAfter);
        Assert.NotNull(read.KeysCertificate);
        Assert.False(read.Telemetry);
    }

    [Fact]
    public void Without_any_settings_one_message_names_each_that_is_missing()
    {
        var problem = Assert.Throws<SettingsException>(() => SettingsReader.Read(Configuration([])));

        string[] missing =
        [
            "Service:PublicAddress", "SignIn:Authority", "SignIn:Audience", "Audit:Key", "Directory:Path", "Keys:Certificate",
            "WatchdogSchedule", "TaskHubName", "Storage:AccountUrl", "Graph:Mailbox",
        ];
        Assert.All(missing, name => Assert.Contains($"- {name} ", problem.Message));
        Assert.Equal(missing.Length, problem.Faults.Count);
    }

    [Theory]
    [InlineData("Service:PublicAddress", "http://reviews.example")]
    [InlineData("Service:PublicAddress", "https://reviews.example/sub")]
    [InlineData("Service:PublicAddress", "reviews.example")]
    [InlineData("Service:Name", "two\nlines")]
    [InlineData("SignIn:Authority", "http://login.example")]
    [InlineData("Audit:Key", "dG9vIHNob3J0")]
    [InlineData("Audit:Key", "not base64 at all, though it is long enough to be a key")]
    [InlineData("Audit:Key", "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/audit)")]
    [InlineData("Directory:Path", "no-such-file.yaml")]
    [InlineData("Calendar:Path", "no-such-file.json")]
    [InlineData("Keys:Certificate", "bm8gY2VydGlmaWNhdGU=")]
    [InlineData("Watchdog:LateAfter", "soon")]
    [InlineData("Watchdog:LateAfter", "00:00:10")]
    [InlineData("Watchdog:StuckAfter", "2.00:00:00")]
    [InlineData("WatchdogSchedule", "every five minutes")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]
    [InlineData("Storage:AccountUrl", "http://account.example")]
    [InlineData("Graph:RequestTimeout", "01:00:00")]
    [InlineData("Graph:ClientSecret", "hush")]
    public void A_wrong_setting_is_named_and_its_value_is_not_repeated(string name, string value)
    {
        var settings = Cloud();
        settings[name] = value;

        var problem = Assert.Throws<SettingsException>(() => SettingsReader.Read(Configuration(settings)));

        Assert.Contains(name, Assert.Single(problem.Faults));
        Assert.DoesNotContain(value, problem.Message);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_a_fault_of_its_setting_too()
    {
        var settings = Cloud();
        settings["Graph:RequestTimeout"] = "soon";

        var problem = Assert.Throws<SettingsException>(() => SettingsReader.Read(Configuration(settings)));

        Assert.Contains("Graph:RequestTimeout", Assert.Single(problem.Faults));
    }

    [Fact]
    public void An_emulator_needs_no_certificate_and_plain_http_is_right_on_this_machine()
    {
        var settings = Cloud();
        settings.Remove("Storage:AccountUrl");
        settings.Remove("Storage:PrivateAccountUrl");
        settings.Remove("Keys:Certificate");
        settings["Storage:ConnectionString"] = "UseDevelopmentStorage=true";
        settings["Service:PublicAddress"] = "http://127.0.0.1:7072";
        settings["SignIn:Authority"] = "http://127.0.0.1:7073";

        Assert.Null(SettingsReader.Read(Configuration(settings)).KeysCertificate);
    }

    [Fact]
    public void People_sign_in_to_pages_with_the_tenant_of_the_authority()
    {
        var settings = Cloud();
        settings["SignIn:Pages:ClientId"] = "pages";
        settings["SignIn:Pages:ClientSecret"] = "a secret of the tests";

        var entra = SettingsReader.Read(Configuration(settings)).Web.Pages.Entra!;

        Assert.Equal(("https://login.example/", "tenant", "oid"), (entra.Instance.AbsoluteUri, entra.Tenant, entra.UserClaim));
    }

    [Fact]
    public void A_secret_for_pages_without_its_application_is_named()
    {
        var settings = Cloud();
        settings["SignIn:Pages:ClientSecret"] = "a secret of the tests";

        var problem = Assert.Throws<SettingsException>(() => SettingsReader.Read(Configuration(settings)));

        Assert.Contains("SignIn:Pages:ClientId", Assert.Single(problem.Faults));
    }

    private static Dictionary<string, string?> Cloud() => new()
    {
        ["Service:PublicAddress"] = "https://reviews.example",
        ["SignIn:Authority"] = "https://login.example/tenant/v2.0",
        ["SignIn:Audience"] = "6a2f0d6e-1c07-4b8a-9a58-2f3f6c0b7e11",
        ["Audit:Key"] = Convert.ToBase64String(new byte[32]),
        ["Directory:Path"] = "demonstration",
        ["Keys:Certificate"] = Certificate(),
        ["WatchdogSchedule"] = "0 */5 * * * *",
        ["TaskHubName"] = "Reviews",
        ["Storage:AccountUrl"] = "https://account.blob.core.windows.net",
        ["Storage:PrivateAccountUrl"] = "https://private.blob.core.windows.net",
        ["Graph:Mailbox"] = "letters@reviews.example",
    };

    private static IConfiguration Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static string Certificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12));
    }
}
