namespace Segmentation.Audit;

/// <summary>How an implied yearly decay stands to the range that the playbooks expect.</summary>
public enum DecayVerdict
{
    /// <summary>The interval lies wholly below the range.</summary>
    Slower,

    /// <summary>The interval meets the range and does not reach past both of its ends.</summary>
    InLine,

    /// <summary>The interval lies wholly above the range.</summary>
    Faster,

    /// <summary>The interval reaches past both ends of the range: it says too little.</summary>
    Inconclusive,

    /// <summary>The exports do not allow an answer.</summary>
    NotAnswerable,
}
