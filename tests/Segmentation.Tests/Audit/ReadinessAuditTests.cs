using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Audit;

public sealed class ReadinessAuditTests
{
    private static Export Accounts(int records, Func<int, bool> industry, Func<int, bool> employees, Func<int, bool> arr, Func<int, bool> country) => AuditWorkspace.Export(
        EntityKind.Accounts,
        (Role.Industry, Column.Of("Industry", Enumerable.Range(0, records).Select(i => industry(i) ? "Retail" : null))),
        (Role.Employees, Column.Of("Employees", Enumerable.Range(0, records).Select(i => employees(i) ? 50d : (double?)null))),
        (Role.Arr, Column.Of("ARR", Enumerable.Range(0, records).Select(i => arr(i) ? 100d : (double?)null))),
        (Role.Country, Column.Of("Country", Enumerable.Range(0, records).Select(i => country(i) ? "France" : null))));

    // Known construction over 20^4 records, one for each combination of four numbers of 0-19: a field is filled where its number is
    // below 17, so each is at 85% exactly and the four are independent: .85^4 = .52200625.
    [Fact]
    public void Four_fields_at_85_percent_are_52_percent_together()
    {
        var readiness = ReadinessAudit.Run(AuditWorkspace.Of(Accounts(160_000, i => i % 20 < 17, i => i / 20 % 20 < 17, i => i / 400 % 20 < 17, i => i / 8000 < 17)));
        var accounts = readiness.Of(EntityKind.Accounts)!;
        Assert.All(accounts.Steps, s => Assert.Equal(136_000, s.Valid));
        Assert.Equal(83_521, accounts.Ready);
        Assert.Equal(.52200625, accounts.JointShare!.Value, 12);
        Assert.Equal(accounts.IfIndependent, accounts.JointShare.Value, 12);
        Assert.Equal([.614125, .7225, .85, 1], accounts.Steps.Select(s => Math.Round(s.JointAfter, 12)));
        Assert.Equal(Severity.Error, readiness.Findings.Single().Severity);
    }

    // The other extreme by hand: gaps that fall on the same 15 of 100 records leave 85% together, gaps that never meet leave 40%.
    [Theory]
    [InlineData(true, 85)]
    [InlineData(false, 40)]
    public void The_same_single_shares_give_85_or_40_percent_depending_on_where_the_gaps_fall(bool same, int joint)
    {
        bool At(int record, int field) => same ? record >= 15 : record < field * 15 || record >= (field + 1) * 15;
        var accounts = ReadinessAudit.Run(AuditWorkspace.Of(Accounts(100, i => At(i, 0), i => At(i, 1), i => At(i, 2), i => At(i, 3)))).Of(EntityKind.Accounts)!;
        Assert.Equal(joint, accounts.Ready);
        Assert.Equal(.85, accounts.Lowest, 12);
        Assert.Equal(.52200625, accounts.IfIndependent, 12);
    }

    // By hand, 10 records: industry missing on 0-3, employees on 3-5, ARR never, country on 0-2. Alone, filling employees frees 4 and 5;
    // industry frees none of 0-2 (country is missing too) and not 3 (employees). Then industry and country one by one:
    // industry frees 3, country then 0-2.
    [Fact]
    public void The_greedy_order_counts_a_field_only_once_the_others_are_filled()
    {
        var accounts = ReadinessAudit.Run(AuditWorkspace.Of(Accounts(10, i => i > 3, i => i is < 3 or > 5, _ => true, i => i > 2))).Of(EntityKind.Accounts)!;
        Assert.Equal(["employees", "industry", "geography", "ARR"], accounts.Steps.Select(s => s.Field));
        Assert.Equal([.2, 0, 0, 0], accounts.Steps.Select(s => Math.Round(s.GainAlone, 12)));
        Assert.Equal([.6, .7, 1, 1], accounts.Steps.Select(s => Math.Round(s.JointAfter, 12)));
    }

    [Fact]
    public void A_needed_field_without_a_column_is_named_and_left_out_of_the_joint_share()
    {
        var workspace = AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Accounts, (Role.Industry, Column.Of("Industry", ["Retail", null]))));
        var readiness = ReadinessAudit.Run(workspace);
        var accounts = readiness.Of(EntityKind.Accounts)!;
        Assert.Equal(.5, accounts.JointShare);
        Assert.Equal("employees, ARR, geography", string.Join(", ", accounts.WithoutColumn));
        Assert.Contains("No column for employees, ARR, geography.", readiness.Findings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_records_or_needed_columns_there_is_no_joint_share()
    {
        Assert.Null(ReadinessAudit.Run(AuditWorkspace.Of(Accounts(0, _ => true, _ => true, _ => true, _ => true))).Of(EntityKind.Accounts)!.JointShare);
        var bare = ReadinessAudit.Run(AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Accounts, (Role.AccountId, Column.Of("Id", ["A1"])))));
        Assert.Null(bare.Of(EntityKind.Accounts)!.JointShare);
        Assert.Empty(bare.Findings);
        Assert.Null(bare.Of(EntityKind.Contacts));
    }

    // The advisory: above 80% firmographic-only, start gate 70%, below 50% clean up first.
    [Theory]
    [InlineData(81, Severity.Info)]
    [InlineData(80, Severity.Warn)]
    [InlineData(70, Severity.Warn)]
    [InlineData(69, Severity.Error)]
    [InlineData(50, Severity.Error)]
    [InlineData(49, Severity.Critical)]
    public void Severity_follows_the_advisory_on_its_boundaries(int ready, Severity severity)
    {
        var finding = ReadinessAudit.Run(AuditWorkspace.Of(Accounts(100, i => i < ready, _ => true, _ => true, _ => true))).Findings.Single();
        Assert.Equal(severity, finding.Severity);
        Assert.Equal(100 - ready, finding.Count);
        Assert.Equal((100 - ready).ToString(CultureInfo.InvariantCulture), finding.Rows.RowCount.ToString(CultureInfo.InvariantCulture));
    }
}
