using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;
using Segmentation.Tests.Audit;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Match;

public sealed class DuplicateMatchTests
{
    private static readonly Workspace Small = RecordsWorkspace.Of(Accounts(
        Texts(Role.AccountId, "1", "2", "3", "4"),
        Texts(Role.AccountName, "Alba Tools Inc.", "ALBA TOOLS", "Brio Foods", "Cavo Ship"),
        Texts(Role.Website, "alba.com", "www.alba.com", "brio.com", "cavo.com"),
        Texts(Role.City, "Rome", "Rome", "Bonn", "Oslo"),
        Texts(Role.Country, "Italy", "Italy", "Germany", "Norway")));

    [Fact]
    public void Two_records_of_one_company_become_one_entity()
    {
        var match = DuplicateMatch.Run(Small, EntityKind.Accounts);
        Assert.Equal([0, 0, 1, 2], match.Entities.Entity.ToArray());
        Assert.Equal((.25, 2), (match.DuplicateRate, match.InClusters));
        Assert.True(match.Explain("1", "2").Probability >= match.Settings.Threshold);
        Assert.True(match.Explain("1", "4").Probability < match.Settings.ReviewFrom);
    }

    [Fact]
    public void A_decision_outweighs_the_weights()
    {
        var match = DuplicateMatch.Run(Small, EntityKind.Accounts, decisions: MatchDecisions.Of(new MatchDecision(EntityKind.Accounts, false, ["1", "2"]), new MatchDecision(EntityKind.Accounts, true, ["3", "4"])));
        Assert.Equal([0, 1, 2, 2], match.Entities.Entity.ToArray());
        Assert.Empty(match.Review.Pairs);
    }

    [Fact]
    public void Entities_keep_their_ids_in_the_next_run()
    {
        var first = DuplicateMatch.Run(Small, EntityKind.Accounts);
        var second = DuplicateMatch.Run(Small, EntityKind.Accounts, previous: first.Memory);
        Assert.Equal(first.Entities.EntityIds.ToArray(), second.Entities.EntityIds.ToArray());
        Assert.Empty(second.Changes.Changes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void Records_without_values_are_each_an_entity(int count)
    {
        foreach (var kind in new[] { EntityKind.Accounts, EntityKind.Contacts })
        {
            var match = DuplicateMatch.Run(RecordsWorkspace.Of(RecordsWorkspace.Export(kind, Texts(Role.AccountName, new string?[count]), Texts(Role.Email, new string?[count]))), kind);
            Assert.Equal(count, match.Entities.EntityIds.Length);
            Assert.Contains(match.Notes, n => n.Contains("could not be trained", StringComparison.Ordinal));
            Assert.Equal(count == 0 ? null : 0.0, match.DuplicateRate);
            Assert.Equal(match.Options.Thresholds.Length, match.Thresholds.Rows.Length);
            Assert.Contains("could not be trained", match.ToHtml(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Records_that_are_all_equal_are_one_entity()
    {
        string?[] All(string value) => [.. Enumerable.Repeat(value, 25)];
        var match = DuplicateMatch.Run(RecordsWorkspace.Of(Accounts(Texts(Role.AccountName, All("Alba")), Texts(Role.Website, All("alba.com")), Texts(Role.City, All("Rome")), Texts(Role.PostalCode, All("00184")))), EntityKind.Accounts);
        Assert.Single(match.Entities.EntityIds);
        Assert.Equal(25, match.InClusters);
    }

    // Two pairs of four records: 4 records are 2 entities; rate (4 - 2) / 4 = .5, all 4 in clusters.
    [Fact]
    public void Thresholds_say_both_duplicate_figures_and_measure_against_labels()
    {
        var workspace = RecordsWorkspace.Of(Accounts(
            Texts(Role.AccountId, "1", "2", "3", "4"),
            Texts(Role.AccountName, "Alba Tools", "Alba Tools", "Brio Foods", "Brio Foods"),
            Texts(Role.Website, "alba.com", "alba.com", "brio.com", "brio.com"),
            Texts(Role.City, "Rome", "Rome", "Bonn", "Bonn")));
        var labels = MatchLabels.OfPairs([("1", "2", true), ("3", "4", false)]);
        var table = DuplicateMatch.Run(workspace, EntityKind.Accounts, MatchOptions.Default with { Labels = labels, Thresholds = [.9] }).Thresholds.ToTable();
        Assert.Equal([.9, .95], table.Number("probability from").Values.ToArray());
        Assert.Equal((2.0, .5, 4.0, 1.0), (table.Number("entities")[0], table.Number("duplicate rate")[0], table.Number("records in clusters")[0], table.Number("share in clusters")[0]));

        // Precision 1 of 2; its Wilson interval from the formula with z = 1.959964: centre .5, half width .4055.
        Assert.Equal((.5, 1.0), (table.Number("precision")[0], table.Number("recall")[0]));
        Assert.Equal(.0945, table.Number("precision at least")[0]!.Value, 4);
        Assert.Equal(.9055, table.Number("precision at most")[0]!.Value, 4);
    }

    [Fact]
    public void Without_labels_the_thresholds_have_no_precision() => Assert.Null(DuplicateMatch.Run(Small, EntityKind.Accounts).Thresholds.ToTable().Find("precision"));

    [Fact]
    public void A_pair_between_review_and_threshold_is_offered_with_what_speaks_for_and_against()
    {
        var match = DuplicateMatch.Run(Small, EntityKind.Accounts);
        var between = match.Explain("1", "2").Probability;
        var settings = MatchSettings.Accounts with { Threshold = (1 + between) / 2 };
        var review = DuplicateMatch.Run(Small, EntityKind.Accounts, MatchOptions.Default with { Settings = settings }).Review;
        var pair = Assert.Single(review.Pairs);
        Assert.Equal(("1", "2"), (pair.Left, pair.Right));
        Assert.StartsWith("company name: same name (+", review.ToTable().Text("for")[0]!.Split(", ").Single(p => p.StartsWith("company", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.True(review.ToTable()["left is"].IsPersonal);
    }

    [Fact]
    public void A_pair_that_the_guard_forbids_says_why()
    {
        var workspace = RecordsWorkspace.Of(Accounts(
            Texts(Role.AccountId, "p", "c"), Texts(Role.AccountName, "Alba", "Alba"), Texts(Role.Website, "alba.com", "alba.com"), Texts(Role.ParentAccountId, null, "p")));
        var match = DuplicateMatch.Run(workspace, EntityKind.Accounts);
        Assert.NotNull(match.Explain("p", "c").Forbidden);
        Assert.Contains("kept apart (", match.Explain("p", "c").Sentence, StringComparison.Ordinal);
        Assert.Equal(2, match.Entities.EntityIds.Length);
    }

    [Fact]
    public void An_id_that_is_not_there_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => DuplicateMatch.Run(Small, EntityKind.Accounts).Explain("1", "99"));
        Assert.StartsWith("There is no record '99' among 4 accounts; pass the id as the export spells it, or 'row 17' for a record without one.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_that_is_missing_and_a_kind_that_is_never_matched_are_refused()
    {
        Assert.Throws<WorkspaceException>(() => DuplicateMatch.Run(Small, EntityKind.Contacts));
        Assert.Throws<ArgumentOutOfRangeException>(() => DuplicateMatch.Run(Small, EntityKind.Users));
    }

    [Fact]
    public void Hostile_text_is_compared_as_text_and_encoded()
    {
        const string Hostile = "<script>alert(1)</script>";
        var match = DuplicateMatch.Run(RecordsWorkspace.Of(Accounts(Texts(Role.AccountId, Hostile, "=1+1"), Texts(Role.AccountName, Hostile, Hostile), Texts(Role.City, new string('x', 100_000), Hostile))), EntityKind.Accounts);
        Assert.DoesNotContain("<script>", match.Explain(Hostile, "=1+1").ToHtml(RenderOptions.Default), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", match.ToHtml(), StringComparison.Ordinal);
    }
}
