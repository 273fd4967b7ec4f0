using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Assign;

/// <summary>The sample exports as they came. Authority: the same rules counted over the files with the tests' own reader.</summary>
public sealed class SampleAssignmentTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private static readonly ImmutableArray<FrameworkField> Fields =
    [
        .. Rules.Fields(EntityKind.Accounts, "employees: whole, arr: number value, industry: text, account_type: text, country: text, usage: number, active_share: number, days_to_renewal: whole, contacts: whole"),
        .. Rules.Fields(EntityKind.Contacts, "opt_out: flag, account.arr: number value"),
    ];

    private static readonly SegmentationFramework Framework = Rules.Of(
        Fields,
        Rules.Dimension("Customer Tier", Fields, Rules.Tiers),
        Rules.Dimension("Industry", Fields, "Technology: industry in [Technology, Media]", "Regulated: industry in [Healthcare, Financial Services]", "Rest: industry is not blank"),
        Rules.Dimension("Region", Fields, "Europe: country in [Germany, France]", "Other: otherwise"),
        Rules.Dimension("Engagement", Fields, "Strong: active_share >= 0.7", "Weak: active_share < 0.7"),
        Rules.Dimension("Lifecycle", Fields, "Due: days_to_renewal between 0 and 90", "Later: days_to_renewal > 90", "Past: days_to_renewal < 0"),
        Rules.Dimension("Worth", EntityKind.Contacts, Fields, "High: account.arr >= 100_000", "Low: account.arr < 100_000")) with
    {
        Exclusions =
        [
            new("Competitors", EntityKind.Accounts, Rules.Criterion(EntityKind.Accounts, Fields, "account_type = Competitor")),
            new("Do not email", EntityKind.Contacts, Rules.Criterion(EntityKind.Contacts, Fields, "opt_out = true")),
        ],
    };

    private readonly AssignmentResult assigned = Assignment.Run(samples.Workspace, Framework);

    private static readonly Dictionary<string, Dictionary<string, string>> Accounts = SampleFiles.Read("accounts.csv").Rows.ToDictionary(r => r.First(c => c.Key.EndsWith("Account ID", StringComparison.Ordinal)).Value, StringComparer.Ordinal);

    [Fact]
    public void Customer_tiers_are_those_of_the_files() => Compare("Customer Tier", row =>
    {
        var (people, arr) = (Number(row[" Employees "]), Number(row["ARR"]));
        bool? smb = And(people is { } p ? p < 100 : null, arr is { } a ? a < 50_000 : null), big = Or(people >= 1000, arr >= 500_000, people is null, arr is null);
        bool? middle = people is null ? null : people >= 100 && people < 1000;
        // Enterprise matches by value where employees alone do not make it so.
        var byValue = big == true && !(people >= 1000);
        if (smb == true && big is null) return "Unassigned";
        if (byValue) return "Enterprise";
        if (smb is null || middle is null || big is null) return big == true && smb == false && middle == false ? "Enterprise" : "Unassigned";
        return smb == true ? "SMB" : middle == true ? "Mid-Market" : big == true ? "Enterprise" : "Unassigned";
    });

    [Fact]
    public void Industries_are_those_of_the_files() => Compare("Industry", row =>
    {
        var industry = row["Industry"].Trim();
        if (industry.ToUpperInvariant() is "" or "N/A" or "-" or "UNKNOWN" or "NONE" or "#N/A") return "Unassigned";
        return industry.ToUpperInvariant() is "TECHNOLOGY" or "MEDIA" ? "Technology" : industry.ToUpperInvariant() is "HEALTHCARE" or "FINANCIAL SERVICES" ? "Regulated" : "Rest";
    });

    [Fact]
    public void Engagement_is_active_over_licensed_users_of_April_to_June()
    {
        var usage = SampleFiles.Read("engagement.csv").Rows.Where(r => r["Month"] is "2026-04-01" or "2026-05-01" or "2026-06-01" && r["Active Users"].Length > 0 && r["Licensed Users"].Length > 0)
            .GroupBy(r => r["Account ID"], StringComparer.Ordinal).ToDictionary(g => g.Key, g => (Active: g.Sum(r => Number(r["Active Users"])!.Value), Licensed: g.Sum(r => Number(r["Licensed Users"])!.Value)), StringComparer.Ordinal);
        var records = assigned.Accounts!.Records;
        for (var row = 0; row < records.Count; row++)
        {
            var expected = usage.TryGetValue(records.Ids[row]!, out var sums) && sums.Licensed > 0 ? sums.Active / sums.Licensed : (double?)null;
            Assert.Equal(expected, records.Fields.Number("active_share")[row]);
        }
    }

    [Fact]
    public void Contacts_of_an_account_are_those_that_point_at_it()
    {
        var counts = SampleFiles.Read("contacts.csv").Rows.CountBy(r => r["Salesforce Account ID"]).ToDictionary(StringComparer.Ordinal);
        var records = assigned.Accounts!.Records;
        Assert.All(Enumerable.Range(0, records.Count), row => Assert.Equal(counts.GetValueOrDefault(records.Ids[row]!), records.Fields.Number("contacts")[row]));
    }

    [Fact]
    public void Competitors_and_contacts_who_opted_out_are_excluded()
    {
        Assert.Equal(Accounts.Values.Count(r => r["Type"] == "Competitor"), assigned.Accounts!.Exclusion.Count(e => e >= 0));
        Assert.Equal(SampleFiles.Read("contacts.csv").Rows.Count(r => r["Unsubscribed from all email"] == "TRUE"), assigned.Contacts!.Exclusion.Count(e => e >= 0));
    }

    [Fact]
    public void Each_record_is_once_in_each_dimension_and_the_summary_adds_up()
    {
        var table = assigned.ToTable();
        for (var row = 0; row < table.RowCount; row++)
        {
            Assert.Equal(table.Number("records")[row], new[] { "matched", "overridden", "unassigned: blank", "unassigned: no rule", "excluded" }.Sum(c => table.Number(c)[row]));
        }

        Assert.All(assigned.Accounts!.Dimensions, d => Assert.Equal(Accounts.Count, d.Segment.Length));
    }

    [Fact]
    public void Any_account_and_contact_can_be_explained()
    {
        for (var row = 0; row < assigned.Accounts!.Records.Count; row += 97) Assert.NotEmpty(assigned.Explain(assigned.Accounts.Records.Ids[row]!).Sentence);
        for (var row = 0; row < assigned.Contacts!.Records.Count; row += 997) Assert.NotEmpty(assigned.Explain(assigned.Contacts.Records.Ids[row]!).Sentence);
    }

    private void Compare(string dimension, Func<Dictionary<string, string>, string> expected)
    {
        var side = assigned.Accounts!;
        var place = side.Dimensions.Single(d => d.Dimension.Name == dimension);
        for (var row = 0; row < side.Records.Count; row++)
        {
            if (side.Exclusion[row] >= 0) continue;
            var record = Accounts[side.Records.Ids[row]!];
            Assert.True(expected(record) == place.NameOf(row), $"{side.Records.Ids[row]}: {expected(record)} expected, {place.NameOf(row)} found; employees '{record[" Employees "]}', ARR '{record["ARR"]}', industry '{record["Industry"]}'");
        }
    }

    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    private static bool? Or(bool a, bool b, bool aBlank, bool bBlank) => a || b ? true : aBlank || bBlank ? null : false;

    private static double? Number(string text) =>
        double.TryParse(text.Replace("$", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
