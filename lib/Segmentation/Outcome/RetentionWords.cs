using System.Globalization;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Says retention as Finance and Customer Success do.</summary>
internal static class RetentionWords
{
    private const double Percent = 100;

    public static bool CountsAccounts(RetentionMeasure measure) => measure is RetentionMeasure.LogoChurn or RetentionMeasure.LogoChurnByEvent;

    public static string Name(RetentionMeasure measure) => measure switch
    {
        RetentionMeasure.GrossRetention => "GRR, endpoint",
        RetentionMeasure.GrossRetentionLedger => "GRR, ledger",
        RetentionMeasure.NetRetention => "NRR, endpoint",
        RetentionMeasure.NetRetentionLedger => "NRR, ledger, with reactivation",
        RetentionMeasure.NetRetentionWithoutReactivation => "NRR, without reactivation",
        RetentionMeasure.LogoChurn => "logo churn, endpoint",
        _ => "logo churn, by event",
    };

    public static string Definition(RetentionMeasure measure) => measure switch
    {
        RetentionMeasure.GrossRetention => "What the accounts of the start still pay at the end, growth of each left out.",
        RetentionMeasure.GrossRetentionLedger => "What is left after every loss on the way, also one that was made good or that followed growth; may fall below 0.",
        RetentionMeasure.NetRetention => "What the accounts of the start pay at the end, growth included, new accounts not.",
        RetentionMeasure.NetRetentionLedger => "The same from the movements: always equal to the endpoint form.",
        RetentionMeasure.NetRetentionWithoutReactivation => "As if every account that left had stayed away.",
        RetentionMeasure.LogoChurn => "Accounts of the start that pay nothing at the end.",
        _ => "Accounts of the start that paid nothing at some month end, whether they came back or not.",
    };

    public static string Formula(RetentionMeasure measure) => measure switch
    {
        RetentionMeasure.GrossRetention => "Σ min(start, end) / Σ start",
        RetentionMeasure.GrossRetentionLedger => "1 - (churn + contraction) / start",
        RetentionMeasure.NetRetention => "Σ end / Σ start",
        RetentionMeasure.NetRetentionLedger => "(start + expansion - contraction - churn + reactivation) / start",
        RetentionMeasure.NetRetentionWithoutReactivation => "Σ end of those that never left / Σ start",
        RetentionMeasure.LogoChurn => "accounts at 0 at the end / accounts at the start",
        _ => "accounts at 0 at some month end / accounts at the start",
    };

    public static string Share(double? share) => share is { } s ? NumberColumn.Show(s, NumberFormat.Share) : "-";

    public static string Share(double? share, Interval? interval) => interval is { } i ? $"{Share(share)} ({Share(i.Low)} to {Share(i.High)})" : Share(share);

    public static string Points(double difference) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(difference) * Percent:0.0} points");

    public static string Money(decimal amount) => amount.ToString("#,0", CultureInfo.InvariantCulture);
}
