using System.Globalization;
using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

public sealed class TestBatchTests
{
    /// <summary>Returns n accounts of which the first have employees, and a provider that knows those whose number a rule picks.</summary>
    private static Workspace Base(int accounts, int filled, Func<int, bool> known) => EnrichFolder.Open(
        ("accounts.csv", "Account ID,Account Name,Website,Industry,Employees,ARR\n" + string.Concat(Enumerable.Range(1, accounts).Select(i => $"A{i},Company {i},company{i}.example,Retail,{(i <= filled ? "10" : string.Empty)},1\n"))),
        ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Employees\n" + string.Concat(Enumerable.Range(1, accounts).Where(known).Select(i => $"{i},Company {i},company{i}.example,20\n"))));

    private static TestBatchResult Evaluate(Workspace workspace, int size, string decisions = "fields: {accounts: [employees]}") =>
        TestBatch.Draw(workspace, EntityKind.Accounts, size).Evaluate(workspace, EnrichmentDecisions.Parse(decisions));

    [Fact]
    public void A_batch_is_the_same_for_the_same_seed_and_another_for_another()
    {
        var workspace = Base(1000, 0, _ => false);
        var batch = TestBatch.Draw(workspace, EntityKind.Accounts);
        Assert.Equal(100, batch.Ids.Distinct().Count());
        Assert.Equal(batch.Ids.AsEnumerable(), TestBatch.Draw(workspace, EntityKind.Accounts).Ids);
        Assert.NotEqual(batch.Ids.AsEnumerable(), TestBatch.Draw(workspace, EntityKind.Accounts, seed: 1).Ids);
        Assert.Equal(batch.Ids.OrderBy(i => int.Parse(i[1..], CultureInfo.InvariantCulture)), batch.Ids);
        Assert.Null(batch.Warning);
        Assert.Equal("49 records are fewer than the 50 the playbook asks for.", TestBatch.Draw(workspace, EntityKind.Accounts, 49).Warning);
    }

    [Fact]
    public void A_batch_larger_than_the_base_is_the_base_and_leaves_no_doubt()
    {
        var result = Evaluate(Base(40, 10, i => i % 2 == 0), 100);
        Assert.Equal(40, result.Batch.Ids.Length);
        var employees = result.Projections.Single();

        // 15 of the 30 blanks have an even number: (10 + 15) / 40, exactly.
        Assert.Equal((30, 30, 15), (employees.BlankInBase, employees.BlankInBatch, employees.Fillable));
        Assert.Equal((.625, .625, .625), (employees.Projected!.Value, employees.ProjectedInterval.Low, employees.ProjectedInterval.High));
        Assert.Equal(BatchVerdict.NotReached, employees.Verdict);
    }

    [Fact]
    public void A_batch_certifies_where_the_lower_end_meets_the_target_and_says_when_it_is_too_small()
    {
        var workspace = Base(1000, 0, _ => true);

        // All blanks filled in the batch: the lower end is n'/(n' + z²) with n' = n (N-1)/(N-n); 15 give 15.21/(15.21 + 3.84) = .798, 16 give .809.
        var large = Evaluate(workspace, 16).Projections.Single();
        Assert.Equal(BatchVerdict.Certified, large.Verdict);
        var small = Evaluate(workspace, 15);
        Assert.Equal(BatchVerdict.TooSmall, small.Projections.Single().Verdict);
        Assert.Equal((16, 16), (small.Projections.Single().SizeToCertify, small.Projections.Single().SmallestSize));
        Assert.Contains("employees: a batch of 15 cannot certify 80%, not even if the providers filled every blank in it; draw at least 16.", small.Warnings);
    }

    [Fact]
    public void The_size_that_certifies_at_the_rate_seen_is_no_less_than_with_every_blank_filled()
    {
        // 600 of 1,000 filled, nine in ten of the others known: projected .96 against .80.
        var workspace = Base(1000, 600, i => i % 10 != 0);
        var size = Evaluate(workspace, 60).Projections.Single();
        Assert.NotNull(size.SizeToCertify);
        Assert.True(size.SmallestSize <= size.SizeToCertify);
        Assert.Equal(BatchVerdict.MetAlready, Evaluate(workspace, 60, "targets: {accounts: 0.6}\nfields: {accounts: [employees]}").Projections.Single().Verdict);
    }

    [Fact]
    public void Nothing_known_about_a_field_is_the_whole_range()
    {
        // A batch without a blank says nothing: from the coverage now to all.
        var workspace = Base(400, 399, _ => false);
        var result = Evaluate(workspace, 2, "targets: {accounts: 1}\nfields: {accounts: [employees]}").Projections.Single();
        Assert.Equal((0, (double?)null), (result.BlankInBatch, result.Projected));
        Assert.Equal((399.0 / 400, 1), (result.ProjectedInterval.Low, result.ProjectedInterval.High));
        Assert.Equal(BatchVerdict.TooSmall, result.Verdict);
    }

    [Fact]
    public void Match_rates_have_wilson_intervals()
    {
        // 5 of 20: .1118617-.4687009 (reference table of Wilson intervals).
        var match = Evaluate(Base(20, 0, i => i <= 5), 20).Matches[0];
        Assert.Equal((20, 5), (match.Asked, match.Known));
        Assert.Equal((.1118617, .4687009), (match.Interval.Low, match.Interval.High), new Close(7));
    }

    [Fact]
    public void A_record_that_is_gone_is_an_error()
    {
        var batch = TestBatch.Draw(Base(20, 0, _ => true), EntityKind.Accounts, 20);
        var error = Assert.Throws<WorkspaceException>(() => batch.Evaluate(Base(19, 0, _ => true)));
        Assert.StartsWith("accounts.csv: record 'A20' of the test batch is not in accounts.csv", error.Message, StringComparison.Ordinal);
    }

    private sealed class Close(int digits) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Round(x.Item1 - y.Item1, digits) == 0 && Math.Round(x.Item2 - y.Item2, digits) == 0;

        public int GetHashCode((double, double) obj) => 0;
    }
}
