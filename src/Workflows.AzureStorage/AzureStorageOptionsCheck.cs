using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Workflows.AzureStorage;

/// <summary>Refuses settings that cannot work or would put an account key into the cloud, naming the setting and the remedy.</summary>
internal sealed partial class AzureStorageOptionsCheck : IValidateOptions<AzureStorageOptions>
{
    public ValidateOptionsResult Validate(string? name, AzureStorageOptions options)
    {
        var faults = Faults(options).Select(fault => $"{AzureStorageOptions.Section}:{fault}").ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(AzureStorageOptions options)
    {
        var connection = !string.IsNullOrWhiteSpace(options.ConnectionString);
        if (options.AccountUrl is null && !connection)
        {
            yield return "AccountUrl is missing: give the address of the storage account's blob service.";
        }

        if (options.AccountUrl is not null && connection)
        {
            yield return "AccountUrl and ConnectionString are both given: give the address in the cloud, the other for an emulator.";
        }

        if (options.AccountUrl is { } url && !IsPlainHttps(url))
        {
            yield return "AccountUrl must be an https address with nothing after the host: no path, no signature.";
        }

        if (options.AccountUrl is { } records && options.PrivateAccountUrl is var papers)
        {
            if (papers is null)
            {
                yield return "PrivateAccountUrl is missing: give the blob address of the account of private papers.";
            }
            else if (!IsPlainHttps(papers) || papers == records)
            {
                yield return "PrivateAccountUrl must be an https address with nothing after the host, of another account than AccountUrl: "
                    + "what is destroyed there must leave no version behind.";
            }
        }

        if (options.PrivateAccountUrl is not null && connection)
        {
            yield return "PrivateAccountUrl and ConnectionString are both given: an emulator keeps everything itself.";
        }

        if (connection && !Emulator.IsOnThisMachine(options.ConnectionString!))
        {
            yield return "ConnectionString may lead only to an emulator on this machine; in the cloud give AccountUrl, "
                + "and the managed identity signs in without a key.";
        }

        if (!string.IsNullOrEmpty(options.ManagedIdentityClientId) && !Guid.TryParse(options.ManagedIdentityClientId, out _))
        {
            yield return "ManagedIdentityClientId must be the identity's client id, a GUID, or empty.";
        }

        if (options.ContainerPrefix is not { Length: <= 30 } || !PrefixPattern().IsMatch(options.ContainerPrefix))
        {
            yield return "ContainerPrefix must be empty, or up to 30 lower-case letters, digits and single hyphens, with a hyphen last.";
        }
    }

    private static bool IsPlainHttps(Uri url) =>
        url is { IsAbsoluteUri: true, AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" } && url.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"\A([a-z0-9]{1,29}-){0,15}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex PrefixPattern();
}
