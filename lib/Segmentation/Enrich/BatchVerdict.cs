namespace Segmentation.Enrich;

/// <summary>What a test batch says about a field's target.</summary>
public enum BatchVerdict
{
    /// <summary>The CRM alone meets it.</summary>
    MetAlready,

    /// <summary>The lower end of the projected coverage meets it.</summary>
    Certified,

    /// <summary>The upper end does not: these providers are not enough.</summary>
    NotReached,

    /// <summary>The interval holds the target: the batch is too small to tell.</summary>
    TooSmall,
}
