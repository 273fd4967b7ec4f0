using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>How often a score orders two records as their events came.</summary>
/// <param name="Concordance">Pairs in the right order over all pairs, those of one score counted half; 0.5 is chance, 1 always right, 0 always wrong. NaN where no two records can be ordered.</param>
/// <param name="StandardError">Its standard error by the infinitesimal jackknife; NaN where no two records can be ordered.</param>
/// <param name="Interval">Its interval, estimate ± z standard errors kept in [0, 1]; [0, 1] where nothing is known.</param>
/// <param name="Concordant">Pairs whose higher score had the event first.</param>
/// <param name="Discordant">Pairs whose lower score had the event first.</param>
/// <param name="TiedScore">Pairs of one score.</param>
public sealed record ConcordanceResult(double Concordance, double StandardError, Interval Interval, long Concordant, long Discordant, long TiedScore);
