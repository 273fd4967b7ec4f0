namespace Segmentation.Cuts;

/// <summary>The scale on which distances between values are measured.</summary>
public enum CutScale
{
    /// <summary>The values as they are.</summary>
    Raw,

    /// <summary>Their natural logarithm: twice as many is the same step everywhere. Values of 0 or below are not on it.</summary>
    Log,
}
