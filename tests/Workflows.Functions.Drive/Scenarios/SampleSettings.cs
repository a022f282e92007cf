using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Workflows.Functions.Drive.Hosts;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>The sample of settings starts a host as it is documented: copied, and filled in where it is empty.</summary>
internal static class SampleSettings
{
    private const string Sample = "local.settings.sample.json";

    public static async Task<string> RunAsync(FunctionsHost host)
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Root(), Sample)));
        var sample = file.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetString()!);
        var empty = sample.Where(setting => setting.Value.Length == 0).Select(setting => setting.Key).ToArray();
        var filled = empty.ToDictionary(name => name, name => Fill(name, host.Logs));
        host.Kill();
        try
        {
            using var running = host.Begin([.. sample.Where(setting => !filled.ContainsKey(setting.Key)), .. filled]);
            await running.UntilHealthyAsync(host.Http);
            using var page = await host.Http.GetAsync(new Uri("/publications", UriKind.Relative));
            return page.StatusCode == HttpStatusCode.OK
                ? $"filled in: {string.Join(", ", empty)}; healthy; the public register is served"
                : throw new DriveException($"The public register was answered {(int)page.StatusCode}.");
        }
        finally
        {
            await host.StartAgainAsync();
        }
    }

    private static string Fill(string name, string folder)
    {
        if (name == "Audit__Key")
        {
            return Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        }

        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=drive", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.Combine(folder, "letters.pem");
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return path;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Sample)))
        {
            folder = folder.Parent ?? throw new DriveException("The sample of settings is not above this program.");
        }

        return folder.FullName;
    }
}
