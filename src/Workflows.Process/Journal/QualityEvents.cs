namespace Workflows.Process.Journal;

/// <summary>The quality assurer answered a quality marker.</summary>
/// <param name="Marker">Identifier of the marker.</param>
/// <param name="Answer">What was found.</param>
public sealed record QualityMarkerAnswered(string Marker, Words Answer) : ReviewEvent;

/// <summary>The quality assurer set a quality marker aside.</summary>
/// <param name="Marker">Identifier of the marker.</param>
/// <param name="Reason">Why it does not serve here.</param>
public sealed record QualityMarkerSetAside(string Marker, Words Reason) : ReviewEvent;
