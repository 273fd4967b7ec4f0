namespace Segmentation.Framework;

/// <summary>How far an item of the framework is agreed.</summary>
public enum ItemStatus
{
    /// <summary>Proposed; nobody has agreed yet.</summary>
    Assumed,

    /// <summary>Agreed as proposed.</summary>
    Confirmed,

    /// <summary>Agreed after a change.</summary>
    Corrected,
}
