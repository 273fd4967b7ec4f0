namespace Segmentation.Cuts;

/// <summary>What a record counts for when cuts are looked for.</summary>
public enum CutWeight
{
    /// <summary>Every record counts one.</summary>
    Count,

    /// <summary>A record counts what it pays.</summary>
    Amount,
}
