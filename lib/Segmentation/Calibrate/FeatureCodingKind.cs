namespace Segmentation.Calibrate;

/// <summary>How a field is turned into coordinates.</summary>
public enum FeatureCodingKind
{
    /// <summary>A number, less its mean, over its standard deviation.</summary>
    Number,

    /// <summary>The natural logarithm of a number, less its mean, over its standard deviation.</summary>
    Logarithm,

    /// <summary>One coordinate a value: whether the record has it, weighted so that the field counts as much as a number.</summary>
    Category,

    /// <summary>Left out.</summary>
    LeftOut,
}
