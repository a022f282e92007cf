using System.Text.Json;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Links;

/// <summary>
/// The links in letters. Each is an opaque pointer to one letter to one recipient; what it leads to is kept under the pointer's hash.
/// Following one proves nothing but that one has the letter: signing in, or a code, comes after it.
/// </summary>
public sealed class LetterLinks(ILinkStore kept, LinkSecrets secrets, LetterOptions options, TimeProvider clock)
{
    /// <summary>How long a link leads anywhere: 90 days.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private const int MostTries = 20;

    /// <summary>The address to put into a letter; what it leads to is kept before this answers.</summary>
    /// <param name="review">The review.</param>
    /// <param name="letter">Identifier of the letter in it.</param>
    /// <param name="to">Identifier of the person or body that it is written to.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<Uri> AddressAsync(ReviewId review, string letter, string to, CancellationToken stop)
    {
        var pointer = secrets.Pointer(review, letter, to);
        var link = new LetterLink { Review = review.Value, Letter = letter, To = to, KeptAt = clock.GetUtcNow() };

        // One that is there already was kept by an attempt before, or was made useless, and stays so.
        await kept.PutAsync(LinkSecrets.NameOf(pointer)!, Write(link), seen: null, stop);
        return new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/letters/{pointer}");
    }

    /// <summary>What a pointer leads to, or null where it is none of ours, is too old or was made useless.</summary>
    /// <param name="secret">The secret in the address, as it came.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<LetterLink?> FindAsync(string? secret, CancellationToken stop) =>
        LinkSecrets.NameOf(secret) is { } name && await kept.FindAsync(name, stop) is { } found
            && Read(found.Text) is var link && IsGood(link) ? link : null;

    /// <summary>Makes the link of a letter useless, for good. A letter that was not sent yet will carry a useless one.</summary>
    /// <param name="review">The review.</param>
    /// <param name="letter">Identifier of the letter in it.</param>
    /// <param name="to">Identifier of the person or body that it was written to.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task RevokeAsync(ReviewId review, string letter, string to, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var fresh = new LetterLink { Review = review.Value, Letter = letter, To = to, KeptAt = now };
        return ChangeAsync(
            LinkSecrets.NameOf(secrets.Pointer(review, letter, to))!,
            link => ((link ?? fresh) with { RevokedAt = link?.RevokedAt ?? now, Code = null }, true), stop);
    }

    /// <summary>Changes what a name leads to, again where somebody else was faster. A null change keeps all as it is.</summary>
    internal async Task<T> ChangeAsync<T>(string name, Func<LetterLink?, (LetterLink? Changed, T Answer)> change, CancellationToken stop)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await kept.FindAsync(name, stop);
            var (changed, answer) = change(found is null ? null : Read(found.Text));
            if (changed is null || await kept.PutAsync(name, Write(changed), found?.Version, stop))
            {
                return answer;
            }
        }

        throw new StoreUnavailableException("The same link is changed by many at once. Try again in a while.", inner: null);
    }

    internal bool IsGood(LetterLink link) => link.RevokedAt is null && clock.GetUtcNow() < link.KeptAt + Lifetime;

    private static LetterLink Read(string text) => JsonSerializer.Deserialize<LetterLink>(text, JsonSerializerOptions.Web)
        ?? throw new FormatException("A link that was kept cannot be read.");

    private static string Write(LetterLink link) => JsonSerializer.Serialize(link, JsonSerializerOptions.Web);
}
