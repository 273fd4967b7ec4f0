namespace Segmentation.Enrich;

/// <summary>What becomes of a band (<c>201-1000</c>, <c>$10M-$100M</c>) where the CRM holds a number.</summary>
public enum BandRule
{
    /// <summary>Nothing is filled; the band is listed as a candidate. A number would be invented.</summary>
    Leave,

    /// <summary>The lower end is filled, and the change says so.</summary>
    LowerEnd,
}
