namespace Segmentation.Clustering;

/// <summary>How one cluster fared over the resamples.</summary>
/// <param name="Label">The cluster.</param>
/// <param name="Size">Its points.</param>
/// <param name="MeanJaccard">Mean over the resamples of its similarity to the most similar cluster found there; in [0, 1]; higher is better; NaN where no resample holds a point of it.</param>
/// <param name="Recovered">Share of the resamples that found it again; a proportion.</param>
/// <param name="Dissolved">Share of the resamples in which it dissolved; a proportion.</param>
/// <param name="Reading">What the mean says.</param>
public sealed record ClusterRecovery(int Label, int Size, double MeanJaccard, double Recovered, double Dissolved, ClusterReading Reading);
