namespace Workflows.Reviews.Ports;

/// <summary>A cursor is none that a page of the same list gave: a fault of whoever asked, not of the store.</summary>
public sealed class InvalidCursorException : ArgumentException
{
    /// <summary>Says so in plain words; the cursor itself is not repeated.</summary>
    public InvalidCursorException()
        : base("The cursor is not one that a page of this list gave. Begin again without a cursor.")
    {
    }
}
