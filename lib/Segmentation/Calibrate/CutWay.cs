using Segmentation.Cuts;

namespace Segmentation.Calibrate;

/// <summary>A way of cutting a field, with what finds its cuts again in other accounts.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Finding">What it finds.</param>
internal sealed record CutWay(string Name, CutFinding Finding)
{
    /// <summary>Gets what finds the cuts in a resample; null where they do not depend on the data.</summary>
    public CutFinder? Finder { get; init; }

    /// <summary>Gets whether a rule cuts there today.</summary>
    public bool IsToday { get; init; }

    /// <summary>Gets whether the outcome chose the cuts; the sample is then the one at the start of the window.</summary>
    public bool SawOutcome { get; init; }

    /// <summary>Gets the test of the choice; null where none was made.</summary>
    public MaximallySelectedResult? Test { get; init; }

    /// <summary>Gets by how much the separation of chosen cuts is too good, because the same accounts chose and judge them; 0 where they did not.</summary>
    public double Optimism { get; init; }
}
