using Segmentation.Calibrate;
using Segmentation.Cuts;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Tests.Calibrate;

public sealed class FrameworkProposalTests
{
    // 30 accounts of 1 to 30, 30 of 31 to 60, 30 of 61 to 90.
    private static readonly double?[] Sizes = [.. Enumerable.Range(1, 90).Select(i => (double?)i)];
    private static readonly SegmentationFramework Framework = SmallCalibration.Framework(("Large", "size >= 61"), ("Middle", "size >= 31 and size < 61"), ("Small", "size < 31"));

    [Fact]
    public void Says_what_changes_and_how_many_accounts_move()
    {
        // 31 becomes 41 and 61 becomes 81: 31 to 40 and 61 to 80 move, 30 accounts.
        var proposal = Proposal(41, 81);
        Assert.Equal(("v1", "v2"), (proposal.Before.Version, proposal.Framework.Version));
        Assert.Equal(30, proposal.WhatIf.Matrices.Single().Changed);
        var table = proposal.ToTable();
        Assert.Equal(["Large", "Middle", "Small"], Enumerable.Range(0, 3).Select(r => table["segment"].Display(r)));
        Assert.Equal(["10", "40", "40"], Enumerable.Range(0, 3).Select(r => table["accounts proposed"].Display(r)));
        Assert.Contains("Tier: 30 of 90 accounts (33.3%) move.", proposal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_back_equal_from_its_file()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("proposal").FullName, "sub", "framework-v2.yaml");
        var proposal = Proposal(41, 81);
        proposal.Save(path);
        Assert.Empty(FrameworkDiff.Between(proposal.Framework, SegmentationFramework.Load(path)).Changes);
        Assert.Throws<WorkspaceException>(() => proposal.Save(path));
    }

    [Fact]
    public void Is_never_written_into_the_folder_of_the_exports()
    {
        var folder = Directory.CreateTempSubdirectory("exports").FullName;
        var data = SmallCalibration.Of(Framework, Sizes) with { Folder = folder };
        var proposal = FrameworkProposal.Of(data, Recommending(data, 41, 81));
        Assert.Contains("a place in the folder of the exports", Assert.Throws<WorkspaceException>(() => proposal.Save(Path.Combine(folder, "decisions", "framework.yaml"))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void Where_nothing_is_recommended_the_version_stays()
    {
        var data = SmallCalibration.Of(Framework, Sizes);
        var proposal = FrameworkProposal.Of(data, Calibration.Propose(data, "nothing"));
        Assert.Equal("v1", proposal.Framework.Version);
        Assert.Contains("Nothing changes: v1 stays as it is.", proposal.Notes);
    }

    [Fact]
    public void Dimensions_that_are_not_chosen_are_left_out_and_said()
    {
        var data = SmallCalibration.Of(Framework, Sizes);
        var proposal = FrameworkProposal.Of(data, [], ["Industry"]);
        Assert.Empty(proposal.Framework.Dimensions);
        Assert.Contains("There is no dimension 'Industry' to keep.", proposal.Notes);
        Assert.Contains("Left out: Tier, with the overrides and views that name it.", proposal.Notes);
    }

    private static FrameworkProposal Proposal(params double[] cuts)
    {
        var data = SmallCalibration.Of(Framework, Sizes);
        return FrameworkProposal.Of(data, Recommending(data, cuts));
    }

    private static CalibrationResult Recommending(CalibrationData data, params double[] cuts) => Calibration.Propose(data, "size") with
    {
        Recommended = new CutAlternative("recommended", new CutFinding("by hand", [.. cuts])) { Bands = CutBands.Of(data.Sample("size"), null, [.. cuts], hasArr: false, 0.95) },
    };
}
