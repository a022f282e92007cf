using Workflows.Process.Definitions.Reading;

namespace Workflows.Reviews.Directory.Reading;

/// <summary>Reads the register of reviewers, and what methods want of them.</summary>
internal static class ReviewerReader
{
    private const int MostReviewers = 2_000;
    private static readonly string[] Keys =
        ["user", "accreditations", "methods", "areas", "agencies", "cases", "from", "to", "atOnce"];

    public static IReadOnlyList<Reviewer> ReadAll(
        Section root, ProblemLog problems, IReadOnlyCollection<string> users, IReadOnlyCollection<string> partnerships)
    {
        var reviewers = new List<Reviewer>();
        foreach (var part in root.List("reviewers", MostReviewers))
        {
            if (Section.Open(part, "reviewer", Keys, problems) is { } section)
            {
                var reviewer = Read(section);
                Check(reviewer, section, problems, reviewers, users, partnerships);
                reviewers.Add(reviewer);
            }
        }

        return reviewers;
    }

    public static IReadOnlyList<ReviewMethod> ReadMethods(Section root, ProblemLog problems)
    {
        var methods = new List<ReviewMethod>();
        foreach (var entry in root.Entries("methods"))
        {
            if (Section.Open(entry.Value, $"method '{ProblemLog.Shown(entry.Key)}'", ["reviewers", "accreditation", "months"], problems) is { } section)
            {
                var accreditation = section.Has("accreditation") ? section.Text("accreditation", 100) : null;
                methods.Add(new ReviewMethod(
                    entry.Key, section.Number("reviewers", 1, 10) ?? 1, accreditation, section.Number("months", 1, 36) ?? 6));
            }
        }

        return methods;
    }

    private static Reviewer Read(Section section) => new()
    {
        User = section.Text("user", 100),
        Accreditations = Texts(section, "accreditations"),
        Methods = Texts(section, "methods"),
        Areas = Texts(section, "areas"),
        Agencies = Texts(section, "agencies"),
        Cases = Texts(section, "cases"),
        From = section.Has("from") ? section.Date("from") : null,
        To = section.Has("to") ? section.Date("to") : null,
        AtOnce = section.Number("atOnce", 1, 20) ?? 1,
    };

    private static string[] Texts(Section section, string key) =>
        [.. section.Names(key).Select(name => CanonicalText.OneLine(name.Text, 200)).OfType<string>()];

    private static void Check(
        Reviewer reviewer, Section section, ProblemLog problems, List<Reviewer> before, IReadOnlyCollection<string> users,
        IReadOnlyCollection<string> partnerships)
    {
        if (reviewer.User.Length > 0 && !users.Contains(reviewer.User))
        {
            problems.Add(
                section.PlaceOf("user"), $"There is no person '{ProblemLog.Shown(reviewer.User)}'.",
                "Name the 'user' of somebody in this file, who signs in and gets letters.");
        }

        if (before.Exists(each => each.User == reviewer.User))
        {
            problems.Add(section.PlaceOf("user"), $"The reviewer '{ProblemLog.Shown(reviewer.User)}' stands here twice.", "Keep one entry.");
        }

        foreach (var area in reviewer.Areas.Where(area => !partnerships.Contains(area)))
        {
            problems.Add(section.PlaceOf("areas"), $"There is no partnership '{ProblemLog.Shown(area)}'.", "Name partnerships of this file.");
        }

        if (reviewer.To < reviewer.From)
        {
            problems.Add(section.PlaceOf("to"), "The time of the reviewer ends before it begins.", "Put the earlier day in 'from'.");
        }
    }
}
