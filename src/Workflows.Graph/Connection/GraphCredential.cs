using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace Workflows.Graph.Connection;

/// <summary>How the program proves to Graph who it is; a type of its own, so that another part's credential is not taken for it.</summary>
/// <param name="Value">The credential.</param>
internal sealed record GraphCredential(TokenCredential Value)
{
    /// <summary>Makes the credential that the settings describe.</summary>
    /// <param name="options">Settings that have been validated.</param>
    /// <exception cref="InvalidOperationException">The certificate cannot be used; the message names the setting.</exception>
    public static GraphCredential From(GraphMailOptions options)
    {
        if (options.SignIn == GraphMailOptions.Certificate)
        {
            var settings = new ClientCertificateCredentialOptions
            {
                AuthorityHost = new Uri(options.AuthorityHost),
                SendCertificateChain = true,
            };
            return new(new ClientCertificateCredential(options.TenantId, options.ClientId, Load(options), settings));
        }

        var identity = string.IsNullOrEmpty(options.ClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(options.ClientId);
        return new(new ManagedIdentityCredential(identity));
    }

    private static X509Certificate2 Load(GraphMailOptions options)
    {
        var (setting, load) = options switch
        {
            { CertificatePath.Length: > 0 } => ("Graph:CertificatePath", (Func<X509Certificate2>)(() => FromFile(options.CertificatePath))),
            { CertificateThumbprint.Length: > 0 } => ("Graph:CertificateThumbprint", () => FromStore(options.CertificateThumbprint)),
            _ => ("Graph:CertificateValue", () => FromValue(options.CertificateValue!)),
        };
        try
        {
            var certificate = load();
            return certificate.HasPrivateKey
                ? certificate
                : throw new InvalidOperationException($"{setting}: the certificate has no private key.");
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{setting}: the certificate cannot be read (PEM, or PKCS#12 without a password).", fault);
        }
    }

    private static X509Certificate2 FromValue(string value) =>
        X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(value), null);

    private static X509Certificate2 FromFile(string path) =>
        X509Certificate2.GetCertContentType(path) == X509ContentType.Pkcs12
            ? X509CertificateLoader.LoadPkcs12FromFile(path, null)
            : X509Certificate2.CreateFromPemFile(path);

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (var place in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, place);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            var found = store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false);
            if (found.Count > 0)
            {
                return found[0];
            }
        }

        throw new InvalidOperationException(
            "Graph:CertificateThumbprint: no such certificate in the personal store of the user or the machine.");
    }
}
