using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Workflows.Graph;

/// <summary>Says of every wrong setting its name, what is wrong, and what to do; all of them at once.</summary>
internal sealed partial class GraphMailOptionsValidator : IValidateOptions<GraphMailOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphMailOptions options)
    {
        var faults = Mailbox(options).Concat(SignIn(options)).Concat(Urls(options)).Concat(Times(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Mailbox(GraphMailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Mailbox))
        {
            yield return "Graph:Mailbox is missing: name the one mailbox that letters are sent from.";
        }
        else if (options.Mailbox.Length > 254
            || options.Mailbox.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '/' or '?' or '#'))
        {
            yield return "Graph:Mailbox is neither an address nor a directory identifier.";
        }
    }

    private static IEnumerable<string> SignIn(GraphMailOptions options)
    {
        if (!string.IsNullOrEmpty(options.ClientSecret))
        {
            yield return "Graph:ClientSecret is set, and a client secret is never used here: it can be copied and leaks. "
                + "Remove it, and sign in by managed identity or certificate (Graph:SignIn).";
        }

        foreach (var (setting, value) in new[] { ("Graph:TenantId", options.TenantId), ("Graph:ClientId", options.ClientId) })
        {
            if (!string.IsNullOrEmpty(value) && !Guid.TryParse(value, out _))
            {
                yield return $"{setting} is not a GUID.";
            }
        }

        var certificates = new[] { options.CertificatePath, options.CertificateThumbprint, options.CertificateValue }
            .Count(value => !string.IsNullOrEmpty(value));
        var faults = options.SignIn switch
        {
            GraphMailOptions.ManagedIdentity => ByManagedIdentity(certificates),
            GraphMailOptions.Certificate => ByCertificate(options, certificates),
            _ => [$"Graph:SignIn must be '{GraphMailOptions.ManagedIdentity}' or '{GraphMailOptions.Certificate}'."],
        };
        foreach (var fault in faults)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> ByManagedIdentity(int certificates)
    {
        if (certificates > 0)
        {
            yield return "Graph:Certificate… is set, but Graph:SignIn is 'managed-identity': "
                + "set it to 'certificate', or remove the certificate.";
        }
    }

    private static IEnumerable<string> ByCertificate(GraphMailOptions options, int certificates)
    {
        if (string.IsNullOrEmpty(options.TenantId))
        {
            yield return "Graph:TenantId is missing: signing in by certificate needs the directory's identifier.";
        }

        if (string.IsNullOrEmpty(options.ClientId))
        {
            yield return "Graph:ClientId is missing: signing in by certificate needs the application's client identifier.";
        }

        if (certificates != 1)
        {
            yield return "Signing in by certificate needs exactly one of Graph:CertificatePath, Graph:CertificateThumbprint and "
                + $"Graph:CertificateValue; {certificates} are set.";
        }

        if (!string.IsNullOrEmpty(options.CertificatePath) && !File.Exists(options.CertificatePath))
        {
            yield return "Graph:CertificatePath names a file that is not there or cannot be read.";
        }

        if (!string.IsNullOrEmpty(options.CertificateThumbprint) && !Thumbprint().IsMatch(options.CertificateThumbprint))
        {
            yield return "Graph:CertificateThumbprint must be 40 hexadecimal digits.";
        }

        if (options.CertificateValue?.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase) == true)
        {
            yield return "Graph:CertificateValue still holds the Key Vault reference itself: the platform could not resolve it. "
                + "Check the vault's name and that the identity may read its secrets.";
        }
    }

    private static IEnumerable<string> Urls(GraphMailOptions options)
    {
        if (!IsSafe(options.BaseUrl))
        {
            yield return "Graph:BaseUrl must be an absolute https address without query, such as https://graph.microsoft.com/v1.0.";
        }

        if (!IsSafe(options.AuthorityHost))
        {
            yield return "Graph:AuthorityHost must be an absolute https address without query, such as https://login.microsoftonline.com.";
        }
    }

    private static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    private static IEnumerable<string> Times(GraphMailOptions options)
    {
        if (options.RequestTimeout < TimeSpan.FromSeconds(1) || options.RequestTimeout > TimeSpan.FromSeconds(100))
        {
            yield return "Graph:RequestTimeout must be between 00:00:01 and 00:01:40.";
        }

        if (options.LookAgainAfter < TimeSpan.FromSeconds(10) || options.LookAgainAfter > TimeSpan.FromMinutes(10))
        {
            yield return "Graph:LookAgainAfter must be between 00:00:10 and 00:10:00.";
        }

        if (options.LookFor < options.LookAgainAfter || options.LookFor > TimeSpan.FromHours(24))
        {
            yield return "Graph:LookFor must be between Graph:LookAgainAfter and 1.00:00:00.";
        }
    }

    [GeneratedRegex("^[0-9A-Fa-f]{40}$", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Thumbprint();
}
