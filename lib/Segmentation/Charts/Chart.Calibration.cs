using Segmentation.Calibrate;

namespace Segmentation.Charts;

/// <content>Charts of calibration, one a question.</content>
public static partial class Chart
{
    /// <summary>Returns the distribution of a field over the accounts of today, divided by the recommended cuts, each with its bootstrap interval; the cuts of today are dotted.</summary>
    /// <param name="calibration">The calibration; null gives a figure that says so.</param>
    public static Figure Cuts(CalibrationResult? calibration) => calibration is null ? NoCalibration("cuts", "Cuts") : CutsFigure.Draw(calibration);

    /// <summary>Returns where each way of cutting cuts, one line a way.</summary>
    /// <param name="calibration">The calibration; null gives a figure that says so.</param>
    public static Figure CutAlternatives(CalibrationResult? calibration) => calibration is null ? NoCalibration("cut-alternatives", "Ways of cutting") : CutAlternativesFigure.Draw(calibration);

    /// <summary>Returns what became of the accounts in each recommended band, with its interval, against all of them.</summary>
    /// <param name="calibration">The calibration; null gives a figure that says so.</param>
    public static Figure BandOutcomes(CalibrationResult? calibration) => calibration is null ? NoCalibration("band-outcomes", "Outcome by band") : BandOutcomesFigure.Draw(calibration);

    /// <summary>Returns where the cuts fall in resamples of the accounts.</summary>
    /// <param name="calibration">The calibration; null gives a figure that says so.</param>
    public static Figure CutStability(CalibrationResult? calibration) => calibration is null ? NoCalibration("cut-stability", "Stability of the cuts") : CutStabilityFigure.Draw(calibration);

    /// <summary>Returns the distribution with a slider that moves one cut: accounts and ARR that change segment, and the size of every band, at each position. It needs no server.</summary>
    /// <param name="calibration">The calibration; null gives a figure that says so.</param>
    /// <param name="cut">Zero-based number of the cut, lowest first. Where there is no such cut the figure says so.</param>
    public static Figure CutSlider(CalibrationResult? calibration, int cut = 0) => calibration is null ? NoCalibration("cut-slider", "Moving a cut") : CutSliderFigure.Draw(calibration, cut);

    /// <summary>Returns how strongly each candidate for a dimension relates to what became of the accounts, with its interval; those that are recommended in colour.</summary>
    /// <param name="candidates">The candidates; null gives a figure that says so.</param>
    public static Figure DimensionCandidates(DimensionCandidatesResult? candidates) =>
        candidates is null ? NoCalibration("dimension-candidates", "Candidates for dimensions") : DimensionCandidatesFigure.Draw(candidates);

    /// <summary>Returns how much candidates for dimensions say about each other: darker is more of the same.</summary>
    /// <param name="candidates">The candidates; null gives a figure that says so.</param>
    public static Figure Redundancy(DimensionCandidatesResult? candidates) => candidates is null ? NoCalibration("redundancy", "Redundancy") : RedundancyFigure.Draw(candidates.Redundancy);

    /// <summary>Returns what each customer cluster is like, against all customers.</summary>
    /// <param name="clusters">The clusters; null gives a figure that says so, as do clusters that the data do not support.</param>
    public static Figure ClusterProfile(CustomerClustersResult? clusters) => clusters is null ? NoCalibration("cluster-profile", "Customer clusters") : ClusterProfileFigure.Draw(clusters);

    private static Figure NoCalibration(string name, string what) => Nothing(name, what, "Nothing was calibrated.");
}
