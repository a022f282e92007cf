namespace Workflows.Process.Definitions.Reading;

/// <summary>Reads items: what all kinds have in common. What is special to a kind stands in <see cref="ItemKinds"/>.</summary>
internal static class ItemReader
{
    /// <summary>Reads one item; null where its kind cannot be told.</summary>
    public static ItemDefinition? Read(ReadingContext context, YamlPart part, string? stage)
    {
        var kinds = part is YamlMap map ? map.Entries.Where(entry => DefinitionKeys.Kinds.Contains(entry.Key)).ToList() : [];
        // 'document' beside another kind would be two kinds; the first one written is the one meant.
        if (kinds.Count == 0 || kinds[0].Value is not YamlScalar { IsEmpty: false } id)
        {
            context.Problems.Add(part.Place, "An item does not say what it is.",
                $"Begin it with its kind and identifier; kinds are: {string.Join(", ", DefinitionKeys.Kinds)}.");
            return null;
        }
        var kind = kinds[0].Key;
        if (Section.Open(part, $"{kind} '{ProblemLog.Shown(id.Text)}'", [.. DefinitionKeys.Item(kind)], context.Problems) is not { } section)
            return null;
        var standing = new Standing(stage, id.Text);
        return Common(ItemKinds.Read(context, kind, section, standing), context, kind, section, standing);
    }

    private static ItemDefinition Common(
        ItemDefinition item, ReadingContext context, string kind, Section section, Standing standing)
    {
        var id = standing.Item!;
        var title = section.Text("title", 200);
        var ask = FactReader.ReadAll(context, section, "ask");
        return item with
        {
            Id = id,
            Title = title,
            Help = section.OptionalText("help", 1000),
            By = By(context, kind, section),
            Each = Each(context, section),
            After = After(context, section),
            When = ConditionReader.Read(context, section, "when"),
            NotBefore = AnchorReader.Moment(context, section, "notBefore", standing),
            Due = DeadlineReader.OfItem(context, section, id, title, standing),
            Request = section.Flag("request") ?? kind == "approval",
            Ask = ask,
            On = On(context, section, ask),
            Unfinished = Unfinished(context, kind, section, standing),
            NotBy = context.Items(section, "notBy"),
            Repeat = Repeat(context, section),
            Publishes = Publishes(context, section),
            WithdrawsPublication = section.Flag("withdrawsPublication") ?? false,
            Cite = section.OptionalText("cite", 300),
        };
    }

    private static IReadOnlyList<string> By(ReadingContext context, string kind, Section section)
    {
        if (kind is "notice" or "wait")
            return [];
        var key = kind == "approval" ? "of" : "by";
        section.Required(key);
        return context.Roles(section, key);
    }

    private static string? Each(ReadingContext context, Section section)
    {
        var lists = context.Names.Facts.Values.Where(fact => fact.List).Select(fact => fact.Name);
        return context.Known(section, "each", "list fact", lists, "Ask a fact of type text with 'list: true'.");
    }

    private static List<Predecessor> After(ReadingContext context, Section section)
    {
        var after = new List<Predecessor>();
        var parts = section.Optional("after") switch { null => [], YamlList list => list.Parts, var single => [single] };
        foreach (var part in parts)
        {
            if (Predecessor(context, part) is not { } predecessor)
                continue;
            if (after.Exists(other => other.Item == predecessor.Item))
                context.Problems.Add(part.Place, $"'{predecessor.Item}' is named twice in 'after'.",
                    "Remove one of the two.");
            else
                after.Add(predecessor);
        }
        return after;
    }

    private static Predecessor? Predecessor(ReadingContext context, YamlPart part)
    {
        if (part is YamlScalar single)
            return context.IsItem(single) ? new Predecessor(single.Text, OrDue: false) : null;
        if (Section.Open(part, "entry of 'after'", DefinitionKeys.Predecessor, context.Problems) is not { } section)
            return null;
        var orDue = section.Flag("orDue") ?? false;
        if (section.Required("item") is YamlScalar name)
            return context.IsItem(name) ? new Predecessor(name.Text, orDue) : null;
        return null;
    }

    private static string? On(ReadingContext context, Section section, IReadOnlyList<FactDefinition> ask)
    {
        var dates = ask.Where(fact => fact.Type == FactType.Date).Select(fact => fact.Name);
        return context.Known(section, "on", "asked date", dates, "Add a fact of type date to this item's 'ask'.");
    }

    private static Unfinished Unfinished(ReadingContext context, string kind, Section section, Standing standing)
    {
        if (kind == "register")
            return Definitions.Unfinished.Drop;
        var word = section.Word<Unfinished>("unfinished");
        if (word == Definitions.Unfinished.Wait && standing.Stage is null)
            context.Problems.Add(section.PlaceOf("unfinished"), "Nothing waits for what stands alongside.",
                "Write gap or drop, or move the item into a stage.");
        return word ?? (standing.Stage is null ? Definitions.Unfinished.Gap : Definitions.Unfinished.Wait);
    }

    private static Repetition? Repeat(ReadingContext context, Section section)
    {
        if (section.Optional("repeat") is not { } part
            || Section.Open(part, "repetition", DefinitionKeys.Repeat, context.Problems) is not { } repeat)
            return null;
        repeat.Required("every");
        var every = repeat.Budget("every");
        if (every?.Amount == 0)
            context.Problems.Add(repeat.PlaceOf("every"), "Nothing can come again after no time.",
                "Write a time limit of 1 or more.");
        var until = context.Items(repeat, "until");
        return every is null ? null : new Repetition(every.Value, until);
    }

    private static PublicationDefinition? Publishes(ReadingContext context, Section section)
    {
        if (section.Optional("publishes") is not { } part
            || Section.Open(part, "publication", DefinitionKeys.Publishes, context.Problems) is not { } publishes)
            return null;
        publishes.Required("document");
        publishes.Required("as");
        var document = ItemKinds.Document(context, publishes, "document");
        var form = publishes.Word<PublicationForm>("as");
        return document is null || form is null ? null : new PublicationDefinition(document, form.Value);
    }
}
