namespace Segmentation.Cuts;

/// <summary>How the rate of the outcome may move from one band to the next. Equal neighbours keep any trend.</summary>
public enum MonotoneTrend
{
    /// <summary>Any way.</summary>
    None,

    /// <summary>Never down.</summary>
    Ascending,

    /// <summary>Never up.</summary>
    Descending,

    /// <summary>Never up again once it went down; up all the way and down all the way are peaks at an end.</summary>
    Peak,

    /// <summary>Never down again once it went up; down all the way and up all the way are valleys at an end.</summary>
    Valley,

    /// <summary>Ascending or descending, whichever separates better.</summary>
    Auto,
}
