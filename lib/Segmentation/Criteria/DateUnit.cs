namespace Segmentation.Criteria;

/// <summary>The unit of a distance in time.</summary>
public enum DateUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>Calendar months; a day that the month does not have becomes its last.</summary>
    Months,

    /// <summary>Calendar years; 29 February becomes 28 February.</summary>
    Years,
}
