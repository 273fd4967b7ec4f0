namespace Segmentation.Statistics;

/// <summary>How far the means of groups lie apart, seen from the spread inside them.</summary>
/// <param name="Records">Records n in groups.</param>
/// <param name="Groups">Groups k that hold records.</param>
/// <param name="F">Mean square between over mean square within; infinite where nothing varies inside the groups, NaN where nothing can differ.</param>
/// <param name="PValue">How often chance alone gives at least this F; 1 where nothing can differ.</param>
/// <param name="EtaSquared">Share of the variance that lies between the groups, in [0, 1]; grows with the number of groups by chance alone. NaN where nothing can differ.</param>
/// <param name="Corrected">The same less what chance gives (adjusted R²), not below 0. NaN where nothing can differ.</param>
/// <param name="Interval">Interval of the share; [0, 1] where nothing can differ.</param>
public sealed record AnalysisOfVarianceResult(int Records, int Groups, double F, double PValue, double EtaSquared, double Corrected, Interval Interval);
