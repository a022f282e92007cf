namespace Workflows.Screening;

/// <summary>What an entry of a case's list is.</summary>
public enum ListKind
{
    /// <summary>A person: child, relative, member of staff.</summary>
    Person,

    /// <summary>A place or address.</summary>
    Place,

    /// <summary>A school, nursery or college.</summary>
    School,

    /// <summary>A practice, surgery, hospital, or other service.</summary>
    Practice,

    /// <summary>A number or reference, with letters or without.</summary>
    Number,

    /// <summary>A date, written in any usual way, day before month.</summary>
    Date,

    /// <summary>Anything else, found as it is written: a diagnosis, a nickname of a family.</summary>
    Other,
}

/// <summary>One entry of a case's list of identifying details.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The detail in full: <c>Given Middle Surname</c> or <c>Surname, Given</c> for a person; at most 200 characters.</param>
/// <param name="Variants">Other forms that are not to be guessed: a name at birth, what a place is called locally; at most 20.</param>
public sealed record ListEntry(ListKind Kind, string Text, IReadOnlyList<string> Variants);
