using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Web.Api.Problems;

namespace Workflows.Web.Api.Input;

/// <summary>
/// Makes a command recognisable by its <c>Idempotency-Key</c>: the key belongs to one person, and stands for one method,
/// address and content.
/// </summary>
internal static class CommandKeys
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>The key's hash, or null where no key was sent.</summary>
    /// <exception cref="ProblemException">The key is not 1 to 200 visible ASCII characters, or there are several.</exception>
    public static string? HashOf(HttpContext http, string user)
    {
        if (!http.Request.Headers.TryGetValue(Header, out var values))
        {
            return null;
        }

        if (values is not [{ Length: > 0 and <= LongestKey } key] || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ProblemException(Problem.Invalid(
                Header, $"Send one Idempotency-Key of 1 to {LongestKey} visible ASCII characters without spaces."));
        }

        return Hex(Encoding.UTF8.GetBytes($"{user}\n{key}"))[..32];
    }

    /// <summary>The key of a command with a body, or null where no key was sent.</summary>
    public static CommandKey? Of(HttpContext http, string user, ReadOnlySpan<byte> body) =>
        HashOf(http, user) is { } hash ? new CommandKey(hash, Fingerprint(http, Hex(body))) : null;

    /// <summary>What was asked: the method, the address and the content.</summary>
    public static string Fingerprint(HttpContext http, string content) =>
        Hex(Encoding.UTF8.GetBytes($"{http.Request.Method}\n{http.Request.PathBase}{http.Request.Path}\n{content}"));

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
