namespace Workflows.Reviews.Letters;

/// <summary>What every letter needs to know of the service that sends it.</summary>
public sealed record LetterOptions
{
    /// <summary>
    /// Where people reach the service: an absolute <c>http</c> or <c>https</c> address, with or without a path, without
    /// question mark, fragment or user.
    /// </summary>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public required Uri PublicAddress
    {
        get;
        init => field = value is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            ? value
            : throw new ArgumentException($"'{value}' is no address of a service: write https://host, with a path if there is one.", nameof(value));
    }

    /// <summary>What the service is called: one line, 1 to 100 characters.</summary>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public required string ServiceName
    {
        get;
        init => field = value is { Length: > 0 and <= 100 } && !value.Any(char.IsControl)
            ? value
            : throw new ArgumentException("The name of the service is one line of 1 to 100 characters.", nameof(value));
    }
}
