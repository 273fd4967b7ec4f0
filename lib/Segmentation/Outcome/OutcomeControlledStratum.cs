namespace Segmentation.Outcome;

/// <summary>The churn of one segment within one combination of the controls.</summary>
/// <param name="Stratum">The combination, the controls' segments in their order.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Accounts">Its accounts there.</param>
/// <param name="Churned">Those of them that churned.</param>
public sealed record OutcomeControlledStratum(string Stratum, string Segment, int Accounts, int Churned)
{
    /// <summary>Gets the share that churned; null without accounts.</summary>
    public double? Rate => Accounts == 0 ? null : (double)Churned / Accounts;
}
