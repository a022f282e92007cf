namespace Workflows.Graph;

/// <summary>
/// Settings of the mail over Microsoft Graph, read from the section <see cref="Section"/> and checked when the host starts.
/// The program signs in as itself, by managed identity or by certificate; a client secret is refused.
/// </summary>
public sealed class GraphMailOptions
{
    /// <summary>Name of the configuration section: <c>Graph</c>.</summary>
    public const string Section = "Graph";

    /// <summary>Address or directory identifier of the one mailbox that letters are sent from. Required.</summary>
    public string? Mailbox { get; set; }

    /// <summary>How the program signs in: <c>managed-identity</c> (default) or <c>certificate</c>.</summary>
    public string SignIn { get; set; } = ManagedIdentity;

    /// <summary>Directory (tenant) identifier, a GUID. Required with a certificate.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// With a certificate: the application's client identifier, required. With managed identity: the client identifier of a
    /// user-assigned identity; absent for the system-assigned one. A GUID.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>Path of a certificate file with its private key (PEM, or PKCS#12 without a password).</summary>
    public string? CertificatePath { get; set; }

    /// <summary>Thumbprint (40 hexadecimal digits) of a certificate in the personal store of the user or the machine.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>
    /// The certificate itself, PKCS#12 in base64: meant to be a Key Vault reference that the platform replaces by the value.
    /// </summary>
    public string? CertificateValue { get; set; }

    /// <summary>Never to be set: its presence stops the start, so that a secret does not lie about unnoticed.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Root of Graph, with its version. Default <c>https://graph.microsoft.com/v1.0</c>; another one for a national cloud.
    /// Must be https, but for an address of this machine itself.
    /// </summary>
    public string BaseUrl { get; set; } = "https://graph.microsoft.com/v1.0";

    /// <summary>Where tokens are issued. Default <c>https://login.microsoftonline.com</c>; another one for a national cloud.</summary>
    public string AuthorityHost { get; set; } = "https://login.microsoftonline.com";

    /// <summary>How long one call to Graph may take. Default 30 seconds; 1 second to 100 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to wait after an unclear answer to sending before looking again, and before a draft that is still there is
    /// taken as not sent. Default 1 minute; 10 seconds to 10 minutes.
    /// </summary>
    public TimeSpan LookAgainAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long to go on looking for a letter whose draft has gone and that is not yet among the sent ones, before a person is
    /// asked. Default 15 minutes; from <see cref="LookAgainAfter"/> to 24 hours.
    /// </summary>
    public TimeSpan LookFor { get; set; } = TimeSpan.FromMinutes(15);

    internal const string ManagedIdentity = "managed-identity";

    internal const string Certificate = "certificate";
}
