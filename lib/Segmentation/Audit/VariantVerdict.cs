namespace Segmentation.Audit;

/// <summary>How sure it is that two values are one.</summary>
public enum VariantVerdict
{
    /// <summary>One value spelt in two ways.</summary>
    Same,

    /// <summary>An abbreviation of exactly one other value: probably the same, a person confirms.</summary>
    Likely,

    /// <summary>Alike, but both frequent or several candidates: perhaps two real values. A person looks; nothing is counted as leaking.</summary>
    Look,
}
