using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Memory;
using Workflows.Reviews.Ports;

namespace Workflows.Web.Pages.SignIn;

/// <summary>
/// Sees that a session ends: at the latest twelve hours after signing in, however busy it is, and for every copy of its cookie when the person
/// signs out. Which sessions were ended is kept under hashes beside the links of letters, so that every instance of a host knows.
/// </summary>
internal sealed class SessionEnds(ILinkStore kept, IMemoryCache known)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // How long another instance may go on taking a session that was ended here.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private const string Began = "began";
    private const string Session = "session";

    /// <summary>Marks a session that begins.</summary>
    public static void Begin(AuthenticationProperties properties, DateTimeOffset now)
    {
        properties.Items[Began] = now.ToString("O", CultureInfo.InvariantCulture);
        properties.Items[Session] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>Whether a session goes on.</summary>
    public async Task<bool> GoesOnAsync(CookieValidatePrincipalContext context)
    {
        var now = (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow();
        return context.Properties.Items.TryGetValue(Began, out var began)
            && DateTimeOffset.TryParseExact(began, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && now - at < Longest
            && context.Properties.Items.TryGetValue(Session, out var session) && session is not null
            && !await HasEndedAsync(NameOf(session), context.HttpContext.RequestAborted);
    }

    /// <summary>Ends a session; durable when the answer comes.</summary>
    public async Task EndAsync(AuthenticationProperties? properties, CancellationToken stop)
    {
        if (properties?.Items.TryGetValue(Session, out var session) == true && session is not null)
        {
            var name = NameOf(session);
            await kept.PutAsync(name, "ended", seen: null, stop);
            known.Remove(name);
        }
    }

    private async Task<bool> HasEndedAsync(string name, CancellationToken stop)
    {
        if (known.TryGetValue(name, out _))
        {
            return false;
        }

        if (await kept.FindAsync(name, stop) is not null)
        {
            return true;
        }

        known.Set(name, true, LookAgain);
        return false;
    }

    private static string NameOf(string session) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"session\n{session}")));
}
