using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Reviews.Ports;

namespace Workflows.Graph.Tests;

public sealed class GraphMailOptionsTests
{
    private const string Id = "0f0f0f0f-1111-2222-3333-444444444444";

    [Fact]
    public void A_mailbox_alone_is_enough_with_the_system_assigned_identity() => Assert.Empty(Faults(("Mailbox", "letters@sending.example")));

    [Theory]
    [InlineData("Graph:Mailbox is missing", "Mailbox", "")]
    [InlineData("Graph:Mailbox is neither", "Mailbox", "a/../b@sending.example")]
    [InlineData("Graph:ClientSecret is set", "ClientSecret", "s3cret-value")]
    [InlineData("Graph:SignIn must be", "SignIn", "password")]
    [InlineData("Graph:ClientId is not a GUID", "ClientId", "my-app")]
    [InlineData("Graph:TenantId is not a GUID", "TenantId", "contoso")]
    [InlineData("Graph:Certificate… is set", "CertificatePath", "/etc/cert.pem")]
    [InlineData("Graph:BaseUrl must be", "BaseUrl", "http://graph.example/v1.0")]
    [InlineData("Graph:BaseUrl must be", "BaseUrl", "graph")]
    [InlineData("Graph:AuthorityHost must be", "AuthorityHost", "https://user:x@login.example")]
    [InlineData("Graph:RequestTimeout must be", "RequestTimeout", "00:05:00")]
    [InlineData("Graph:LookAgainAfter must be", "LookAgainAfter", "00:00:01")]
    [InlineData("Graph:LookFor must be", "LookFor", "2.00:00:00")]
    [InlineData("Graph:LookFor must be", "LookFor", "00:00:30")]
    public void A_wrong_setting_is_named_and_its_value_is_not_repeated(string words, string setting, string value)
    {
        var fault = Assert.Single(Faults(("Mailbox", "letters@sending.example"), (setting, value)));

        Assert.StartsWith(words, fault, StringComparison.Ordinal);
        Assert.True(value.Length < 9 || !fault.Contains(value, StringComparison.Ordinal), fault);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var faults = Faults(("SignIn", "certificate"), ("BaseUrl", "x"));

        Assert.Equal(5, faults.Count); // mailbox, tenant, client, certificate, address
    }

    [Fact]
    public void A_Key_Vault_reference_that_was_not_resolved_is_recognised()
    {
        var fault = Assert.Single(Faults(
            [.. ByCertificate(), ("CertificateValue", "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/mail)")]));

        Assert.Contains("Key Vault reference itself", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_with_its_key_signs_in_from_a_value_and_from_a_file()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=letters", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var pem = Path.Combine(directory.FullName, "letters.pem");
            File.WriteAllText(pem, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
            var pfx = Path.Combine(directory.FullName, "letters.pfx");
            File.WriteAllBytes(pfx, certificate.Export(X509ContentType.Pkcs12));
            var bare = Path.Combine(directory.FullName, "bare.pem");
            File.WriteAllText(bare, certificate.ExportCertificatePem());

            Assert.NotNull(Sender([.. ByCertificate(), ("CertificatePath", pem)]));
            Assert.NotNull(Sender([.. ByCertificate(), ("CertificatePath", pfx)]));
            Assert.NotNull(Sender([.. ByCertificate(), ("CertificateValue", Convert.ToBase64String(File.ReadAllBytes(pfx)))]));
            AssertNames("Graph:CertificatePath", [.. ByCertificate(), ("CertificatePath", bare)]);
            AssertNames("Graph:CertificateValue", [.. ByCertificate(), ("CertificateValue", "AAAA")]);
            AssertNames("Graph:CertificateThumbprint", [.. ByCertificate(), ("CertificateThumbprint", new string('A', 40))]);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Both_kinds_of_managed_identity_sign_in()
    {
        Assert.NotNull(Sender(("Mailbox", "letters@sending.example")));
        Assert.NotNull(Sender(("Mailbox", "letters@sending.example"), ("ClientId", Id)));
    }

    private static (string, string)[] ByCertificate() =>
        [("Mailbox", "letters@sending.example"), ("SignIn", "certificate"), ("TenantId", Id), ("ClientId", Id)];

    private static void AssertNames(string setting, params (string, string)[] settings) =>
        Assert.StartsWith(setting, Assert.Throws<InvalidOperationException>(() => Sender(settings)).Message, StringComparison.Ordinal);

    private static IMailSender Sender(params (string, string)[] settings)
    {
        using var provider = Provider(settings);
        return provider.GetRequiredService<IMailSender>();
    }

    private static IReadOnlyList<string> Faults(params (string, string)[] settings)
    {
        using var provider = Provider(settings);
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException fault)
        {
            return [.. fault.Failures];
        }
    }

    private static ServiceProvider Provider((string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
        {
            values[$"Graph:{name}"] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddLogging().AddWorkflowsGraph(configuration).BuildServiceProvider();
    }
}
