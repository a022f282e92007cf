using Microsoft.IdentityModel.Tokens;
using Workflows.Web.Pages;

namespace Workflows.Web;

/// <summary>How the web application is set up; the host fills it in.</summary>
public sealed record WebOptions
{
    /// <summary>Who issues the bearer tokens that are taken: the <c>iss</c> claim.</summary>
    public required string Issuer { get; init; }

    /// <summary>For whom they are issued: the <c>aud</c> claim.</summary>
    public required string Audience { get; init; }

    /// <summary>Keys that tokens may be signed with. Empty where <see cref="Authority"/> publishes them.</summary>
    public IReadOnlyList<SecurityKey> SigningKeys { get; init; } = [];

    /// <summary>Address (https) of the identity provider that publishes its keys, or null.</summary>
    public string? Authority { get; init; }

    /// <summary>Claim that holds the person's identifier in the directory; <c>sub</c> unless set.</summary>
    public string UserClaim { get; init; } = "sub";

    /// <summary>Requests that one person (or address, where nobody is signed in) may make at once; 1 or more, 2,000 unless set.</summary>
    public int RequestBurst { get; init; } = 2_000;

    /// <summary>Requests a second that one person or address may go on making; 1 or more, 1,000 unless set.</summary>
    public int RequestsPerSecond { get; init; } = 1_000;

    /// <summary>To whom a weakness is reported: a <c>mailto:</c>, <c>https:</c> or <c>tel:</c> address; null where nobody is named.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public Uri? SecurityContact
    {
        get;
        init => field = value is null || IsContact(value) ? value : throw new ArgumentException("A contact is a mailto:, https: or tel: address.", nameof(value));
    }

    /// <summary>How the pages are set up.</summary>
    public PageOptions Pages { get; init; } = new();

    /// <summary>Reads the setting <c>Service:SecurityContact</c>: an address of mail, or a <c>mailto:</c>, <c>https:</c> or <c>tel:</c> address.</summary>
    /// <param name="text">What was set, or null.</param>
    /// <param name="contact">The contact; null where nothing was set.</param>
    /// <returns>Whether it can be used.</returns>
    public static bool TryReadContact(string? text, out Uri? contact)
    {
        contact = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var trimmed = text.Trim();
        var whole = trimmed.Contains(':', StringComparison.Ordinal) || !trimmed.Contains('@', StringComparison.Ordinal) ? trimmed : $"mailto:{trimmed}";
        if (!whole.Any(letter => char.IsControl(letter) || letter == ' ') && Uri.TryCreate(whole, UriKind.Absolute, out var address) && IsContact(address))
        {
            contact = address;
        }

        return contact is not null;
    }

    private static bool IsContact(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "mailto" or "https" or "tel" } && !address.AbsoluteUri.Any(char.IsControl);
}
