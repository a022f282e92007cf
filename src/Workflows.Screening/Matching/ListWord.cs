namespace Workflows.Screening.Matching;

/// <summary>What a word is in its entry.</summary>
internal enum WordRole
{
    Given,
    Surname,

    /// <summary>A word that counts only beside another of its entry: a middle name that is a particle.</summary>
    Weak,

    /// <summary>The first word of a phrase.</summary>
    Phrase,
}

/// <summary>A word of the case's list.</summary>
/// <param name="Text">Small letters and digits.</param>
/// <param name="Entry">Number of its entry.</param>
/// <param name="Role">What it is there.</param>
/// <param name="IsShort">Whether it is a short form that the entry does not hold itself.</param>
/// <param name="NeedsCapital">Whether it is an English word as well, so that only its capital letter makes it a name.</param>
/// <param name="Phrase">The phrase that it begins, for that role.</param>
internal sealed record ListWord(string Text, int Entry, WordRole Role, bool IsShort, bool NeedsCapital, Phrase? Phrase = null)
{
    public uint Letters { get; } = Screening.Text.Spelling.Letters(Text);

    public string Sound { get; } = Screening.Text.Spelling.Sound(Text);
}

/// <summary>A phrase of the list: words in order, the kind words between them left out or not.</summary>
/// <param name="Words">Its words, each in the spelling that stands for all.</param>
/// <param name="Kind">Kind of what is found.</param>
/// <param name="Entry">Number of its entry.</param>
/// <param name="NeedsCapital">Whether its first word must begin with a capital letter.</param>
/// <param name="How">Why it counts.</param>
internal sealed record Phrase(string[] Words, FindingKind Kind, int Entry, bool NeedsCapital, string How);

/// <summary>A person of the list, with what stands for the whole name.</summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="GivenInitials">First letters of the given names, in order.</param>
/// <param name="SurnameInitial">First letter of the surname, or null where the entry is one name only.</param>
/// <param name="Joined">The name written in one, in its usual orders.</param>
/// <param name="Handles">Shorter joined forms that count only as a whole: initial and surname, and the like.</param>
internal sealed record Person(int Entry, string GivenInitials, char? SurnameInitial, string[] Joined, string[] Handles);
