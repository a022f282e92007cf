using Workflows.Process.Decisions;
using Workflows.Reviews.Desk;
using Workflows.Reviews.Directory;

namespace Workflows.Reviews.Reviewers;

/// <summary>What the register says of its reviewers in respect of a review: whether they fit, and their conflicts of interest.</summary>
public static class ReviewerRegister
{
    /// <summary>What the register says of one of its reviewers in respect of a review.</summary>
    /// <param name="reviewer">The reviewer.</param>
    /// <param name="file">The review.</param>
    /// <param name="directory">The directory now.</param>
    public static ReviewerCard CardOf(Reviewer reviewer, ReviewFile file, DirectorySnapshot directory)
    {
        ArgumentNullException.ThrowIfNull(reviewer);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(directory);
        var open = OpenCase.Of(file);
        var method = directory.MethodOf(open.Method);
        return new ReviewerCard(
            reviewer.User, method.Reviewers, Unfit(reviewer, method, open.Partnership), [.. Conflicts(reviewer, open)]);
    }

    /// <summary>What the method of a review wants of its reviewers.</summary>
    /// <param name="file">The review.</param>
    /// <param name="directory">The directory now.</param>
    public static ReviewMethod MethodOf(ReviewFile file, DirectorySnapshot directory) => directory.MethodOf(OpenCase.MethodOf(file.State));

    /// <summary>Why a reviewer cannot review by a method in a partnership; null where they can.</summary>
    internal static string? Unfit(Reviewer reviewer, ReviewMethod method, string partnership)
    {
        if (method.Accreditation is { } needed && !reviewer.Accreditations.Contains(needed, StringComparer.OrdinalIgnoreCase))
        {
            return $"The register does not know this reviewer to be accredited in '{needed}', which the method wants of each.";
        }

        if (reviewer.Methods.Count > 0 && !reviewer.Methods.Contains(method.Id))
        {
            return $"The register does not know this reviewer to review by '{method.Id}'.";
        }

        return reviewer.Areas.Count > 0 && !reviewer.Areas.Contains(partnership)
            ? "The register does not know this reviewer to review for this partnership." : null;
    }

    /// <summary>Conflicts of interest that there is reason to see.</summary>
    internal static IEnumerable<FoundConflict> Conflicts(Reviewer reviewer, OpenCase open)
    {
        foreach (var agency in open.Agencies.Where(agency => reviewer.Agencies.Contains(agency, StringComparer.OrdinalIgnoreCase)))
        {
            yield return new FoundConflict("agency", $"The reviewer works or worked for an agency of this case ({agency}).");
        }

        if (reviewer.Cases.Contains(open.Reference, StringComparer.OrdinalIgnoreCase))
        {
            yield return new FoundConflict("earlier-case", "The reviewer had a part in this case before.");
        }

        if (open.DeclaredBy.Contains(reviewer.User))
        {
            yield return new FoundConflict("declared", "A conflict of interest was declared of this reviewer.");
        }
    }
}
