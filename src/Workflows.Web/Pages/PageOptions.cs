namespace Workflows.Web.Pages;

/// <summary>How the pages are set up; the host fills it in.</summary>
public sealed record PageOptions
{
    /// <summary>What the service is called at the head of each page: one line, 1 to 100 characters.</summary>
    public string ServiceName { get; init; } = "Safeguarding practice reviews";

    /// <summary>Sign-in with Microsoft Entra ID, or null where people do not sign in that way.</summary>
    public EntraSignIn? Entra { get; init; }
}

/// <summary>An application registered with Microsoft Entra ID, which people sign in to (OpenID Connect, code flow with PKCE).</summary>
public sealed record EntraSignIn
{
    /// <summary>The tenant: its identifier or a domain of it. One tenant; <c>common</c> is not taken.</summary>
    public required string Tenant { get; init; }

    /// <summary>Identifier of the application.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where the cloud's sign-in is; the public cloud's unless set. Plain <c>http</c> is taken on this machine alone.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public Uri Instance
    {
        get;
        init => field = value is { IsAbsoluteUri: true } && (value.Scheme == Uri.UriSchemeHttps || value is { IsLoopback: true, Scheme: "http" })
            ? value : throw new ArgumentException($"'{value}' is no https address.", nameof(value));
    } = new("https://login.microsoftonline.com/");

    /// <summary>Claim of the identity token that holds the person's identifier in the directory; compared in lower case.</summary>
    public string UserClaim { get; init; } = "preferred_username";
}
