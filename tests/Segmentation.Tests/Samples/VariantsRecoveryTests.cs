using System.Globalization;
using Segmentation.Audit;

namespace Segmentation.Tests.Samples;

/// <summary>The audit finds the misspelt picklist values and the ARR behind them. Authority: <c>truth/variants.csv</c>.</summary>
public sealed class VariantsRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal) { ["accounts"] = "accounts.csv", ["contacts"] = "contacts.csv" };

    private readonly ValueVariant[] found = [.. VariantsAudit.Run(samples.Workspace).Fields.SelectMany(f => f.Variants)];

    [Fact]
    public void Every_misspelling_is_found_with_its_target_and_records()
    {
        var planted = SampleFiles.Read("truth/variants.csv").Rows.Where(v => v["kind"] != "alias").Select(v => (v["file"], v["column"], v["written"], v["meant"], int.Parse(v["records"], CultureInfo.InvariantCulture)));
        var sure = found.Where(v => v.Verdict == VariantVerdict.Same).Select(v => (Files.GetValueOrDefault(v.Table, v.Table), v.Field, v.Value, v.Target, v.Records)).ToHashSet();
        Assert.All(planted, variant => Assert.Contains(variant, sure));
    }

    [Fact]
    public void Nothing_but_planted_values_is_said_to_leak()
    {
        var planted = SampleFiles.Read("truth/variants.csv").Rows.Select(v => (v["file"], v["column"], v["written"], v["meant"])).ToHashSet();
        var fields = planted.Select(p => (p.Item1, p.Item2)).ToHashSet();
        var leaking = found.Where(v => v.Verdict != VariantVerdict.Look).Select(v => (Files.GetValueOrDefault(v.Table, v.Table), v.Field, v.Value, v.Target)).Where(v => fields.Contains((v.Item1, v.Field)));
        Assert.All(leaking, variant => Assert.Contains(variant, planted));
    }

    [Fact]
    public void ARR_behind_a_misspelling_is_what_its_accounts_pay()
    {
        foreach (var variant in SampleFiles.Read("truth/variants.csv").Rows.Where(v => v["arr"].Length > 0 && v["kind"] != "alias"))
        {
            var arr = found.Single(v => v.Field == variant["column"] && v.Value == variant["written"] && v.Table == "accounts").Arr;
            Assert.Equal((variant["written"], double.Parse(variant["arr"], CultureInfo.InvariantCulture)), (variant["written"], Math.Round(arr ?? 0, 2)));
        }
    }
}
