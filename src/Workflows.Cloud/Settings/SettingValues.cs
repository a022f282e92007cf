using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Reviews.Journal;

namespace Workflows.Cloud.Settings;

/// <summary>Takes values out of the configuration, and gathers what is wrong with them instead of stopping at the first.</summary>
internal sealed class SettingValues(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    public void Fault(string fault) => _faults.Add(fault);

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new SettingsException(_faults);
        }
    }

    public string? Optional(string name) =>
        configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public string? Optional(string name, Func<string, bool> isRight, string rule)
    {
        var value = Optional(name);
        if (value is null || isRight(value))
        {
            return value;
        }

        Fault($"{name} {rule}");
        return null;
    }

    public string? Required(string name, string what)
    {
        var value = Optional(name);
        if (value is null)
        {
            Fault($"{name} is missing: {what}.");
        }
        else if (value.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase))
        {
            Fault($"{name} still holds the Key Vault reference itself: the platform could not resolve it. "
                + "Check the vault's name and that the identity may read its secrets.");
            return null;
        }

        return value;
    }

    public string? Line(string name, int longest) => Optional(
        name,
        value => value.Length <= longest && !value.Any(char.IsControl),
        $"must be one line of up to {longest} characters.");

    public Uri? Address(string name, string what)
    {
        if (Required(name, what) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" }
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            return uri;
        }

        Fault($"{name} must be an absolute https address without query or user (http only on this machine).");
        return null;
    }

    public string? File(string name, string what, string or)
    {
        var path = Required(name, what);
        return path is null || path == or ? null : Existing(name, path);
    }

    public string? OptionalFile(string name) => Optional(name) is { } path ? Existing(name, path) : null;

    public TimeSpan Span(string name, TimeSpan usual, TimeSpan shortest, TimeSpan longest)
    {
        if (Optional(name) is not { } text)
        {
            return usual;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= shortest && span <= longest)
        {
            return span;
        }

        Fault($"{name} must be a time from {shortest} to {longest}, written as hh:mm:ss.");
        return usual;
    }

    public AuditKey? AuditKey(string name, string before)
    {
        if (Required(name, "the key that seals journals, at least 32 random bytes in base64, from Key Vault") is not { } text)
        {
            return null;
        }

        var old = (Optional(before) ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var keys = old.Prepend(text).Select(KeyOf).ToArray();
        if (keys.All(key => key is not null))
        {
            return new AuditKey(keys[0], keys[1..]!);
        }

        Fault(keys[0] is null
            ? $"{name} must be at least 32 bytes in base64. One that sealed journals goes to {before} when another takes its place."
            : $"{before} must be keys of at least 32 bytes in base64, with semicolons between them.");
        return null;
    }

    private static byte[]? KeyOf(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= 32 ? bytes[..length] : null;
    }

    public X509Certificate2? Certificate(string name, bool needed)
    {
        var text = needed
            ? Required(name, "a certificate with its private key, PKCS#12 in base64, that wraps the keys of cookies and forms")
            : Optional(name);
        if (text is null)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(text), password: null);
            using var key = certificate.GetRSAPrivateKey();
            if (key is not null)
            {
                return certificate;
            }

            certificate.Dispose();
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            // Said below; the value itself is not repeated.
        }

        Fault($"{name} must be a certificate with its RSA private key: PKCS#12 without a password, in base64.");
        return null;
    }

    public void Schedule(string name)
    {
        var value = Required(name, "how often the watchdog looks, for example '0 */5 * * * *'");
        if (value is not null && value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 6)
        {
            Fault($"{name} must have six parts (second, minute, hour, day, month, weekday), for example '0 */5 * * * *'.");
        }
    }

    public void Take<T>(Func<T> check)
    {
        try
        {
            check();
        }
        catch (OptionsValidationException wrong)
        {
            _faults.AddRange(wrong.Failures);
        }
        catch (InvalidOperationException unreadable)
        {
            // A value of the wrong kind, for example no time where one is expected; the message names the setting.
            Fault(unreadable.Message);
        }
    }

    private string? Existing(string name, string path)
    {
        var full = Path.GetFullPath(path, AppContext.BaseDirectory);
        if (System.IO.File.Exists(full))
        {
            return full;
        }

        Fault($"{name} names a file that is not there or cannot be read.");
        return null;
    }
}
