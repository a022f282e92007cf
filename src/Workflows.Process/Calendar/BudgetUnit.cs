namespace Workflows.Process.Calendar;

/// <summary>What a time limit is counted in.</summary>
public enum BudgetUnit
{
    /// <summary>Monday to Friday, bank holidays in England and Wales left out.</summary>
    WorkingDays,

    /// <summary>Every day, weekends and bank holidays included.</summary>
    Days,

    /// <summary>Seven days each, weekends and bank holidays included.</summary>
    Weeks,

    /// <summary>Calendar months: the same day of a later month, or its last day where it has no such day.</summary>
    Months,

    /// <summary>Calendar years: twelve months each, so 29 February plus one year is 28 February.</summary>
    Years,
}
