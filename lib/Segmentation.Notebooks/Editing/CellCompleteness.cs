namespace Segmentation.Notebooks.Editing;

/// <summary>Whether a cell could be run as it stands.</summary>
public enum CellCompleteness
{
    /// <summary>It could.</summary>
    Complete,

    /// <summary>It only lacks its end.</summary>
    Incomplete,

    /// <summary>No continuation would make it right.</summary>
    Invalid,
}
