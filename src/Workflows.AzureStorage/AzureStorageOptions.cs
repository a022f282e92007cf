namespace Workflows.AzureStorage;

/// <summary>
/// Where the reviews are kept. Exactly one of <see cref="AccountUrl"/> and <see cref="ConnectionString"/> is given; everything is
/// checked when the host starts.
/// </summary>
public sealed class AzureStorageOptions
{
    /// <summary>Name of the section of the configuration that holds these settings: <c>Storage</c>.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// The account's blob address, for example <c>https://NAME.blob.core.windows.net</c>: HTTPS, no path and no signature. The host
    /// signs in with its managed identity.
    /// </summary>
    public Uri? AccountUrl { get; set; }

    /// <summary>
    /// The blob address of the account of private papers, which keeps no versions and no deleted blobs; required with
    /// <see cref="AccountUrl"/>, and another account than it, since Azure sets both for whole accounts.
    /// </summary>
    public Uri? PrivateAccountUrl { get; set; }

    /// <summary>Client id of the user-assigned identity to sign in with; empty for the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>
    /// For local development only: the connection string of an emulator on this machine. One that leads anywhere else is refused, since
    /// it would hold an account key.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Put before the containers' names, so that several installations can share an account: empty, or up to 30 lower-case letters,
    /// digits and single hyphens, beginning with a letter or digit and ending with a hyphen.
    /// </summary>
    public string ContainerPrefix { get; set; } = string.Empty;
}
