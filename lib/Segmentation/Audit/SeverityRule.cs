using Segmentation.Playbook;

namespace Segmentation.Audit;

/// <summary>
/// The one place where a figure becomes a severity. Where the playbook fixes a limit, breaking it is an error and breaking the
/// limit at which the project stops (start gate, re-engage) is critical; where it fixes none, the share of records or ARR
/// concerned decides.
/// </summary>
internal static class SeverityRule
{
    /// <summary>Returns the severity of a quality problem for which the playbook fixes no limit: the larger of its shares of records and of ARR against
    /// <see cref="AuditOptions.WarnShare"/> and <see cref="AuditOptions.ErrorShare"/>; each limit belongs to the upper band. Nothing found is information.</summary>
    public static Severity OfShare(double? share, double? arrShare, AuditOptions options) => Math.Max(share ?? 0, arrShare ?? 0) switch
    {
        var worst when worst >= options.ErrorShare => Severity.Error,
        var worst when worst >= options.WarnShare => Severity.Warn,
        _ => Severity.Info,
    };

    /// <summary>Returns the limit behind <see cref="OfShare"/> in words.</summary>
    public static string ShareLimit(AuditOptions options) =>
        $"warn from {Phrase.Share(options.WarnShare)}, error from {Phrase.Share(options.ErrorShare)} of records or ARR (audit's own rule)";

    /// <summary>Returns the severity of a completeness verdict. A field that a framework can do without is never critical.</summary>
    public static Severity OfCompleteness(CompletenessVerdict verdict, bool isNeeded) => verdict switch
    {
        CompletenessVerdict.Met => Severity.Info,
        CompletenessVerdict.BelowTarget => Severity.Warn,
        CompletenessVerdict.RedFlag => isNeeded ? Severity.Error : Severity.Warn,
        CompletenessVerdict.NoColumn => isNeeded ? Severity.Error : Severity.Info,
        CompletenessVerdict.NoRecords => Severity.Info,
        _ => isNeeded ? Severity.Critical : Severity.Warn,
    };

    /// <summary>Returns the severity of a joint completeness, against the advisory's limits on key fields: above firmographic-only is information,
    /// from the start gate a warning, from clean-up an error, below critical.</summary>
    public static Severity OfReadiness(double joint, PlaybookLimits limits) => joint switch
    {
        var share when share > limits.FirmographicOnlyAbove => Severity.Info,
        var share when share >= limits.StartGate => Severity.Warn,
        var share when share >= limits.CleanUpBelow => Severity.Error,
        _ => Severity.Critical,
    };

    /// <summary>Returns the limits behind <see cref="OfReadiness"/> in words.</summary>
    public static string ReadinessLimit(PlaybookLimits limits) =>
        $"above {Phrase.Share(limits.FirmographicOnlyAbove)} ready as it is, start gate {Phrase.Share(limits.StartGate)}, clean up first below {Phrase.Share(limits.CleanUpBelow)} (advisory), applied to the fields together";

    /// <summary>Returns the severity of a share of stale records: the playbook expects up to <see cref="PlaybookLimits.DecayHigh"/> to decay in a year, above is a warning.</summary>
    public static Severity OfStale(double share, PlaybookLimits limits) => share > limits.DecayHigh ? Severity.Warn : Severity.Info;

    /// <summary>Returns the more severe of two.</summary>
    public static Severity AtLeast(Severity severity, Severity least) => severity < least ? least : severity;
}
