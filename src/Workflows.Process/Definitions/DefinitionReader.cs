using System.Security.Cryptography;
using System.Text;
using Workflows.Process.Definitions.Checks;
using Workflows.Process.Definitions.Reading;

namespace Workflows.Process.Definitions;

/// <summary>
/// Reads definition files. A file is used only when nothing at all is wrong with it; otherwise every problem is named
/// with its line and what to do. Pure, and safe for text from anywhere: size, depth and counts are limited.
/// </summary>
public static class DefinitionReader
{
    /// <summary>Longest text that is read, in bytes of UTF-8: 256 KB.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>Most items of one definition, in all stages and alongside together.</summary>
    public const int MaximumItems = 500;

    /// <summary>Reads a definition.</summary>
    /// <param name="text">The file's text, in the language of definitions (YAML).</param>
    /// <param name="fileName">The file's name, for messages only.</param>
    /// <returns>The definition, or every problem of the file.</returns>
    public static DefinitionReading Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var problems = new ProblemLog(fileName);
        var definition = Read(text, problems);
        return problems.IsEmpty ? new DefinitionReading(definition!) : new DefinitionReading(problems.InOrder());
    }

    /// <summary>The content hash of a definition: what a review records, and what a released version keeps.</summary>
    /// <param name="text">The file's text; line ends and a byte order mark make no difference.</param>
    /// <returns>SHA-256 in 64 lower-case hex digits.</returns>
    public static string HashOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normal = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normal)));
    }

    private static ProcessDefinition? Read(string text, ProblemLog problems)
    {
        if (text.Length > MaximumBytes || Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            problems.Add(new Place(1, 1), $"The file is larger than {MaximumBytes} bytes.",
                "Shorten it, or divide the process in two.");
            return null;
        }
        if (YamlTree.Load(text.TrimStart('\uFEFF'), problems) is not { } root)
            return null;
        var names = NameCollector.Collect(root, problems);
        var context = new ReadingContext(root, problems, names);
        if (names.Items.Count > MaximumItems)
            problems.Add(root.Place, $"There are more than {MaximumItems} items.", "Divide the process in two.");
        if (Section.Open(root, "definition", DefinitionKeys.Process, problems) is not { } section)
            return null;
        var definition = Definition(context, section, HashOf(text));
        DefinitionChecks.Run(definition, context);
        return definition;
    }

    private static ProcessDefinition Definition(ReadingContext context, Section root, string hash)
    {
        root.Required("roles");
        root.Required("openedBy");
        root.Required("facts");
        root.Required("stages");
        return new ProcessDefinition
        {
            Id = Identifier(context, root),
            Version = Version(context, root),
            Title = root.Text("title", 200),
            Summary = root.Text("summary", 1000),
            Hash = hash,
            Effective = HeadReader.Effective(context, root),
            Roles = HeadReader.Titles(context, root, "roles"),
            Groups = HeadReader.Groups(context, root),
            Bodies = HeadReader.Titles(context, root, "bodies"),
            OpenedBy = context.Roles(root, "openedBy"),
            Withdrawal = HeadReader.Withdrawal(context, root),
            Settings = HeadReader.Settings(context, root),
            Facts = FactReader.ReadAll(context, root, "facts"),
            Stages = StageReader.ReadAll(context, root),
            Alongside = StageReader.Items(context, root, "alongside", null),
            Deadlines = [.. root.List("deadlines").Select(part => DeadlineReader.Spanning(context, part)).OfType<DeadlineDefinition>()],
            Ladders = LadderReader.ReadAll(context, root),
            LinkedEnding = StartReader.Ending(context, root),
        };
    }

    private static string Identifier(ReadingContext context, Section root)
    {
        var id = root.Text("process", 60);
        if (id.Length > 0 && (!Spelling.IsIdentifier(id) || Spelling.EndsLikeAnInstance(id)))
            context.Problems.Add(root.PlaceOf("process"), $"'{ProblemLog.Shown(id)}' is no identifier of a process.",
                "Write small letters, digits and hyphens, not ending in a hyphen and digits.");
        return id;
    }

    private static string Version(ReadingContext context, Section root)
    {
        var version = root.Text("version", 20);
        if (version.Length == 0)
            return version;
        if (!ProcessVersion.TryParse(version, out _))
            context.Problems.Add(root.PlaceOf("version"), $"'{ProblemLog.Shown(version)}' is no version.",
                "Write one to three numbers with full stops between them, in quotes: \"2026.1\".");
        else if (root.Optional("version") is YamlScalar { Plain: true })
            context.Problems.Add(root.PlaceOf("version"), "The version is not in quotes.",
                $"Write version: \"{version}\"; without quotes other programs read a number.");
        return version;
    }
}
