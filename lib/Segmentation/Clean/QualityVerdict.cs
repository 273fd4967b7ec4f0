namespace Segmentation.Clean;

/// <summary>How a figure stands to its limit before and after the clean-up.</summary>
public enum QualityVerdict
{
    /// <summary>No limit applies, or the figure could not be taken after the clean-up.</summary>
    NoLimit,

    /// <summary>Met before and after.</summary>
    Met,

    /// <summary>Met after, and not before or not known before.</summary>
    NowMet,

    /// <summary>Not met after, nor before where it was known.</summary>
    NotMet,

    /// <summary>Met before and not after: the clean-up brought something to light, or went wrong.</summary>
    NoLongerMet,
}
