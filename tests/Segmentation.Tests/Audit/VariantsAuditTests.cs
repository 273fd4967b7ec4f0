using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Audit;

// Every expected number is counted by hand from the rows above it.
public sealed class VariantsAuditTests
{
    [Fact]
    public void Leaking_records_and_arr_are_counted_for_each_variant()
    {
        // 100 records: Technology 90, Tecnology 3, TECHNOLOGY 2, Tech 4, Retail 1; each pays 10.
        var result = VariantsAudit.Run(Of(Industries(("Technology", 90), ("Tecnology", 3), ("TECHNOLOGY ", 2), ("Tech", 4), ("Retail", 1))));
        var field = Assert.Single(result.Fields);
        Assert.Equal(
            [("Tech", VariantKind.Abbreviation, VariantVerdict.Likely, 4, 40.0), ("Tecnology", VariantKind.TypingError, VariantVerdict.Same, 3, 30.0), ("TECHNOLOGY ", VariantKind.Spelling, VariantVerdict.Same, 2, 20.0)],
            field.Variants.Select(v => (v.Value, v.Kind, v.Verdict, v.Records, v.Arr!.Value)));
        Assert.All(field.Variants, v => Assert.Equal("Technology", v.Target));
        Assert.Equal((9, 90.0, 0.09), (field.LeakingRecords, field.LeakingArr!.Value, field.LeakingShare!.Value));
        var finding = Assert.Single(result.Findings);
        Assert.Equal((9, 90.0), (finding.Count, finding.ArrAtStake!.Value));
        Assert.Equal(9, finding.Rows.RowCount);
    }

    [Theory]
    [InlineData("Austria", "Australia")]
    [InlineData("Niger", "Nigeria")]
    [InlineData("Iran", "Iraq")]
    [InlineData("Oman", "Romania")]
    [InlineData("Slovakia", "Slovenia")]
    [InlineData("North Carolina", "South Carolina")]
    [InlineData("Virginia", "West Virginia")]
    [InlineData("Kansas", "Arkansas")]
    [InlineData("Tier 1", "Tier 2")]
    [InlineData("Tier II", "Tier III")]
    [InlineData("1-50", "150")]
    [InlineData("<100", ">100")]
    [InlineData("1000+", "1000")]
    [InlineData("Active", "Inactive")]
    [InlineData("Inbound", "Outbound")]
    [InlineData("Mining", "Dining")]
    public void Real_values_that_look_alike_are_not_grouped(string frequent, string rare) =>
        Assert.Empty(VariantsAudit.Run(Of(Industries((frequent, 50), (rare, 1)))).Fields[0].Variants);

    [Theory]
    [InlineData("Health Care", "Healthcare", VariantKind.Spacing)]
    [InlineData("Financial Services", "Services, Financial", VariantKind.Spelling)]
    [InlineData("Financial Services", "Fin. Services", VariantKind.Abbreviation)]
    [InlineData("Financial Services", "Finacial Sevices", VariantKind.TypingError)]
    [InlineData("Human Resources", "HR", VariantKind.Initials)]
    [InlineData("Tier 1", "tier-1", VariantKind.Spacing)]
    [InlineData("1,000+ employees", "1000+ Employees", VariantKind.Spelling)]
    [InlineData("Germany", "Deutschland", VariantKind.Country)]
    [InlineData("United States", "USA", VariantKind.Country)]
    [InlineData("Germany", "Germny", VariantKind.TypingError)]
    [InlineData("Manufacturing", "Manufacutring", VariantKind.TypingError)]
    public void Spellings_of_one_value_are_grouped(string frequent, string rare, VariantKind kind)
    {
        var variant = Assert.Single(VariantsAudit.Run(Of(Industries((frequent, 50), (rare, 1)))).Fields[0].Variants);
        Assert.Equal((frequent, rare, kind), (variant.Target, variant.Value, variant.Kind));
    }

    [Theory]
    [InlineData(5, VariantVerdict.Look)] // 5 of 100 is the limit itself: frequent.
    [InlineData(4, VariantVerdict.Same)]
    public void Two_frequent_values_are_for_a_person_to_look_at(int records, VariantVerdict verdict)
    {
        var result = VariantsAudit.Run(Of(Industries(("Banking", 60), ("Baking", records), ("Retail", 40 - records))));
        var field = result.Fields[0];
        Assert.Equal(verdict, Assert.Single(field.Variants).Verdict);
        Assert.Equal(verdict == VariantVerdict.Look ? 0 : records, field.LeakingRecords);
        Assert.Equal(verdict == VariantVerdict.Look ? "variants-to-look-at" : "variants", Assert.Single(result.Findings).Check);
    }

    [Fact]
    public void Two_frequent_spellings_with_one_fingerprint_are_the_same_all_the_same() =>
        Assert.Equal(VariantVerdict.Same, Assert.Single(VariantsAudit.Run(Of(Industries(("Retail", 60), ("RETAIL", 40)))).Fields[0].Variants).Verdict);

    [Fact]
    public void An_abbreviation_of_two_values_is_for_a_person_to_look_at()
    {
        var field = VariantsAudit.Run(Of(Industries(("Technology", 50), ("Technical", 30), ("Tech", 1)))).Fields[0];
        Assert.Equal(("Tech", VariantVerdict.Look), (Assert.Single(field.Variants).Value, field.Variants[0].Verdict));
    }

    [Fact]
    public void The_controlled_picklist_is_the_target_even_where_no_record_holds_it()
    {
        var workspace = Of(Industries(("Tecnology", 60), ("Banking", 20), ("Baking", 20))) with
        {
            Picklists = ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty.Add(Role.Industry, ["Technology", "Banking", "Baking"]),
        };
        var variant = Assert.Single(VariantsAudit.Run(workspace).Fields[0].Variants);
        Assert.Equal(("Technology", 0, "Tecnology", 60, VariantVerdict.Same), (variant.Target, variant.TargetRecords, variant.Value, variant.Records, variant.Verdict));
    }

    [Fact]
    public void Beyond_the_cap_values_are_compared_by_fingerprint_only_and_that_is_said()
    {
        var workspace = Of(Industries(("Technology", 9), ("Retail", 5), ("TECHNOLOGY", 2), ("Tecnology", 1)));
        var result = VariantsAudit.Run(workspace, AuditOptions.Default with { ComparedValues = 2 });
        Assert.Equal("TECHNOLOGY", Assert.Single(result.Fields[0].Variants).Value);
        Assert.Equal(2, result.Findings.Single(f => f.Check == "variants-capped").Count);
    }

    [Fact]
    public void A_column_without_a_role_is_examined_where_it_repeats_a_few_short_values()
    {
        var plans = Column.Of("plan", Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? "gold" : "silver"));
        var notes = Column.Of("notes", Enumerable.Range(0, 40).Select(i => $"note {i}"));
        var essay = Column.Of("essay", Enumerable.Repeat(new string('x', 400), 39).Append("y"));
        var names = Column.Of("nickname", Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? "jo" : "al")).AsPersonal();
        var ids = Column.Of(nameof(Role.AccountId), Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? "a" : "b"));
        Assert.Equal(["plan"], VariantsAudit.Run(Of(Accounts(plans, notes, essay, names, ids))).Fields.Select(f => f.Field));
    }

    [Fact]
    public void Arr_of_contacts_counts_each_account_once()
    {
        var result = VariantsAudit.Run(Of(
            Accounts(Texts(Role.AccountId, "A"), Numbers(Role.Arr, 100)),
            Contacts(Texts(Role.AccountId, "A", "A", "A", "A", "A"), Texts(Role.Department, "Sales", "Sales", "Sales", "sales", "SALES"))));
        Assert.Equal((2, 100.0), (result.Fields[0].LeakingRecords, result.Fields[0].LeakingArr!.Value));
    }

    [Fact]
    public void Nothing_to_compare_is_a_finding_and_empty_fields_work()
    {
        Assert.Equal("variants", Assert.Single(VariantsAudit.Run(Of()).Findings).Check);
        foreach (string?[] values in new string?[][] { [], [null], ["Retail"], ["Retail", "Retail"], ["?", "!", ""] })
        {
            var field = Assert.Single(VariantsAudit.Run(Of(Accounts(Texts(Role.Industry, values)))).Fields);
            Assert.Equal(0, field.LeakingRecords);
        }
    }

    private static Export Industries(params (string Value, int Records)[] values)
    {
        string[] all = [.. values.SelectMany(v => Enumerable.Repeat(v.Value, v.Records))];
        return Accounts(Texts(Role.Industry, all), Numbers(Role.Arr, [.. all.Select(_ => 10.0)]));
    }
}
