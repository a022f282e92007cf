using System.Globalization;

namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads what is special to each kind of item; identifier and title are filled in by <see cref="ItemReader"/>.</summary>
internal static class ItemKinds
{
    public static ItemDefinition Read(ReadingContext context, string kind, Section section, Standing standing) => kind switch
    {
        "task" => new TaskDefinition { Id = "", Title = "" },
        "document" => new DocumentDefinition { Id = "", Title = "" },
        "approval" => Approval(context, section),
        "decision" => OutcomeReader.Decision(context, section),
        "notice" => Notice(context, section),
        "wait" => Wait(context, section, standing),
        _ => new RegisterDefinition { Id = "", Title = "" },
    };

    /// <summary>The document that a key names, or null.</summary>
    public static string? Document(ReadingContext context, Section section, string key)
    {
        var documents = context.Names.Items.Values.Where(item => item.Kind == "document").Select(item => item.Id);
        return context.Known(section, key, "document", documents, "Add an item 'document: …' with that identifier.");
    }

    private static NoticeDefinition Notice(ReadingContext context, Section section)
    {
        section.Required("to");
        return new NoticeDefinition
        {
            Id = "", Title = "", To = context.Recipients(section, "to", orResponsible: false), Says = section.Text("says", 1000),
        };
    }

    private static WaitDefinition Wait(ReadingContext context, Section section, Standing standing)
    {
        section.Required("until");
        var until = AnchorReader.Moment(context, section, "until", standing)
            ?? new Moment(default, default, new Anchor(AnchorKind.ReviewOpened, ""));
        return new WaitDefinition { Id = "", Title = "", Until = until };
    }

    private static ApprovalDefinition Approval(ReadingContext context, Section section)
    {
        var roles = context.Roles(section, "of").Count;
        var (quorum, setting) = Quorum(context, section, roles);
        return new ApprovalDefinition
        {
            Id = "", Title = "", Quorum = quorum, QuorumSetting = setting, About = Document(context, section, "about"),
            RejectionReopens = section.Required("rejected") is { } part
                && Section.Open(part, "rejection", DefinitionKeys.Rejected, context.Problems) is { } rejected
                && rejected.Required("reopens") is not null
                    ? context.Items(rejected, "reopens")
                    : [],
        };
    }

    private static (int? Number, string? Setting) Quorum(ReadingContext context, Section section, int roles)
    {
        if (section.Optional("quorum") is not { } part)
            return (null, null);
        var text = (part as YamlScalar)?.Text ?? "";
        if (text == "all")
            return (null, null);
        if (IsCount(text, out var number))
        {
            if (number > roles && roles > 0)
                context.Problems.Add(part.Place, $"The quorum of {number} exceeds the {roles} roles that approve.",
                    $"Write a number from 1 to {roles}, or all.");
            return (number, null);
        }
        if (text.Split('.') is not ["settings", var name])
        {
            context.Problems.Add(part.Place, $"'{ProblemLog.Shown(text)}' is no quorum.",
                "Write all, a number from 1, or settings.NAME.");
            return (null, null);
        }
        if (!context.Names.Settings.TryGetValue(name, out var options))
        {
            context.Problems.AddUnknown(part.Place, "setting", name, context.Names.Settings.Keys,
                "Declare it under 'settings'.");
            return (null, null);
        }
        foreach (var option in options.Where(option => roles > 0 && option != "all" && !(IsCount(option, out var count) && count <= roles)))
            context.Problems.Add(part.Place,
                $"The setting '{name}' has the option '{ProblemLog.Shown(option)}', which is no quorum of {roles} roles.",
                $"Give it only the options all and 1 to {roles}.");
        return (null, name);
    }

    private static bool IsCount(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= Section.MostEntries;
}
