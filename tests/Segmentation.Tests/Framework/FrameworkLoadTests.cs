using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;

namespace Segmentation.Tests.Framework;

public sealed class FrameworkLoadTests
{
    private static SegmentationFramework Parse(string text) => SegmentationFramework.Parse(text);

    private static WorkspaceException Refused(string text) => Assert.Throws<WorkspaceException>(() => Parse(text));

    /// <summary>The small file with one text replaced by another.</summary>
    private static string With(string from, string to)
    {
        Assert.Contains(from, FrameworkFiles.Small, StringComparison.Ordinal);
        return FrameworkFiles.Small.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_the_file_says_is_read()
    {
        var framework = Parse(FrameworkFiles.Full);
        Assert.Equal(("v1", "Fernloom customer segmentation"), (framework.Version, framework.Title));
        Assert.Equal(25, framework.Limits.SmallestSegmentError);
        Assert.Equal(PlaybookLimits.Default, framework.Limits with { SmallestSegmentError = 20 });
        Assert.Equal(["employees", "arr", "account_type", "health_score", "platform", "level"], framework.Fields.Select(f => f.Definition.Name));
        var platform = framework.Fields[4];
        Assert.Equal((EntityKind.Accounts, FieldType.Text, "Primary_Platform__c", "CRM", false), (platform.Of, platform.Definition.Type, platform.Definition.Column, platform.Source, platform.Standing.IsCritical));
        Assert.Equal(new[] { "ERP suite", "Data lake" }, platform.Definition.Picklist.AsEnumerable());
        Assert.True(framework.Fields[1].Definition.IsValue);
        Assert.Equal("USD a year", framework.Fields[1].Definition.Unit);
        var term = Assert.Single(framework.Terms);
        Assert.Equal(new Standing { Status = ItemStatus.Confirmed, Date = new(2025, 9, 12), Evidence = "01-audit: readiness" }, term.Standing);
        var exclusion = Assert.Single(framework.Exclusions);
        Assert.Equal(("Competitors", EntityKind.Accounts, "account_type = Competitor", "They must not see our campaigns."), (exclusion.Name, exclusion.Of, exclusion.Criteria.Text, exclusion.Reason));
        Assert.Equal(["Customer Tier", "Seniority"], framework.Dimensions.Select(d => d.Name));
        var tier = framework.Dimensions[0];
        Assert.Equal(("Size", DimensionKind.Value, EntityKind.Accounts, "How much of a CSM an account gets."), (tier.Label, tier.Kind, tier.Of, tier.Purpose));
        var enterprise = tier.Segments[0];
        Assert.Equal(("Enterprise", "employees >= 1000 or arr >= 500_000", "Named CSM, quarterly review", "VP Customer Success", 130), (enterprise.Name, enterprise.Criteria.Text, enterprise.Action, enterprise.Owner, enterprise.Expected));
        Assert.Equal("Is 1000 right for this market?", enterprise.Standing.Question);
        Assert.Equal(ItemStatus.Corrected, tier.Segments[1].Standing.Status);
        Assert.Equal(new Override("001Hs00000001ouIAA", "Customer Tier", "Enterprise", "VP Customer Success", "strategic", new(2026, 12, 31)), Assert.Single(framework.Overrides));
        var view = Assert.Single(framework.Views);
        Assert.Equal([KeyValuePair.Create("Customer Tier", "SMB")], view.Segments);
        Assert.Equal("health_score < 50", view.Criteria!.Text);
    }

    [Fact]
    public void What_a_file_leaves_out_has_its_default()
    {
        var framework = Parse("version: v0");
        Assert.Equal((NamingConvention.Default, BlankPolicy.Unassigned, ConflictPolicy.ValueFirst, PlaybookLimits.Default), (framework.Naming, framework.Blanks, framework.Conflicts, framework.Limits));
        Assert.Empty(framework.Dimensions);
        Assert.Null(framework.Title);
        var tier = Parse(FrameworkFiles.Small).Dimensions[0];
        Assert.Equal(("Customer Tier", Standing.Assumed), (tier.Label, tier.Standing));
    }

    [Fact]
    public void A_file_with_windows_line_ends_and_a_byte_order_mark_reads_the_same() =>
        Assert.Equal(FrameworkFiles.Full, Parse("\uFEFF" + FrameworkFiles.Full.Replace("\n", "\r\n", StringComparison.Ordinal)).Write());

    [Fact]
    public void A_missing_file_is_refused_with_the_remedy() => Assert.Equal(
        "framework.yaml: there is no framework file 'nowhere/framework.yaml'; found no such file, expected a framework.yaml. Write one, or let StarterFramework.Propose make a first version from the workspace and save it there.",
        Assert.Throws<WorkspaceException>(() => SegmentationFramework.Load("nowhere/framework.yaml")).Message);

    [Theory]
    [InlineData("", "framework.yaml, line 1, column 1: the framework says nothing; found an empty file, expected a version, fields and dimensions. Write 'version: v0' and what follows, or let StarterFramework.Propose make a first version.")]
    [InlineData("title: x", "framework.yaml, line 1, column 1: the framework does not say 'version'; found 'title', expected 'version' among them. Write, for example, 'version: v0'.")]
    [InlineData("version: 1.0", "framework.yaml, line 1, column 10: 'version' is no version; found '1.0', expected v0, v1, v2 and so on, or vFinal. Write, for example, 'version: v0'.")]
    [InlineData("version: v01", "framework.yaml, line 1, column 10: 'version' is no version; found 'v01', expected v0, v1, v2 and so on, or vFinal. Write, for example, 'version: v0'.")]
    [InlineData("version: v0\ndimension: []", "framework.yaml, line 2, column 1: the framework has an entry that is not known; found 'dimension', expected one of version, title, naming, policy, limits, terms, fields, exclusions, dimensions, overrides, views. Write 'dimensions', or remove the entry.")]
    [InlineData("version: v0\npolicy: {blanks: ignore}", "framework.yaml, line 2, column 18: 'blanks' names no policy; found 'ignore', expected one of unassigned, skip. Write 'skip', or another of them.")]
    [InlineData("version: v0\nlimits: {other_share: 5}", "framework.yaml, line 2, column 23: limit 'other_share' has a value that it cannot take; found '5', expected a proportion from 0 to 1. Write, for example, 'other_share: 0.05', the playbook's value.")]
    [InlineData("version: v0\nterms:\n  - name: Churn", "framework.yaml, line 3, column 5: term 'Churn' does not say 'means'; found 'name', expected 'means' among them. Write, for example, 'means: No ARR at the end of a month for an account that had some at its start.'.")]
    [InlineData("version: v0\nterms:\n  - {name: Churn, means: a}\n  - {name: churn, means: b}", "framework.yaml, line 4, column 12: two terms are called 'churn'; found a second 'churn', expected each term once, case aside. Rename or remove one of the two.")]
    [InlineData("version: v0\nterms:\n  - {name: Churn, means: a, status: confirmed}", "framework.yaml, line 3, column 37: 'status' of term 'Churn' names no status; found 'confirmed', expected one of ASSUMED, CONFIRMED, CORRECTED. Write 'ASSUMED', or another of them.")]
    [InlineData("version: v0\nterms:\n  - {name: Churn, means: a, date: 2025-02-30}", "framework.yaml, line 3, column 35: 'date' of term 'Churn' is not a date; found '2025-02-30', expected a date that exists, as year-month-day. Write, for example, 'date: 2026-06-30'.")]
    [InlineData("version: v0\nfields:\n  accounts:\n    employees: {type: integer}", "framework.yaml, line 4, column 23: 'type' of field 'employees' names no type of field; found 'integer', expected one of number, whole, text, date, flag. Write 'number', or another of them.")]
    [InlineData("version: v0\nfields:\n  accounts:\n    arr: {type: number}\n    ARR: {type: number}", "framework.yaml, line 5, column 5: two fields are called 'ARR'; found a second 'ARR', expected each field once, case aside. Rename or remove one of the two.")]
    public void What_cannot_be_meant_is_refused_with_place_and_remedy(string text, string message) => Assert.Equal(message, Refused(text).Message);

    [Theory]
    [InlineData("employees >= 1000 or arr", "employees >= 1000 ro arr", "framework.yaml, line 12, column 37: the criteria of Customer Tier / Enterprise: ")]
    [InlineData("employees >= 1000 or arr", "staff >= 1000 or arr", "framework.yaml, line 12, column 19: the criteria of Customer Tier / Enterprise: ")]
    [InlineData("name: SMB", "name: enterprise", "framework.yaml, line 13, column 15: two segments of Customer Tier are called 'enterprise'; found a second 'enterprise', expected each segment once, case aside.")]
    [InlineData("name: SMB", "name: 'Size: SMB'", "framework.yaml, line 13, column 15: segment 'Size: SMB' breaks the naming convention; found \": \" in its name, expected a name without \": \" and \" | \", which stand between names. Rename it, or choose other marks under 'naming'.")]
    [InlineData("name: SMB", "name: A | B", "segment 'A | B' breaks the naming convention; found \" | \" in its name")]
    [InlineData("name: SMB", "name: Unassigned", "a segment of Customer Tier is called 'Unassigned'")]
    [InlineData("kind: value", "kind: size", "framework.yaml, line 8, column 11: 'kind' of dimension 'Customer Tier' names no kind of dimension; found 'size', expected one of firmographic, behavioural, value, technographic, lifecycle.")]
    [InlineData("of: accounts", "of: users", "framework.yaml, line 9, column 9: 'of' of dimension 'Customer Tier' names no kind of record; found 'users', expected one of accounts, contacts.")]
    [InlineData("criteria: otherwise", "criterion: otherwise", "framework.yaml, line 14, column 9: segment 'SMB' has an entry that is not known; found 'criterion', expected one of name, criteria, action, owner, expected, status, date, evidence, question, critical. Write 'criteria', or remove the entry.")]
    [InlineData("criteria: otherwise", "expected: 12.5\n        criteria: otherwise", "framework.yaml, line 14, column 19: 'expected' of segment 'SMB' is not a number of records; found '12.5', expected a whole number, 0 or more.")]
    [InlineData("criteria: otherwise", "action: x", "framework.yaml, line 13, column 9: segment 'SMB' does not say 'criteria'; found 'name', 'action', expected 'criteria' among them.")]
    public void A_mistake_in_a_dimension_is_refused_with_its_place(string from, string to, string message) => Assert.Contains(message, Refused(With(from, to)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("overrides:\n  - {record: A1, dimension: Tier, segment: SMB, owner: x, reason: y, expires: 2026-12-31}", "framework.yaml, line 16, column 29: the override of A1 names a dimension that is not there; found 'Tier', expected one of Customer Tier. Correct the name, or add the dimension.")]
    [InlineData("overrides:\n  - {record: A1, dimension: Customer Tier, segment: Micro, owner: x, reason: y, expires: 2026-12-31}", "framework.yaml, line 16, column 53: the override of A1 names a segment that Customer Tier does not have; found 'Micro', expected one of Enterprise, SMB. Correct the name, or add the segment.")]
    [InlineData("overrides:\n  - {record: A1, dimension: Customer Tier, segment: SMB, owner: x, reason: y, expires: 2026-12-31}\n  - {record: A1, dimension: Customer Tier, segment: Enterprise, owner: x, reason: y, expires: 2026-12-31}", "framework.yaml, line 17, column 5: record A1 has two overrides in Customer Tier; found a second one, expected one override a record and dimension. Remove one of the two.")]
    [InlineData("overrides:\n  - {record: A1, dimension: Customer Tier, segment: SMB, owner: x, reason: y}", "framework.yaml, line 16, column 5: an override does not say 'expires'; found 'record', 'dimension', 'segment', 'owner', 'reason', expected 'expires' among them. Write, for example, 'expires: 2026-12-31'.")]
    [InlineData("views:\n  - {name: Mine, of: accounts, segments: {Tier: SMB}}", "framework.yaml, line 16, column 43: view 'Mine' of accounts names a dimension that is not there; found 'Tier', expected one of Customer Tier. Correct the name, or add the dimension.")]
    [InlineData("views:\n  - {name: Mine, of: accounts, segments: {Customer Tier: Micro}}", "framework.yaml, line 16, column 58: view 'Mine' names a segment that Customer Tier does not have; found 'Micro', expected one of Enterprise, SMB. Correct the name, or add the segment.")]
    [InlineData("views:\n  - {name: Mine, of: accounts, criteria: staff > 5}", "framework.yaml, line 16, column 42: the criteria of view 'Mine': ")]
    [InlineData("views:\n  - {name: Mine, of: accounts}\n  - {name: Mine, of: accounts}", "framework.yaml, line 17, column 12: two views are called 'Mine'; found a second 'Mine'")]
    public void What_points_nowhere_is_refused_with_its_place(string more, string message) => Assert.Contains(message, Refused(FrameworkFiles.Small + "\n" + more).Message, StringComparison.Ordinal);

    [Fact]
    public void A_dimension_without_segments_is_refused_with_its_place() => Assert.Equal(
        "framework.yaml, line 6, column 15: dimension 'Tier' has no segments; found an empty list, expected one segment or more. Write each on lines of its own: '- name: Enterprise' and 'criteria: employees >= 1000'.",
        Refused("version: v0\ndimensions:\n  - name: Tier\n    kind: value\n    of: accounts\n    segments: []").Message);

    // The word at fault, '@', stands on line 12 or, where the rule goes over several lines, on the line counted by hand.
    [Theory]
    [InlineData("criteria: employees >= 1000 or @ >= 5", 12, 40)]
    [InlineData("criteria: 'employees >= 1000 or @ >= 5'", 12, 41)]
    [InlineData("criteria: \"employees >= 1000 or @ >= 5\"", 12, 41)]
    [InlineData("criteria: \"employees >= 1000\\u0020or @ >= 5\"", 12, 46)]
    [InlineData("criteria: employees >= 1000\n          or @ >= 5", 13, 14)]
    [InlineData("criteria: >\n          employees >= 1000\n          or @ >= 5", 14, 14)]
    [InlineData("criteria: |\n          employees >= 1000\n            or @ >= 5", 14, 16)]
    [InlineData("criteria: \"employees >= 1000\n\n          or @ >= 5\"", 14, 14)]
    public void A_mistake_in_criteria_is_placed_however_the_text_is_written(string criteria, int line, int column)
    {
        var error = Refused(With("criteria: employees >= 1000 or arr >= 500_000", criteria));
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void An_unfinished_rule_is_placed_behind_its_end()
    {
        var error = Refused(With("arr >= 500_000", "arr >="));
        Assert.Equal((12, 46), (error.Line, error.Column));
    }

    [Fact]
    public void More_dimensions_than_the_playbook_allows_are_read() => Assert.Equal(7, Parse(
        "version: v0\nfields: {accounts: {arr: {type: number}}}\ndimensions:\n" + string.Concat(Enumerable.Range(1, 7).Select(i => $"  - {{name: D{i}, kind: value, of: accounts, segments: [{{name: All, criteria: otherwise}}]}}\n"))).Dimensions.Length);
}
