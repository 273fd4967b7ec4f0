using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>The bands that playbooks and first frameworks use for a field, whatever the data.</summary>
internal static class PlaybookBands
{
    /// <summary>Returns the bands of a field; none where nobody has fixed any.</summary>
    public static IEnumerable<(string Name, ImmutableArray<double> Cuts)> Of(string field, CalibrationOptions options)
    {
        var (first, bands) = (options.FirstBands, options.PlaybookBands);
        return field.ToLowerInvariant() switch
        {
            "employees" => [("playbook: customer success", bands.Sizes.Cuts), ("playbook: marketing", bands.MarketingSizes.Cuts)],
            "arr" => [("playbook: customer success", bands.ArrTiers.Cuts)],
            "active_share" => [("first framework", [first.ActiveShare.Fading, first.ActiveShare.Thriving])],
            "health_score" => [("first framework", [first.Health.AtRisk, first.Health.Healthy])],
            "tenure_months" => [("first framework", [first.TenureMonths.Onboarding, first.TenureMonths.Mature])],
            _ => [],
        };
    }
}
