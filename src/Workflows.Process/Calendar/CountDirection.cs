namespace Workflows.Process.Calendar;

/// <summary>Which way a time limit is counted.</summary>
public enum CountDirection
{
    /// <summary>Forward: "within 15 working days of".</summary>
    After,

    /// <summary>Back: "no later than 7 working days before".</summary>
    Before,
}
