using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>How often accounts churned around one anniversary of their contract, against all times that are near none.</summary>
/// <param name="Month">Months of tenure; null for all times near no anniversary.</param>
/// <param name="Accounts">Accounts that were watched at such a time.</param>
/// <param name="ExposureMonths">Account-months watched.</param>
/// <param name="Churned">Accounts that churned then.</param>
/// <param name="MonthlyChurn">Probability to churn within a month; NaN without exposure.</param>
/// <param name="Interval">Its interval; [0, 1] without exposure.</param>
/// <param name="Ratio">Rate of churn over that of other times; NaN for those themselves and where it cannot be told.</param>
/// <param name="RatioInterval">Interval of <paramref name="Ratio"/>; both ends NaN where there is none.</param>
public sealed record AnniversaryHazard(int? Month, int Accounts, double ExposureMonths, int Churned, double MonthlyChurn, Interval Interval, double Ratio, Interval RatioInterval);
