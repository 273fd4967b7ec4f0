namespace Segmentation.Framework;

/// <summary>What a dimension looks at.</summary>
public enum DimensionKind
{
    /// <summary>What the company is: industry, size, region.</summary>
    Firmographic,

    /// <summary>What it does with the product: usage, adoption, engagement.</summary>
    Behavioural,

    /// <summary>What it is worth: ARR.</summary>
    Value,

    /// <summary>What it runs on: platforms, integrations.</summary>
    Technographic,

    /// <summary>Where it stands: onboarding, renewal, tenure.</summary>
    Lifecycle,
}
