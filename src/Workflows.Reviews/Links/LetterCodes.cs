using Microsoft.Extensions.Logging;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;
using Workflows.Reviews.Letters;
using Workflows.Reviews.Ports;

namespace Workflows.Reviews.Links;

/// <summary>
/// Lets somebody without an account show that a letter came to them: a code goes to the address that the directory has of the letter's
/// recipient, is good for ten minutes, for few tries and once. Nothing that is answered tells whether a link is known.
/// </summary>
public sealed class LetterCodes(
    LetterLinks links, LinkSecrets secrets, DirectorySource directory, IMailSender mail, LetterOptions options, TimeProvider clock,
    ILogger<LetterCodes> log)
{
    /// <summary>Sends a code to the person whose letter has this link, where there is one and the limits allow it.</summary>
    /// <param name="secret">The secret in the address, as it came.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task SendAsync(string? secret, CancellationToken stop)
    {
        // A body has an address but is nobody; its people sign in.
        if (await links.FindAsync(secret, stop) is not { } link
            || directory.Current.FindPerson(link.To) is not { Email: var address } || LinkSecrets.NameOf(secret) is not { } name)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var code = LinkSecrets.NewCode();
        if (!CodeLimits.AllowAtLink(link.CodesSentAt, now) || !await MayGoAsync(secrets.NameOfAddress(address), link.To, now, stop)
            || !await KeepAsync(name, code, now, stop))
        {
            DeskLog.CodeRefused(log, link.Review);
            return;
        }

        var result = await mail.SendAsync(CodeLetter.Write(link.ReviewId, name, code, address, options, now), stop);
        if (result is not MailResult.Sent)
        {
            DeskLog.CodeNotSent(log, link.Review);
        }
    }

    /// <summary>Tries a code. Whether it is right or wrong, a code is good for a few tries and once.</summary>
    /// <param name="secret">The secret in the address, as it came.</param>
    /// <param name="code">The code, as it came.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>What the link leads to, or null where the code is not good.</returns>
    public async Task<LetterLink?> TryAsync(string? secret, string? code, CancellationToken stop)
    {
        if (LinkSecrets.NameOf(secret) is not { } name || await links.FindAsync(secret, stop) is null)
        {
            return null;
        }

        var given = secrets.HashOf(name, Digits(code));
        return await links.ChangeAsync<LetterLink?>(
            name,
            link =>
            {
                if (link is null || !links.IsGood(link) || link.Code is not { } sent || clock.GetUtcNow() >= sent.Until || sent.TriesLeft <= 0)
                {
                    return (null, null);
                }

                var used = link with { Code = null };
                return LinkSecrets.AreSame(given, sent.Hash)
                    ? (used, used) : (link with { Code = sent with { TriesLeft = sent.TriesLeft - 1 } }, null);
            },
            stop);
    }

    private Task<bool> KeepAsync(string name, string code, DateTimeOffset now, CancellationToken stop) => links.ChangeAsync(
        name,
        link => link is not null && CodeLimits.AllowAtLink(link.CodesSentAt, now)
            ? (link with
            {
                Code = new LinkCode(secrets.HashOf(name, code), now + CodeLimits.Lifetime, CodeLimits.Tries),
                CodesSentAt = CodeLimits.With(link.CodesSentAt, now),
            }, true)
            : (null, false),
        stop);

    // What is kept of an address has no review and no letter: only when it was written to.
    private Task<bool> MayGoAsync(string name, string to, DateTimeOffset now, CancellationToken stop) => links.ChangeAsync(
        name,
        sent =>
        {
            var before = sent ?? new LetterLink { Review = string.Empty, Letter = string.Empty, To = to, KeptAt = now };
            return CodeLimits.AllowAtAddress(before.CodesSentAt, now)
                ? (before with { CodesSentAt = CodeLimits.With(before.CodesSentAt, now) }, true) : (null, false);
        },
        stop);

    // People type a code with a space in the middle, as letters show it.
    private static string Digits(string? code) => string.Concat((code ?? string.Empty).Where(char.IsAsciiDigit).Take(12));
}
