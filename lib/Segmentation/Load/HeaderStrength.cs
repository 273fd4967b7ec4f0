namespace Segmentation.Load;

/// <summary>How much a header alone says about its column.</summary>
internal enum HeaderStrength
{
    /// <summary>The system's own name for the role.</summary>
    Sure,

    /// <summary>Usually the role.</summary>
    Likely,

    /// <summary>The role where nothing better claims it.</summary>
    Possible,
}
