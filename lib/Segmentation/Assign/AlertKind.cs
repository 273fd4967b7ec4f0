namespace Segmentation.Assign;

/// <summary>What an alert is about.</summary>
public enum AlertKind
{
    /// <summary>Unassigned: a blank keeps the answer open.</summary>
    Blank,

    /// <summary>Unassigned: no rule covers the values.</summary>
    Uncovered,

    /// <summary>Assigned under <see cref="Framework.BlankPolicy.Skip"/>, though a blank could change the answer.</summary>
    SkippedBlank,

    /// <summary>Not excluded, though a blank leaves open whether an exclusion holds.</summary>
    OpenExclusion,

    /// <summary>An override that does not hold: expired, of an unknown record or segment, or after another on the same record.</summary>
    Override,
}
