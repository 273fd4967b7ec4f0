namespace Segmentation.Assign;

/// <summary>How a record came to its place in a dimension.</summary>
public enum AssignmentState : byte
{
    /// <summary>A rule matched.</summary>
    Matched = 0,

    /// <summary>A person's override holds.</summary>
    Overridden = 1,

    /// <summary>Unassigned: a blank value keeps the answer open.</summary>
    Blank = 2,

    /// <summary>Unassigned: no rule covers its values.</summary>
    Uncovered = 3,

    /// <summary>In no segment: an exclusion holds.</summary>
    Excluded = 4,
}
