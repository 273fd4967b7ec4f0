using Segmentation.Criteria;
using Segmentation.Distribute;
using Segmentation.Tables;

namespace Segmentation.Tests.Distribute;

public sealed class OutliersTests
{
    // 30 small accounts around 10,000 and 30 large ones around 1,000,000 a year.
    private static double?[] TwoSizes() => [.. Enumerable.Range(0, 30).Select(i => (double?)(9000 + (70 * i))), .. Enumerable.Range(0, 30).Select(i => (double?)(900_000 + (7000 * i)))];

    private static readonly string?[] Tiers = SmallAssignment.Repeat(("SMB", 30), ("Enterprise", 30));

    [Fact]
    public void A_large_account_planted_in_SMB_is_found_and_would_be_usual_in_Enterprise()
    {
        var arr = TwoSizes();
        arr[4] = 1_000_000;
        var result = Outliers.Find(SmallAssignment.Accounts.Dimension("tier", ["Enterprise", "SMB"], Tiers).Arr(arr).Run());
        Assert.Equal(1, result.Records.RowCount);
        Assert.Equal(["SMB", "R005", "Name 5", "arr", "Enterprise"], new[] { "segment", "id", "name", "field", "usual in" }.Select(c => result.Records.Text(c)[0]));
        Assert.Equal(1_000_000, result.Records.Number("value")[0]);
        Assert.True(result.Records.Number("distance")[0] > 3.5);
        Assert.Contains("1 outliers, more than 3.5 robust standard deviations from their segment's median, among 60 values", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Name 5", result.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_unlike_every_segment_is_usual_in_none()
    {
        var arr = TwoSizes();
        arr[4] = 1e9;
        var result = Outliers.Find(SmallAssignment.Accounts.Dimension("tier", ["Enterprise", "SMB"], Tiers).Arr(arr).Run());
        Assert.Equal("R005", Assert.Single(Values(result, "id")));
        Assert.Null(result.Records.Text("usual in")[0]);
    }

    [Fact]
    public void A_numeric_field_of_the_criteria_is_looked_at_and_one_that_no_rule_names_is_not()
    {
        var employees = Column.Of("employees", Enumerable.Range(1, 39).Select(i => 10.0 + i).Append(1e6));
        var result = Outliers.Find(SmallAssignment.Accounts.Field("employees", FieldType.Whole, employees).Field("revenue", FieldType.Number, employees)
            .Rules("size", ("Any", "employees > 0"), ("None", "otherwise")).Dimension("region", ["EU"], SmallAssignment.Repeat(("EU", 40))).Run());
        Assert.Equal([("size", "Any", "employees", 40), ("size", "None", "employees", 0)], result.Groups.Select(g => (g.Dimension, g.Segment, g.Field, g.Values)));
        Assert.Equal("R040", Assert.Single(Values(result, "id")));
    }

    [Fact]
    public void Amounts_of_0_and_below_are_off_the_scale_and_counted()
    {
        double?[] arr = [.. TwoSizes()];
        (arr[0], arr[1], arr[2]) = (0, -5, null);
        var result = Outliers.Find(SmallAssignment.Accounts.Dimension("tier", ["Enterprise", "SMB"], Tiers).Arr(arr).Run());
        Assert.Equal([(30, 0), (27, 2)], result.Groups.Select(g => (g.Values, g.OffScale)));
        Assert.Empty(Values(result, "id"));
    }

    [Fact]
    public void The_spread_is_that_of_the_published_constants_by_hand()
    {
        // 1 2 3 4 100: median 3, distances 2 1 0 1 97, their median 1 -> 1.4826.
        Assert.Equal(new RobustSpread(3, 1.4826), RobustSpread.Of([1, 2, 3, 4, 100]));
        // More than half are equal: the mean distance 97/5 = 19.4 times √(π/2) = 1.2533141.
        var equal = RobustSpread.Of([3, 3, 3, 3, 100]);
        Assert.Equal((3.0, 24.3142943), (equal.Median, Math.Round(equal.Deviation!.Value, 7)));
        Assert.Null(RobustSpread.Of([7, 7, 7]).Deviation);
        Assert.Null(RobustSpread.Of([7, 7, 7]).Distance(9));
    }

    [Fact]
    public void The_cutoff_itself_is_no_outlier()
    {
        // As it is (negative values): median 0, median distance 1, so that 3.5 · 1.4826 = 5.1891 lies on the cutoff.
        double[] around = [.. Enumerable.Repeat(-1.0, 10), .. Enumerable.Repeat(1.0, 10), 0];
        Assert.Empty(Values(Find(5.1891), "id"));
        Assert.Equal("R022", Assert.Single(Values(Find(5.19), "id")));

        OutliersResult Find(double value) => Outliers.Find(SmallAssignment.Accounts.Field("score", FieldType.Number, Column.Of("score", [.. around, value, -value / 100]))
            .Rules("risk", ("Any", "score > -100")).Run());
    }

    [Fact]
    public void A_segment_with_few_or_equal_values_is_not_judged_and_says_so()
    {
        var result = Outliers.Find(SmallAssignment.Accounts.Dimension("tier", ["Few", "Equal", "Empty"], SmallAssignment.Repeat(("Few", 19), ("Equal", 20)))
            .Arr([.. Enumerable.Range(1, 19).Select(i => (double?)Math.Pow(10, i)), .. Enumerable.Repeat((double?)5, 20)]).Run());
        Assert.Empty(Values(result, "id"));
        Assert.All(result.Groups, g => Assert.False(g.IsJudged));
        Assert.Equal(["not judged: fewer than 20 values", "not judged: all values are equal", "not judged: fewer than 20 values"], Enumerable.Range(0, 3).Select(i => result.Usual.Text("note")[i]));
        Assert.Null(result.Groups[2].Median);
    }

    [Fact]
    public void Skewed_amounts_are_measured_on_logarithms_and_symmetric_scores_as_they_are()
    {
        // One amount below 0 is a mistake, and makes it no less an amount.
        var amounts = Column.Of("x", Enumerable.Range(0, 39).Select(i => Math.Pow(1.2, i)).Append(-587));
        var scores = Column.Of("x", Enumerable.Range(0, 40).Select(i => 10.0 + (2 * i)));
        var result = Outliers.Find(SmallAssignment.Accounts.Field("employees", FieldType.Whole, amounts).Field("score", FieldType.Number, scores)
            .Rules("both", ("All", "employees > 0 or score > 0")).Run());
        Assert.Equal([("employees", true, 39, 1), ("score", false, 40, 0)], result.Groups.Select(g => (g.Field, g.IsLog, g.Values, g.OffScale)));
    }

    [Fact]
    public void A_contact_is_not_judged_by_the_size_of_its_account()
    {
        var size = Column.Of("x", Enumerable.Range(0, 40).Select(i => i == 0 ? 1e9 : i));
        Assert.Empty(Outliers.Find(SmallAssignment.Contacts.Field("account.employees", FieldType.Whole, size).Rules("size", ("Any", "account.employees > 0")).Run()).Groups);
    }

    [Theory]
    // Known construction: normal samples. The bounds are what the documentation states, .64%, .38%, .13% and .05%, give or take a quarter.
    [InlineData(20, 0.0048, 0.0080)]
    [InlineData(30, 0.0028, 0.0048)]
    [InlineData(100, 0.0010, 0.0017)]
    [InlineData(1000, 0.00035, 0.00060)]
    public void Of_normal_values_chance_takes_as_many_for_outliers_as_is_stated(int n, double low, double high)
    {
        var random = new Random(1993);
        var (outliers, runs) = (0, 400_000 / n);
        for (var run = 0; run < runs; run++)
        {
            double[] values = [.. Enumerable.Range(0, n).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
            var spread = RobustSpread.Of(values);
            outliers += values.Count(v => Math.Abs(spread.Distance(v)!.Value) > OutlierOptions.Default.Cutoff);
        }

        Assert.InRange((double)outliers / (runs * n), low, high);
    }

    [Fact]
    public void Excluded_and_Unassigned_records_are_not_looked_at_and_contacts_have_no_arr()
    {
        double?[] arr = [.. TwoSizes(), 1e12, 1e12];
        string?[] tiers = [.. Tiers, null, "Partner"];
        var result = Outliers.Find(SmallAssignment.Accounts.Dimension("tier", ["Enterprise", "SMB"], tiers).Exclude("Partners", "tier = Partner").Arr(arr).Run());
        Assert.Equal(60, result.Groups.Sum(g => g.Values));
        Assert.Empty(Outliers.Find(SmallAssignment.Contacts.Dimension("tier", ["Enterprise", "SMB"], tiers).Arr(arr).Run()).Groups);
    }

    private static string?[] Values(OutliersResult result, string column) => [.. Enumerable.Range(0, result.Records.RowCount).Select(row => result.Records.Text(column)[row])];
}
