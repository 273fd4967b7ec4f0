using System.Globalization;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Load;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Framework;

public sealed class StarterFrameworkTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    /// <summary>Proposes, and checks what holds for every proposal: v0, all assumed, and it reads back.</summary>
    private static SegmentationFramework Propose(Workspace workspace)
    {
        var framework = StarterFramework.Propose(workspace);
        Assert.Equal("v0", framework.Version);
        Assert.All(FrameworkStatus.Of(framework).Items, i => Assert.Equal((ItemStatus.Assumed, true), (i.Standing.Status, i.Standing.Evidence is not null || i.Kind == "segment")));
        var back = SegmentationFramework.Parse(framework.Write());
        Assert.Equal(FrameworkFiles.Everything(framework), FrameworkFiles.Everything(back));
        Assert.Equal(framework.Write(), back.Write());
        return framework;
    }

    private static Workspace Of(params LoadedTable[] files) => InMemory.Open([.. files]);

    private static LoadedTable Accounts(params Column[] columns) => InMemory.Of("accounts.csv", [Column.Of("Account ID", Enumerable.Range(1, 40).Select(i => $"001{i:000000000000}")), .. columns]);

    private static string[] Rules(SegmentationFramework framework, string dimension) => [.. framework.Dimensions.Single(d => d.Name == dimension).Segments.Select(s => $"{s.Name}: {s.Criteria.Text}")];

    [Fact]
    public void The_playbooks_tiers_are_proposed_without_their_gap_and_overlap()
    {
        var framework = Propose(Of(Accounts(
            Column.Of("Account Name", Enumerable.Range(1, 40).Select(i => $"Company {i}")),
            Column.Of("Employees", Enumerable.Range(1, 40).Select(i => (double?)i * 10), NumberFormat.Count),
            Column.Of("ARR", Enumerable.Range(1, 40).Select(i => (double?)i * 1000), NumberFormat.Money))));
        Assert.Equal(
            ["Enterprise: employees >= 1000 or arr >= 500_000", "Mid-Market: (employees >= 100 or arr >= 50_000) and employees < 1000 and arr < 500_000", "SMB: employees < 100 and arr < 50_000"],
            Rules(framework, "Customer Tier"));
        Assert.True(framework.Fields.Single(f => f.Definition.Name == "arr").Definition.IsValue);
    }

    [Fact]
    public void One_of_the_two_fields_is_enough_for_tiers()
    {
        var names = Column.Of("Account Name", Enumerable.Range(1, 40).Select(i => $"Company {i}"));
        Assert.Equal(["Enterprise: employees >= 1000", "Mid-Market: employees >= 100 and employees < 1000", "SMB: employees < 100"],
            Rules(Propose(Of(Accounts(names, Column.Of("Employees", Enumerable.Range(1, 40).Select(i => (double?)i), NumberFormat.Count)))), "Customer Tier"));
        Assert.Equal(["Enterprise: arr >= 500_000", "Mid-Market: arr >= 50_000 and arr < 500_000", "SMB: arr < 50_000"],
            Rules(Propose(Of(Accounts(names, Column.Of("ARR", Enumerable.Range(1, 40).Select(i => (double?)i), NumberFormat.Money)))), "Customer Tier"));
    }

    // 20 of 40 is exactly half and is taken; 19 is fewer and is left out, with the count.
    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void A_field_filled_for_fewer_than_half_is_left_out_and_said(int filled, bool taken)
    {
        var framework = Propose(Of(Accounts(Column.Of("Account Name", Enumerable.Range(1, 40).Select(i => $"Company {i}")),
            Column.Of("Industry", Enumerable.Range(0, 40).Select(i => i >= filled ? null : i % 2 == 0 ? "Retail" : "Media")))));
        Assert.Equal(taken, framework.Dimensions.Any(d => d.Name == "Industry"));
        Assert.Equal(taken, !framework.Remarks.Any(r => r == $"Without industry of accounts: industry is filled for {filled} of 40 accounts ({(filled / 40.0 * 100).ToString("0", CultureInfo.InvariantCulture)}%), fewer than 50%."));
    }

    [Fact]
    public void The_values_of_most_records_are_segments_and_the_rest_is_other()
    {
        // 12 Retail, 10 media (two spellings in case), 7 Energy, 5 with a name that needs quotes, 4 'Other', 2 with a mark of the naming convention.
        string[] industries = [.. Enumerable.Repeat("Retail", 12), .. Enumerable.Repeat("Media", 6), .. Enumerable.Repeat("MEDIA", 4), .. Enumerable.Repeat("Energy", 7), .. Enumerable.Repeat("Oil and \"Gas\"", 5), .. Enumerable.Repeat("Other", 4), .. Enumerable.Repeat("A: B", 2)];
        var workspace = Of(Accounts(Column.Of("Account Name", Enumerable.Range(1, 40).Select(i => $"Company {i}")), Column.Of("Industry", industries)));
        var framework = Propose(workspace);
        Assert.Equal(["Retail", "Media", "Energy", "Oil and \"Gas\"", "Other"], framework.Dimensions.Single(d => d.Name == "Industry").Segments.Select(s => s.Name));
        var placed = Assignment.Run(workspace, framework).Accounts!.Dimensions.Single(d => d.Dimension.Name == "Industry");
        Assert.Equal([12, 10, 7, 5, 6], Enumerable.Range(0, 5).Select(s => placed.Segment.Count(p => p == s)));
    }

    [Fact]
    public void Competitors_former_customers_and_tests_are_excluded_where_the_exports_say_so()
    {
        var framework = Propose(Of(Accounts(
            Column.Of("Account Name", Enumerable.Range(1, 40).Select(i => i == 7 ? "Test Account" : $"Company {i}")),
            Column.Of("Type", Enumerable.Range(1, 40).Select(i => i % 4 == 0 ? "Competitor" : i % 4 == 1 ? "Former Customer" : "Customer")))));
        Assert.Equal(["Competitors: account_type = Competitor", "Inactive: account_type = Former Customer", "Test records: account_name contains test"], framework.Exclusions.Select(e => $"{e.Name}: {e.Criteria.Text}"));
    }

    [Fact]
    public void Names_that_only_contain_the_letters_are_no_test_records()
    {
        var framework = Propose(Of(Accounts(Column.Of("Account Name", Enumerable.Range(1, 40).Select(i => i == 7 ? "Test Account" : $"Contest {i}")))));
        Assert.Empty(framework.Exclusions);
        Assert.Contains("No exclusion of test records: some names that contain 'test' are companies. The audit lists the test records.", framework.Remarks);
    }

    [Fact]
    public void The_samples_get_a_framework_that_places_most_of_their_accounts()
    {
        var framework = Propose(samples.Workspace);
        Assert.Contains("Customer Tier", framework.DimensionsOf(EntityKind.Accounts).Select(d => d.Name));
        Assert.InRange(framework.DimensionsOf(EntityKind.Accounts).Length, 3, 5);
        Assert.All(framework.Dimensions, d => Assert.InRange(d.Segments.Length, 3, 5));
        Assert.Contains(framework.Exclusions, e => e.Name == "Do not email");
        var assigned = Assignment.Run(samples.Workspace, framework);

        // Employees and ARR are each filled for about three accounts in four: more than half of those that no exclusion holds have a tier.
        var tier = assigned.Accounts!.Dimensions[0];
        Assert.True(tier.Segment.Count(s => s >= 0) > tier.State.Count(s => s != AssignmentState.Excluded) / 2);
    }

    [Fact]
    public void Only_contacts_give_dimensions_of_contacts()
    {
        var framework = Propose(Of(InMemory.File("contacts.csv", "Contact ID, First Name, Last Name, Email, Level", "003#, Ann, Lee, a#@x.example, VP")));
        Assert.Empty(framework.DimensionsOf(EntityKind.Accounts));
        Assert.Contains("The exports hold no accounts.", framework.Remarks);
        Assert.Contains("Without a dimension Seniority: level has fewer than two values that can name a segment.", framework.Remarks);
    }

    [Fact]
    public void A_folder_with_nothing_of_use_gives_no_dimension_and_says_why()
    {
        var framework = Propose(Of(InMemory.File("accounts.csv", "Account ID, Account Name", "001#, Company #")));
        Assert.Empty(framework.Dimensions);
        Assert.Contains("Without employees of accounts: the exports do not hold it as whole.", framework.Remarks);
        Assert.Contains("No dimension can be proposed: fill a field, or name its column in workspace.yaml.", framework.Remarks);
        Assert.Empty(Propose(Of(InMemory.File("notes.csv", "Colour, Shape", "red, round"))).Dimensions);
    }

    [Fact]
    public void An_export_of_accounts_without_rows_gives_no_dimension() =>
        Assert.Contains("The exports hold no accounts.", Propose(Of(InMemory.File("accounts.csv", "Account ID, Account Name, Industry", "001#, Company #, Retail", rows: 0))).Remarks);

    [Fact]
    public void The_file_of_the_folder_comes_before_a_proposal()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("v0", FrameworkVersions.LoadOrPropose(folder[""], samples.Workspace).Current.Version);
        Assert.Empty(Directory.GetFiles(folder[""]));
        File.WriteAllText(folder["framework.yaml"], FrameworkFiles.Full);
        Assert.Equal("v1", FrameworkVersions.LoadOrPropose(folder[""], samples.Workspace).Current.Version);
    }
}
