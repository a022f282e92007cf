namespace Workflows.Reviews.Directory;

/// <summary>Somebody of the register of lead reviewers. They are one of the directory's people, who has the name, address and absences.</summary>
public sealed record Reviewer
{
    /// <summary>Identifier of the person.</summary>
    public required string User { get; init; }

    /// <summary>What they are accredited in, for example <c>learning-together</c>.</summary>
    public IReadOnlyList<string> Accreditations { get; init; } = [];

    /// <summary>Methods by which they review; none: by any.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Partnerships for which they review; none: for any.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Agencies that they work or worked for: a conflict of interest where one is involved; capitals make no difference.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>References of cases in which they had a part before: a conflict of interest in a review that bears one.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>First day on which they can take a review, Europe/London; null: at once.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which they can take a review, Europe/London; null: no end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many reviews they carry at once, 1 to 20.</summary>
    public int AtOnce { get; init; } = 1;
}

/// <summary>What a method of review wants of its reviewers.</summary>
/// <param name="Id">Name of the method as reviews answer <c>facts.method</c>, or of the process where none is asked.</param>
/// <param name="Reviewers">How many together, 1 to 10.</param>
/// <param name="Accreditation">What each must be accredited in, or null.</param>
/// <param name="Months">How many months a review takes, 1 to 36: what the forecast reckons with.</param>
public sealed record ReviewMethod(string Id, int Reviewers, string? Accreditation, int Months)
{
    /// <summary>A method of which the directory says nothing: one reviewer, six months.</summary>
    /// <param name="id">Its name.</param>
    public static ReviewMethod Plain(string id) => new(id, Reviewers: 1, Accreditation: null, Months: 6);
}
