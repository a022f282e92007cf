namespace Workflows.Reviews.Letters.Forms;

/// <summary>A part of a letter. Both forms of a letter are made from the same parts.</summary>
internal abstract record Block;

/// <summary>A heading; level 1 once, at the beginning.</summary>
internal sealed record Heading(string Text, int Level) : Block;

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(string Text) : Block;

/// <summary>Something with its name: <c>Case reference: F-12</c>.</summary>
internal sealed record Fact(string Name, string Value) : Block;

/// <summary>A link, its address written out: people check where a letter sends them.</summary>
internal sealed record Link(string Text, string Address) : Block;

/// <summary>What stands at the foot.</summary>
internal sealed record Footer(string Text) : Block;
