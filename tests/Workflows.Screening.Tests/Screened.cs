using System.Text;
using Workflows.Screening.Reading;

namespace Workflows.Screening.Tests;

/// <summary>Screens a text against a list that the tests share.</summary>
internal static class Screened
{
    public static readonly IReadOnlyList<ListEntry> List =
    [
        new(ListKind.Person, "Jake Michael Harris", []), new(ListKind.Person, "Rose Okafor", []), new(ListKind.Person, "May Lin", []),
        new(ListKind.Person, "Siobhán O'Brien", []), new(ListKind.Person, "Mohammed Al-Hassan", []), new(ListKind.School, "Oakfield Primary School", []),
        new(ListKind.Practice, "Netherby Medical Centre", []), new(ListKind.Place, "14 Acacia Avenue, Fernton", []), new(ListKind.Number, "PR-2021/00456", []),
        new(ListKind.Date, "12 March 2021", []), new(ListKind.Other, "Ehlers-Danlos syndrome", []),
    ];

    public static IReadOnlyList<Finding> Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<Finding> Of(byte[] document) => new Screen(List).Find(Read(document), CancellationToken.None);

    public static DocumentText Read(byte[] document) => DocumentReader.Read(document, "report", CancellationToken.None);
}
