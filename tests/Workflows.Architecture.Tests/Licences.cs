using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Architecture.Tests;

/// <summary>The packages that go into the product, as the lock files pin them, and what each says of its licence.</summary>
internal static partial class Licences
{
    /// <summary>Licences under which a package may be used here.</summary>
    public static IReadOnlyList<string> Allowed { get; } = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "PostgreSQL", "Unlicense"];

    /// <summary>Packages that name no licence in the usual way, each with the one that somebody read, and where.</summary>
    private static readonly Dictionary<string, (string Licence, string Where)> s_read = new(StringComparer.OrdinalIgnoreCase)
    {
        ["System.Reactive.Compatibility"] = ("MIT", "LICENSE of its repository, dotnet/reactive; the package names an older address"),
        ["System.Security.Cryptography.ProtectedData"] = ("MIT", "LICENSE.TXT of its repository, dotnet/corefx, which the package names"),
        ["XmpCore"] = ("BSD-3-Clause", "the licence of Adobe's XMP toolkit, which the package names"),
    };

    /// <summary>The packages of all rooms, in order of their names, each once for a version.</summary>
    public static IReadOnlyList<(string Name, string Version)> Packages { get; } =
    [
        .. Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith("/packages.lock.json", StringComparison.Ordinal))
            .SelectMany(In).Distinct().OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase).ThenBy(package => package.Version, StringComparer.Ordinal),
    ];

    /// <summary>The licence of a package and how that is known, or null where the package is not on this machine.</summary>
    public static (string Licence, string How)? Of(string name, string version)
    {
        var folder = Path.Combine(Cache(), name.ToLowerInvariant(), version.ToLowerInvariant());
        var file = Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec");
        if (!File.Exists(file))
        {
            return null;
        }

        var text = File.ReadAllText(file);
        if (Expression().Match(text) is { Success: true } said)
        {
            return (said.Groups["licence"].Value, "said by the package");
        }

        if (LicenceFile().Match(text) is { Success: true } named
            && File.ReadAllText(Path.Combine(folder, named.Groups["file"].Value.Replace('\\', '/'))) is var licence
            && licence.Contains("Permission is hereby granted, free of charge, to any person obtaining a copy", StringComparison.Ordinal))
        {
            return ("MIT", $"{named.Groups["file"].Value} in the package");
        }

        return s_read.TryGetValue(name, out var read) ? (read.Licence, read.Where) : ("unknown", "nobody has read it yet");
    }

    /// <summary>Whether one of the licences offered is allowed.</summary>
    public static bool IsAllowed(string licence) => licence.Split(" OR ").Any(Allowed.Contains);

    private static IEnumerable<(string Name, string Version)> In(string lockFile)
    {
        using var document = JsonDocument.Parse(Repository.Read(lockFile));
        return
        [
            .. document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!)),
        ];
    }

    private static string Cache() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex("<license type=\"expression\">(?<licence>[^<]+)</license>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Expression();

    [GeneratedRegex("<license type=\"file\">(?<file>[^<]+)</license>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LicenceFile();
}
