using Segmentation.Standardize;

namespace Segmentation.Tests.Standardize;

// Authority for every band: the stated ends; the lower end is in the band, the upper one in the next.
public sealed class BandsTests
{
    private static readonly Bands Sizes = BandOptions.Default.Sizes;
    private static readonly Bands Marketing = BandOptions.Default.MarketingSizes;

    [Theory]
    [InlineData(1, "SMB")]
    [InlineData(99, "SMB")]
    [InlineData(99.5, "SMB")]
    [InlineData(100, "Mid-Market")]
    [InlineData(999, "Mid-Market")]
    [InlineData(1000, "Enterprise")]
    [InlineData(2_000_000, "Enterprise")]
    public void A_number_on_the_boundary_belongs_to_the_upper_band(double employees, string band) => Assert.Equal(band, Sizes.NameOf(employees));

    [Theory]
    [InlineData(50, "1-50")]
    [InlineData(51, "51-200")]
    [InlineData(200, "51-200")]
    [InlineData(201, "201-1000")]
    [InlineData(1000, "201-1000")]
    [InlineData(1001, "above 1000")]
    public void The_marketing_bands_hold_exactly_1000_in_the_third(double employees, string band) => Assert.Equal(band, Marketing.NameOf(employees));

    [Theory]
    [InlineData(49_999.99, "Below 50K")]
    [InlineData(50_000, "50K to below 500K")]
    [InlineData(500_000, "500K or more")]
    public void An_ARR_tier_begins_with_its_lower_end(double arr, string tier) => Assert.Equal(tier, BandOptions.Default.ArrTiers.NameOf(arr));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Zero_negative_and_no_number_are_in_no_band(double value) => Assert.Equal((-1, null), (Sizes.IndexOf(value), Sizes.NameOf(value)));

    [Fact]
    public void Without_a_floor_every_number_is_in_a_band()
    {
        var scores = Bands.Of("score", ["poor", "good"], [0], double.NegativeInfinity);
        Assert.Equal(("poor", "good", "good"), (scores.NameOf(-5), scores.NameOf(0), scores.NameOf(5)));
        Assert.Equal("below 0", scores.Describe(0));
    }

    [Theory]
    [InlineData("201-1000", "201-1000")]
    [InlineData("1-50", "1-50")]
    [InlineData("150", "51-200")]
    [InlineData("10 - 50 employees", "1-50")]
    [InlineData("1001-5000", "above 1000")]
    [InlineData("5,000+", "above 1000")]
    [InlineData("> 1000", "above 1000")]
    [InlineData("ABOVE 1000", "above 1000")]
    [InlineData("50+", null)]
    [InlineData("1000+", null)]
    [InlineData("11-500", null)]
    [InlineData("many", null)]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("", null)]
    public void A_range_belongs_to_the_band_that_holds_all_of_it(string text, string? band) =>
        Assert.Equal(band, Marketing.IndexOf(text) is >= 0 and var index ? Marketing.Names[index] : null);

    [Theory]
    [InlineData("mid market", -1)]
    [InlineData("MID-MARKET", 1)]
    [InlineData("1000+", 2)]
    [InlineData("51-200", -1)]
    public void A_bands_name_is_known_without_regard_to_case_and_punctuation(string text, int index) => Assert.Equal(index, Sizes.IndexOf(text));

    [Fact]
    public void Ranges_that_meet_are_the_same_bands()
    {
        var ranges = Bands.FromRanges("employees", [new("SMB", null, 100), new("Mid-Market", 100, 1000), new("Enterprise", 1000, null)]);
        Assert.Equal<IEnumerable<double>>(Sizes.Cuts, ranges.Cuts);
        Assert.Equal<IEnumerable<Band>>(Sizes.All, ranges.All);
    }

    [Fact]
    public void An_overlap_is_refused_with_both_bands()
    {
        var error = Assert.Throws<ArgumentException>(() => Bands.FromRanges("employees", [new("SMB", null, 100), new("Mid-Market", 100, 1001), new("Enterprise", 1000, null)]));
        Assert.StartsWith("Bands of employees: found an overlap between 'Mid-Market' (ends before 1,001) and 'Enterprise' (begins with 1,000), expected the same number. Let each band begin with the number that the one before it ends before.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_refused_with_both_bands()
    {
        var error = Assert.Throws<ArgumentException>(() => Bands.FromRanges("employees", [new("1-50", null, 50), new("51-200", 51, null)]));
        Assert.StartsWith("Bands of employees: found a gap between '1-50' (ends before 50) and '51-200' (begins with 51)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_in_writing_only_and_cuts_out_of_order_are_refused()
    {
        Assert.Contains("found 'SMB' and 'smb', expected names that differ", Assert.Throws<ArgumentException>(() => Bands.Of("employees", ["SMB", "smb"], [100])).Message, StringComparison.Ordinal);
        Assert.Contains("found the cut 50 after 100, expected numbers that ascend", Assert.Throws<ArgumentException>(() => Bands.Of("employees", ["a", "b", "c"], [100, 50])).Message, StringComparison.Ordinal);
        Assert.Contains("found the cut 0 after 0", Assert.Throws<ArgumentException>(() => Bands.Of("employees", ["a", "b"], [0])).Message, StringComparison.Ordinal);
        Assert.Contains("found 2 names and 2 cuts", Assert.Throws<ArgumentException>(() => Bands.Of("employees", ["a", "b"], [1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("found none", Assert.Throws<ArgumentException>(() => Bands.Of("employees", [], [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_above_the_floor_is_in_exactly_the_band_whose_ends_enclose_it()
    {
        var random = new Random(20260630);
        for (var i = 0; i < 2000; i++)
        {
            var value = random.Next(1, 3000) / 2.0;
            var holding = Sizes.All.Where(b => value >= (b.From ?? 0) && value < (b.Below ?? double.PositiveInfinity)).ToArray();
            Assert.Equal(Assert.Single(holding).Name, Sizes.NameOf(value));
        }
    }

    [Fact]
    public void The_table_says_which_end_is_in_a_band()
    {
        var table = Sizes.ToTable();
        Assert.Equal(["above 0 and below 100", "100 to below 1,000", "1,000 or more"], Enumerable.Range(0, 3).Select(r => table.Text("in words")[r]));
    }
}
