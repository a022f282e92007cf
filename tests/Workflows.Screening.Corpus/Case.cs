namespace Workflows.Screening.Corpus;

/// <summary>An invented case: its people and places, and its list.</summary>
internal sealed class Case
{
    public Case(Random random, Details details)
    {
        var surname = Pick(random, Pools.Surnames);
        People =
        [
            .. Enumerable.Range(0, 4).Select(at => (Pick(random, Pools.Given), at < 2 ? surname : Pick(random, Pools.Surnames))).DistinctBy(person => person.Item1),
        ];
        Place = Pick(random, Pools.Places);
        Street = Pick(random, Pools.Streets);
        House = random.Next(1, 150);
        School = Pick(random, Pools.Schools);
        Practice = Pick(random, Pools.Practices);
        Birthday = details.Date();
        Reference = $"{"ABCDEFGH"[random.Next(8)]}{random.Next(100_000, 999_999)}";
        List =
        [
            .. People.Select(person => new ListEntry(ListKind.Person, $"{person.Given} {person.Surname}", [])),
            new(ListKind.Place, Place, []),
            new(ListKind.Place, $"{House} {Street}", []),
            new(ListKind.School, School, []),
            new(ListKind.Practice, Practice, []),
            new(ListKind.Date, Birthday.ToString("yyyy-MM-dd"), []),
            new(ListKind.Number, Reference, []),
        ];
    }

    public (string Given, string Surname)[] People { get; }

    public string Place { get; }

    public string Street { get; }

    public int House { get; }

    public string School { get; }

    public string Practice { get; }

    public DateOnly Birthday { get; }

    public string Reference { get; }

    public IReadOnlyList<ListEntry> List { get; }

    public static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
