using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Framework;

public sealed class FrameworkDiffTests
{
    private static readonly DateTime Day = new(2025, 9, 12);

    private static readonly SegmentationFramework Full = SegmentationFramework.Parse(FrameworkFiles.Full);

    private static string[] Changes(SegmentationFramework older, SegmentationFramework newer) => [.. FrameworkDiff.Between(older, newer).Changes.Select(c => $"{c.Item}: {c.Change}")];

    private static string[] Changes(string from, string to)
    {
        Assert.Contains(from, FrameworkFiles.Full, StringComparison.Ordinal);
        return Changes(Full, SegmentationFramework.Parse(FrameworkFiles.Full.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("employees >= 1000 or arr >= 500_000", "employees >= 1400 or arr >= 500_000", "Customer Tier / Enterprise: criteria changed: employees 1,000 → 1,400")]
    [InlineData("employees >= 1000 or arr >= 500_000", "employees > 1000", "Customer Tier / Enterprise: criteria changed: employees >= 1000 or arr >= 500_000 → employees > 1000")]
    [InlineData("expected: 130", "expected: 1300", "Customer Tier / Enterprise: expected changed: 130 → 1,300")]
    [InlineData("        action: Named CSM, quarterly review\n", "", "Customer Tier / Enterprise: action changed: Named CSM, quarterly review → nothing")]
    [InlineData("blanks: unassigned", "blanks: skip", "Fernloom customer segmentation: blanks changed: unassigned → skip")]
    [InlineData("smallest_segment_error: 25", "smallest_segment_error: 20", "smallest_segment_error: limit changed: 25 → 20")]
    [InlineData("means: No ARR at", "means: Less ARR at", "Churn: meaning changed: No ARR at the end of a month for an account that had some at its start. → Less ARR at the end of a month for an account that had some at its start.")]
    [InlineData("expires: 2026-12-31", "expires: 2027-06-30", "001Hs00000001ouIAA in Customer Tier: expires changed: 2026-12-31 → 2027-06-30")]
    [InlineData("unit: USD a year, ", "", "accounts / arr: unit changed: USD a year → nothing")]
    [InlineData("health_score < 50", "health_score < 40", "My at-risk SMB accounts: criteria changed: health_score 50 → 40")]
    [InlineData("question: Is 1000 right for this market?", "question: Is 1400?", "Customer Tier / Enterprise: question changed: Is 1000 right for this market? → Is 1400?")]
    public void A_change_is_said_in_words(string from, string to, string words) => Assert.Equal([words], Changes(from, to));

    [Theory]
    [InlineData("employees >= 1000 or arr >= 500_000  # what the playbook says", "\"employees >= 1_000   or (arr >= 500000)\"")]
    [InlineData("# Half of them are blank.", "# Most of them are blank.")]
    public void Another_way_of_writing_the_same_is_no_change(string from, string to) => Assert.Empty(Changes(from, to));

    [Fact]
    public void Agreement_is_said_with_day_and_evidence() => Assert.Equal(
        ["Customer Tier / Enterprise: ASSUMED → CONFIRMED on 2025-09-12 (evidence 04-distribution: rule coverage)", "Customer Tier / Enterprise: question answered: Is 1000 right for this market?"],
        Changes(Full, Full.Confirm("Customer Tier/Enterprise", Day, "04-distribution: rule coverage")));

    [Fact]
    public void Segments_added_removed_and_moved_are_said()
    {
        var tier = Full.Dimensions[0];
        var micro = tier.Segments[1] with { Name = "Micro", Standing = Standing.Assumed };
        Assert.Equal(["Customer Tier / Micro: added: employees < 1000 and arr < 500_000 (ASSUMED)"], Changes(Full, Full.With(tier with { Segments = tier.Segments.Add(micro) })));
        Assert.Equal(["Customer Tier / Micro: removed: employees < 1000 and arr < 500_000"], Changes(Full.With(tier with { Segments = tier.Segments.Add(micro) }), Full));
        Assert.Equal(["Customer Tier: order of precedence changed: Enterprise, SMB → SMB, Enterprise"], Changes(Full, Full.With(tier with { Segments = [tier.Segments[1], tier.Segments[0]] })));
    }

    [Fact]
    public void Moves_of_status_are_counted()
    {
        // Of 14 items (1 term, 6 fields, 1 exclusion, 2 dimensions, 3 segments, 1 override, 1 view = 15) three move and one is opened again.
        var newer = Full.Confirm("Customer Tier", Day).Confirm("Competitors", Day).Correct("Enterprise", "employees >= 1400", Day);
        newer = newer with { Terms = [newer.Terms[0] with { Standing = Standing.Assumed }] };
        var diff = FrameworkDiff.Between(Full, newer);
        Assert.Equal((2, 1, 1), (diff.Confirmed, diff.Corrected, diff.Reopened));

        // In the file term, employees and SMB are agreed: 12 of 15 are assumed; three were agreed and one was opened.
        Assert.Equal((10, 15), (diff.StillAssumed, diff.Items));
        Assert.Contains("ASSUMED → CONFIRMED 2, ASSUMED → CORRECTED 1, back to ASSUMED 1; 10 of 15 items still ASSUMED.", diff.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_meeting_on_the_samples_is_told_in_full()
    {
        var diff = FrameworkVersions.Load(SampleFiles.Folder).SincePrevious!;
        Assert.Equal(("v0", "v1"), (diff.Older, diff.Newer));
        string[] words = [.. diff.Changes.Select(c => $"{c.Item}: {c.Change}")];
        Assert.Contains("Customer Tier: order of precedence changed: SMB, Mid-Market, Enterprise → Enterprise, Mid-Market, SMB", words);
        Assert.Contains("Lifecycle: added: Renewal, Onboarding, Established (ASSUMED)", words);
        Assert.Contains("Industry / Services: ASSUMED → CORRECTED on 2026-06-24 (evidence 04-distribution: rule-coverage)", words);
    }

    [Fact]
    public void The_status_lists_every_item_with_what_sign_off_waits_for()
    {
        var status = FrameworkStatus.Of(Full);
        Assert.Equal((15, 12, 2, 1, 1), (status.Items.Length, status.Assumed, status.Confirmed, status.Corrected, status.Questions));

        // Critical and assumed by hand: fields in use (arr, account_type, level), the exclusion, two dimensions, Enterprise and Leaders.
        Assert.Equal(["accounts / arr", "accounts / account_type", "contacts / level", "Competitors", "Customer Tier", "Customer Tier / Enterprise", "Seniority", "Seniority / Leaders"],
            status.Items.Where(i => i.IsCritical && i.Standing.Status == ItemStatus.Assumed).Select(i => i.Name));
        Assert.Equal(8, status.CriticalAssumed);
        Assert.Equal(12, status.Open.Items.Length);
        Assert.Contains("v1: 15 items, 2 CONFIRMED, 1 CORRECTED, 12 ASSUMED (8 of them critical), 1 with an open question.", status.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_framework_is_shown_with_all_of_its_segments_and_its_remarks()
    {
        var many = Full.With(Full.Dimensions[1] with { Segments = [.. Enumerable.Range(1, 30).Select(i => Full.Dimensions[1].Segments[0] with { Name = $"Level {i} <b>" })] });
        var html = many.ToHtml();
        Assert.Contains("Level 30 &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Agreed words are in &#39;terms&#39;.", html, StringComparison.Ordinal);
        Assert.Contains("v1: 44 items,", many.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("rows shown", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_are_ordered_by_number_and_the_last_before_the_current_is_the_previous()
    {
        using var folder = new TemporaryFolder();
        foreach (var version in new[] { "v0", "v2", "v10", "v9", "vFinal" }) Save(folder, $"framework-{version}.yaml", version);
        Save(folder, "framework.yaml", "v11");
        var versions = FrameworkVersions.Load(folder[""]);
        Assert.Equal(["v0", "v2", "v9", "v10", "v11", "vFinal"], versions.All.Select(v => v.Framework.Version));
        Assert.Equal(("v11", "v10"), (versions.Current.Version, versions.Previous?.Version));
        Assert.Empty(versions.SincePrevious!.Changes);
    }

    [Fact]
    public void A_copy_of_the_current_version_is_left_out()
    {
        using var folder = new TemporaryFolder();
        Save(folder, "framework-v1.yaml", "v1");
        Save(folder, "framework.yaml", "v1");
        var versions = FrameworkVersions.Load(folder[""]);
        Assert.Equal(["framework.yaml"], versions.All.Select(v => v.File));
        Assert.Null(versions.Previous);
        Assert.Null(versions.SincePrevious);
    }

    [Fact]
    public void Two_files_of_one_version_that_differ_are_refused()
    {
        using var folder = new TemporaryFolder();
        Save(folder, "framework-v1.yaml", "v1");
        File.WriteAllText(folder["framework.yaml"], FrameworkFiles.Full.Replace("expected: 130", "expected: 120", StringComparison.Ordinal));
        Assert.Equal("framework.yaml: framework.yaml and framework-v1.yaml say one version and differ; found 'version: v1' in both, and Customer Tier / Enterprise: expected changed: 130 → 120, expected another version in force than the one kept. Raise the version in framework.yaml, or save it over framework-v1.yaml.",
            Assert.Throws<WorkspaceException>(() => FrameworkVersions.Load(folder[""])).Message);
    }

    [Fact]
    public void A_file_whose_name_says_another_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        Save(folder, "framework-v2.yaml", "v1");
        Assert.Equal("framework-v2.yaml: the file's name says another version than its text; found 'version: v1', expected 'version: v2'. Correct the version, or rename the file to framework-v1.yaml.",
            Assert.Throws<WorkspaceException>(() => FrameworkVersions.Load(folder[""])).Message);
    }

    [Fact]
    public void A_folder_without_a_framework_is_refused_and_one_with_kept_versions_only_has_the_last()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("there is no framework file", Assert.Throws<WorkspaceException>(() => FrameworkVersions.Load(folder[""])).Message, StringComparison.Ordinal);
        Save(folder, "framework-v0.yaml", "v0");
        Save(folder, "framework-v1.yaml", "v1");
        Assert.Equal("v1", FrameworkVersions.Load(folder[""]).Current.Version);
    }

    private static void Save(TemporaryFolder folder, string file, string version) => File.WriteAllText(folder[file], FrameworkFiles.Full.Replace("version: v1  #", $"version: {version}  #", StringComparison.Ordinal));
}
