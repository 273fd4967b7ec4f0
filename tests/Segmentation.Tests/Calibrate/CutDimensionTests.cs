using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Framework;

namespace Segmentation.Tests.Calibrate;

public sealed class CutDimensionTests
{
    private static readonly double?[] Sizes = [.. Enumerable.Range(1, 90).Select(i => (double?)(i <= 30 ? i : i <= 60 ? i * 20 : i * 400))];

    [Fact]
    public void Rules_with_as_many_cuts_take_the_new_numbers_and_keep_names_actions_and_owners()
    {
        var framework = SmallCalibration.Framework(("Large", "size >= 1000 or arr >= 500_000"), ("Middle", "(size >= 100 or arr >= 50_000) and size < 1000 and arr < 500_000"), ("Small", "size < 100 and arr < 50_000"));
        var made = Recommending(framework, 150, 1500).ToDimension(framework);
        Assert.Equal(["size >= 1500 or arr >= 500_000", "(size >= 150 or arr >= 50_000) and size < 1500 and arr < 500_000", "size < 150 and arr < 50_000"], made.Segments.Select(s => s.Criteria.Text));
        Assert.Equal(framework.Dimensions[0].Segments.Select(s => (s.Name, s.Action, s.Owner)), made.Segments.Select(s => (s.Name, s.Action, s.Owner)));
        Assert.All(made.Segments, s => Assert.Equal((ItemStatus.Assumed, "03-calibration: calibration-size"), (s.Standing.Status, s.Standing.Evidence)));
        Assert.Equal("Calibration proposes size: 1,000 → 1,500. Agreed?", made.Segments[0].Standing.Question);
    }

    [Fact]
    public void A_rule_that_includes_its_upper_end_keeps_doing_so()
    {
        var framework = SmallCalibration.Framework(("Large", "size > 999"), ("Middle", "size between 100 and 999"), ("Small", "size <= 99"));
        Assert.Equal(["size > 1499", "size between 150 and 1499", "size <= 149"], Recommending(framework, 150, 1500).ToDimension(framework).Segments.Select(s => s.Criteria.Text));
    }

    [Fact]
    public void Segments_whose_numbers_stay_keep_their_standing()
    {
        var framework = SmallCalibration.Framework(("Large", "size >= 1000"), ("Middle", "size >= 100 and size < 1000"), ("Small", "size < 100"));
        var confirmed = framework.Confirm("Tier/Large", SmallCalibration.To);
        var made = Recommending(confirmed, 150, 1000).ToDimension(confirmed);
        Assert.Equal([ItemStatus.Confirmed, ItemStatus.Assumed, ItemStatus.Assumed], made.Segments.Select(s => s.Standing.Status));
    }

    [Fact]
    public void Another_number_of_cuts_makes_a_new_dimension_of_bands_without_gap_or_overlap()
    {
        var framework = SmallCalibration.Framework(("Large", "size >= 1000"), ("Small", "size < 1000"));
        var made = Recommending(framework, 150, 1500).ToDimension(framework);
        Assert.Equal(("Size", 3), (made.Name, made.Segments.Length));
        Assert.Equal([("1,500 or more", "size >= 1500"), ("150 to below 1,500", "size >= 150 and size < 1500"), ("below 150", "size < 150")], made.Segments.Select(s => (s.Name, s.Criteria.Text)));
        Assert.Equal(2, framework.With(made).Dimensions.Length);
    }

    [Fact]
    public void No_dimension_is_made_of_no_cut()
    {
        var framework = SmallCalibration.Framework();
        var result = Calibration.Propose(SmallCalibration.Of(framework, [.. Enumerable.Repeat<double?>(7, 60)]), "size");
        Assert.Equal("No dimension can be made of size: no cut is supported: every account with a value has size 7.", Assert.Throws<CalibrationException>(() => result.ToDimension(framework)).Message);
    }

    private static CalibrationResult Recommending(SegmentationFramework framework, params double[] cuts)
    {
        var data = SmallCalibration.Of(framework, Sizes);
        var result = Calibration.Propose(data, "size");
        return result with { Recommended = new CutAlternative("recommended", new CutFinding("by hand", [.. cuts])) { Bands = CutBands.Of(data.Sample("size"), null, [.. cuts], hasArr: false, 0.95) } };
    }
}
