namespace Segmentation.Playbook;

/// <summary>The hours that the advisory gives each approach and each addition. Change one with <c>with</c>.</summary>
public sealed record ScopeHours
{
    /// <summary>Gets the advisory's hours.</summary>
    public static ScopeHours Default { get; } = new();

    /// <summary>Gets approach 1, firmographic only. Default 30-35.</summary>
    public HourRange FirmographicOnly { get; init; } = new(30, 35);

    /// <summary>Gets approach 2, several dimensions with enrichment. Default 40-50.</summary>
    public HourRange WithEnrichment { get; init; } = new(40, 50);

    /// <summary>Gets approach 3, behavioural and firmographic. Default 50-60.</summary>
    public HourRange Behavioural { get; init; } = new(50, 60);

    /// <summary>Gets what clean-up and standardisation add. Default 8-12.</summary>
    public HourRange CleanUp { get; init; } = new(8, 12);

    /// <summary>Gets what light enrichment adds. Default 4-6.</summary>
    public HourRange LightEnrichment { get; init; } = new(4, 6);

    /// <summary>Gets what heavy enrichment adds. Default 8-12.</summary>
    public HourRange HeavyEnrichment { get; init; } = new(8, 12);

    /// <summary>Gets what a second CRM adds. Default 6-10.</summary>
    public HourRange SecondCrm { get; init; } = new(6, 10);

    /// <summary>Gets what the integration of a customer success platform adds. Default 6-8.</summary>
    public HourRange CspIntegration { get; init; } = new(6, 8);
}
