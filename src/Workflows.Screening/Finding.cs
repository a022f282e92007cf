using Workflows.Screening.Reading;

namespace Workflows.Screening;

/// <summary>Kinds of identifying details.</summary>
public enum FindingKind
{
    /// <summary>A person of the case's list.</summary>
    Name,

    /// <summary>A place of the case's list.</summary>
    Place,

    /// <summary>A school of the case's list.</summary>
    School,

    /// <summary>A practice or service of the case's list.</summary>
    Practice,

    /// <summary>Something else of the case's list.</summary>
    Listed,

    /// <summary>A number: listed, or labelled as a reference.</summary>
    Number,

    /// <summary>An exact date.</summary>
    Date,

    /// <summary>An exact age.</summary>
    Age,

    /// <summary>An NHS number with a right check digit, or labelled as one.</summary>
    NhsNumber,

    /// <summary>A postcode, or the outward half of one.</summary>
    Postcode,

    /// <summary>A house number and street.</summary>
    Address,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A name in social media or games.</summary>
    Handle,

    /// <summary>An address on the web.</summary>
    WebAddress,

    /// <summary>A number or citation of a court.</summary>
    CourtNumber,

    /// <summary>A number of the police or of a prosecution.</summary>
    CrimeNumber,

    /// <summary>A National Insurance number.</summary>
    NationalInsurance,

    /// <summary>Where a child stands among its siblings.</summary>
    SiblingOrder,

    /// <summary>Who wrote or changed the file, or a comment in it.</summary>
    FileAuthor,

    /// <summary>Comments, changes, earlier versions or attachments are still in the file.</summary>
    WorkingTraces,

    /// <summary>Where, when or by whom a picture was taken.</summary>
    PictureOrigin,
}

/// <summary>A detail that was found. The same words in the same surroundings are one finding, however often they stand there.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Matched">The words as they stand in the document.</param>
/// <param name="How">Why it was found, for a person: <c>as listed</c>, <c>a short form</c>, <c>perhaps misspelt</c>, <c>an exact age</c>.</param>
/// <param name="Entry">Number (from 0) of the list's entry that it matches, or null where a pattern found it.</param>
/// <param name="Places">Where it stands, first to last, at most 200.</param>
/// <param name="Occurrences">How often it stands there, at least 1.</param>
public sealed record Finding(
    FindingKind Kind, string Matched, string How, int? Entry, IReadOnlyList<FindingPlace> Places, int Occurrences)
{
    /// <summary>The detail by its small letters and digits alone: the same for the same detail in another version.</summary>
    public required string Detail { get; init; }

    /// <summary>Up to eight words on either side, in small letters, by which the same passage is recognised in another version.</summary>
    public required IReadOnlyList<string> Surroundings { get; init; }
}

/// <summary>A place where a finding stands.</summary>
/// <param name="Page">Page, from 1, or null where the format does not say.</param>
/// <param name="Part">Part of the document.</param>
/// <param name="Where">Where it stands, for a person.</param>
/// <param name="Passage">The passage around it, at most 320 characters.</param>
/// <param name="Start">Where the words begin in the passage, in UTF-16 units.</param>
/// <param name="Length">How many they are there.</param>
public sealed record FindingPlace(int? Page, DocumentPart Part, string Where, string Passage, int Start, int Length);
