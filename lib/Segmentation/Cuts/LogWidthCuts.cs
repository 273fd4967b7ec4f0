namespace Segmentation.Cuts;

/// <summary>Cuts into bands of equal width on the log scale: each band reaches as many times as far as it begins. They follow the two ends only: one extreme value moves them all.</summary>
public static class LogWidthCuts
{
    /// <summary>Returns the cuts.</summary>
    /// <param name="sample">The sample. Values of 0 or below belong to the lowest band.</param>
    /// <param name="bands">Number of bands k, at least 1; some may be empty.</param>
    /// <param name="limits">What is reported where the bands do not meet it; <see cref="BandLimits.None"/> where null.</param>
    /// <returns>The cuts low^(1 - j/k) · high^(j/k), j = 1..k - 1, of the lowest and highest value above 0.</returns>
    public static CutFinding Find(CutSample sample, int bands, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        const string method = "equal width, log scale";
        using var groups = ValueGroups.Of(sample, CutScale.Log, CutWeight.Count);
        if (CutWords.NoCut(groups, bands, CutScale.Log, CutWeight.Count) is { } reason) return new(method, []) { Reason = reason };
        var (low, high) = (groups.Scaled[0], groups.Scaled[^1]);
        double[] cuts = [.. Enumerable.Range(1, bands - 1).Select(j => Math.Exp(low + ((high - low) * j / bands))).Distinct()];
        return CutWords.Checked(new(method, [.. cuts]) { Reason = CutWords.OffScale(groups) }, sample, limits);
    }
}
