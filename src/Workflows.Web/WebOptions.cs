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

    /// <summary>How the pages are set up.</summary>
    public PageOptions Pages { get; init; } = new();
}
