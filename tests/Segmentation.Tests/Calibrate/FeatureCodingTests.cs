using Segmentation.Calibrate;

namespace Segmentation.Tests.Calibrate;

public sealed class FeatureCodingTests
{
    [Fact]
    public void Every_field_spreads_by_one_whether_number_or_category()
    {
        var coding = Of(new CandidateAccounts(40).Number("size", r => Math.Exp(r / 4.0)).Number("share", r => r / 40.0).Text("kind", r => r < 10 ? "a" : r < 30 ? "b" : "c"));
        Assert.Equal([FeatureCodingKind.Logarithm, FeatureCodingKind.Number, FeatureCodingKind.Category], coding.Used.Select(f => f.Kind));
        var points = coding.Points!;
        Assert.Equal((40, 5), (points.Count, points.Dimensions));
        var spread = Enumerable.Range(0, 5).Select(j => Variance([.. Enumerable.Range(0, 40).Select(i => points[i][j])])).ToArray();
        Assert.Equal(1, spread[0], 12);
        Assert.Equal(1, spread[1], 12);

        // By hand: shares ¼, ½, ¼; Σp² = 3/8; weight² = 8/5; variances 3/16 + 4/16 + 3/16 = 5/8, times 8/5 = 1.
        Assert.Equal(1, spread[2] + spread[3] + spread[4], 12);
        Assert.Equal(Math.Sqrt(1.6), coding.Used[2].Scale, 12);
    }

    [Fact]
    public void A_number_that_is_not_skewed_stays_and_what_is_not_on_the_logarithmic_scale_is_its_smallest()
    {
        var coding = Of(new CandidateAccounts(40).Number("size", r => r == 0 ? 0 : r == 1 ? -5 : Math.Exp(r / 4.0)));
        var field = Assert.Single(coding.Used);
        Assert.Equal((FeatureCodingKind.Logarithm, 2), (field.Kind, field.OffScale));
        Assert.Equal(coding.Points![2][0], coding.Points[0][0]);
        Assert.Equal(coding.Points[2][0], coding.Points[1][0]);
    }

    [Fact]
    public void Accounts_with_a_blank_are_left_out_and_counted()
    {
        var coding = Of(new CandidateAccounts(40).Number("a", r => r < 4 ? null : r).Text("b", r => r > 37 ? null : $"{r % 3}"));
        Assert.Equal(34, coding.Rows.Length);
        Assert.Equal(4, coding.Rows[0]);
        Assert.Contains("34 of 40 accounts have a value in every field that is used; 6 are left out.", coding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_cannot_be_used_are_left_out_with_the_reason()
    {
        var coding = Of(new CandidateAccounts(40).Number("good", r => r).Number("thin", r => r < 20 ? r : null).Number("same", r => 3).Text("name", r => $"company {r}").Date("since", r => CandidateAccounts.From.AddDays(r)).Text("blank", r => null));
        var why = coding.Fields.Where(f => f.Kind == FeatureCodingKind.LeftOut).ToDictionary(f => f.Name, f => f.Why);
        Assert.Equal(5, why.Count);
        Assert.Equal("filled for 50.0% of the accounts, below 80.0%; name it among the fields to use it all the same.", why["thin"]);
        Assert.Equal("every account has the same value.", why["same"]);
        Assert.Equal("40 different values for 40 accounts: a name.", why["name"]);
        Assert.Equal("a date; declare its age, such as tenure_months.", why["since"]);
        Assert.Equal("no account has a value.", why["blank"]);
    }

    [Fact]
    public void A_field_that_is_asked_for_is_used_however_far_it_is_filled_and_each_once()
    {
        var data = new CandidateAccounts(40).Number("good", r => r).Number("thin", r => r < 20 ? r : null).Data();
        Assert.Equal(["thin"], FeatureCoding.Of(data, ["THIN", "thin"], CustomerClustersOptions.Default).Used.Select(f => f.Name));
        Assert.StartsWith("the framework declares no field of accounts of that name. It has: good, thin.", FeatureCoding.Of(data, ["other"], CustomerClustersOptions.Default).Fields[0].Why, StringComparison.Ordinal);
    }

    private static FeatureCoding Of(CandidateAccounts accounts) => FeatureCoding.Of(accounts.Data(), null, CustomerClustersOptions.Default);

    private static double Variance(double[] values) => values.Average(v => v * v) - (values.Average() * values.Average());
}
