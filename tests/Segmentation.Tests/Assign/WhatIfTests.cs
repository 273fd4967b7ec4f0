using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Tables;
using static Segmentation.Tests.Assign.SmallFrameworks;

namespace Segmentation.Tests.Assign;

public sealed class WhatIfTests
{
    private static readonly SegmentationFramework Older = Of("v1", "Tier: Enterprise = employees >= 1000; Mid-Market = employees >= 100 and employees < 1000; SMB = employees < 100").Excluding("Competitors", "account_type = Competitor");
    private static readonly SegmentationFramework Newer = Of("v2", "Tier: Strategic = arr >= 500; Enterprise = employees >= 800; Mid-Market = employees >= 100 and employees < 800; SMB = employees < 100").Excluding("Competitors", "account_type = Competitor");

    [Fact]
    public void Two_versions_are_a_matrix_in_accounts_and_in_ARR()
    {
        // a: SMB stays. b: 900 employees, Mid-Market to Enterprise (800). c: ARR 600, Enterprise to Strategic. d: excluded stays. e: blank employees: Unassigned in both (ARR 1 leaves the tiers open).
        var result = WhatIf.Compare(Records(Account("a", 50, 1), Account("b", 900, 20), Account("c", 2000, 600), Account("d", 50, 7, type: "Competitor"), Account("e", null, 1)), Older, Newer);
        var matrix = Assert.Single(result.Matrices);
        Assert.Equal(["Enterprise", "Mid-Market", "SMB", "Strategic", "Unassigned", "Excluded"], matrix.From.ToArray());
        Assert.Equal(matrix.From.ToArray(), matrix.To.ToArray());
        Assert.Equal([("Enterprise", "Strategic", 1, 600.0), ("Mid-Market", "Enterprise", 1, 20.0), ("SMB", "SMB", 1, 1.0), ("Unassigned", "Unassigned", 1, 1.0), ("Excluded", "Excluded", 1, 7.0)],
            matrix.Flows.Select(f => (f.From, f.To, f.Count, f.Arr!.Value)));
        Assert.Equal((5, 2, 0.4, 620.0), (matrix.Records, matrix.Changed, matrix.ChangedShare, matrix.ArrChanged));
        Assert.Equal(620.0 / 629, result.ToTable().Number("share of ARR")[0]!.Value, 12);
        Assert.Equal(["rule changed", "threshold changed"], result.Records.Text("cause") is var causes ? [causes[0]!, causes[1]!] : []);
    }

    [Fact]
    public void Margins_of_the_matrix_are_the_counts_of_each_version()
    {
        var random = new Random(7);
        var records = Records([.. Enumerable.Range(0, 300).Select(i => Account($"{i}", random.Next(10) == 0 ? null : random.Next(2000), random.Next(800), type: random.Next(20) == 0 ? "Competitor" : "Customer"))]);
        var matrix = Assert.Single(WhatIf.Compare(records, Older, Newer).Matrices);
        var (older, newer) = (Counts(Older), Counts(Newer));
        Assert.All(matrix.From, place => Assert.Equal(older.GetValueOrDefault(place), matrix.Flows.Where(f => f.From == place).Sum(f => f.Count)));
        Assert.All(matrix.To, place => Assert.Equal(newer.GetValueOrDefault(place), matrix.Flows.Where(f => f.To == place).Sum(f => f.Count)));

        Dictionary<string, int> Counts(SegmentationFramework framework) =>
            Enumerable.Range(0, records.Count).Select(Assignment.Run(framework, records).Dimensions[0].NameOf).CountBy(n => n).ToDictionary(StringComparer.Ordinal);
    }

    [Fact]
    public void The_same_version_twice_changes_nothing() =>
        Assert.Equal(0, Assert.Single(WhatIf.Compare(Records(Account("a"), Account("b", 5000)), Older, Older).Matrices).Changed);

    [Fact]
    public void Without_records_the_places_are_still_there()
    {
        var matrix = Assert.Single(WhatIf.Compare(Records(), Older, Newer).Matrices);
        Assert.Equal((6, 0, null), (matrix.ToTable().RowCount, matrix.Records, matrix.ChangedShare));
    }

    [Fact]
    public void A_field_that_the_records_do_not_have_is_refused_with_those_there_are()
    {
        var records = Records(Account("a"));
        var error = Assert.Throws<ArgumentException>(() => WhatIf.Compare(records with { Fields = new Table("accounts", records.Fields["employees"]) }, Older, Newer));
        Assert.StartsWith("Framework v1 declares the field 'arr', but the records have only employees; take the records with the fields of both versions, or compare on the workspace.", error.Message, StringComparison.Ordinal);
    }
}
