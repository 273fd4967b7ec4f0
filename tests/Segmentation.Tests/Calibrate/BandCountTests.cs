using Segmentation.Calibrate;

namespace Segmentation.Tests.Calibrate;

public sealed class BandCountTests
{
    /// <summary>Three clouds on the logarithms, a hundred each, ten times apart and narrow: three by construction.</summary>
    [Fact]
    public void Three_clouds_are_three_bands_and_the_table_has_a_row_a_number()
    {
        double?[] sizes = [.. Enumerable.Range(0, 300).Select(i => (double?)Math.Round(new[] { 10, 1000, 100_000 }[i / 100] * (1 + (i % 100 / 200.0))))];
        var result = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(), sizes), "size");
        Assert.Equal(3, result.Count.Choice.Bands);
        Assert.True(result.Count.Choice.IsSupported);
        Assert.Equal(Enumerable.Range(1, result.Count.Choice.Rows.Length).Select(k => (double?)k), result.Count.ToTable().Number("bands").Values.ToArray().Select(v => (double?)v));
        Assert.Equal("calibration-size-count", result.Count.ResultName);
        Assert.True(result.IsChange);
    }

    /// <summary>Evenly spread on the logarithms: whatever cuts such values are the cutter's, not theirs.</summary>
    [Fact]
    public void Evenly_spread_values_without_rules_and_outcome_get_no_cut()
    {
        double?[] sizes = [.. Enumerable.Range(0, 300).Select(i => (double?)Math.Exp(i / 40.0))];
        var result = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(), sizes), "size");
        Assert.False(result.Count.Choice.IsSupported);
        Assert.Empty(result.Recommended.Finding.Cuts);
        Assert.StartsWith("no cut is supported: ", result.Recommended.Finding.Reason, StringComparison.Ordinal);
        Assert.Contains(result.Alternatives, a => !a.Finding.Cuts.IsEmpty);
    }

    [Fact]
    public void A_field_without_values_has_no_numbers_of_bands_and_says_why()
    {
        var count = Calibration.Propose(SmallCalibration.Of(SmallCalibration.Framework(), [.. Enumerable.Repeat<double?>(null, 40)]), "size").Count;
        Assert.Empty(count.Choice.Rows);
        Assert.Contains("no cut is supported", count.ToString(), StringComparison.Ordinal);
    }
}
