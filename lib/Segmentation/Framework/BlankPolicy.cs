namespace Segmentation.Framework;

/// <summary>What happens where a blank value keeps a rule open that would come first.</summary>
public enum BlankPolicy
{
    /// <summary>The record is Unassigned with the blank field as reason: a record is assigned only where its blanks cannot change the answer.</summary>
    Unassigned,

    /// <summary>The open rule counts as not matching, as in SQL's CASE; the record goes to the next rule that matches and is on the alert list.</summary>
    Skip,
}
