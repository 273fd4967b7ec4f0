using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Playbook;

namespace Segmentation.Distribute;

/// <summary>The limits on the figures of one segment or dimension: the one place where a figure is held against them.</summary>
/// <remarks>The playbooks differ by object: the customer success playbook speaks of accounts, the marketing database playbook of contacts. Each limit says whose it is.</remarks>
internal static class SegmentLimits
{
    /// <summary>Returns the sizes of a segment that are an error and a warning when a segment is below them.</summary>
    public static (int Error, int Warn) Floors(EntityKind of, PlaybookLimits limits) =>
        of == EntityKind.Contacts ? (limits.ContactSegmentTooNarrow, limits.ContactSegmentFewest) : (limits.SmallestSegmentError, limits.SmallestSegmentWarn);

    public static LimitVerdict Size(EntityKind of, int records, PlaybookLimits limits)
    {
        var (error, warn) = Floors(of, limits);
        if (of == EntityKind.Accounts)
        {
            return Judge(records < error ? (Severity.Error, Invariant($"fewer than {error:#,0} accounts")) : records < warn ? (Severity.Warn, Invariant($"fewer than {warn:#,0} accounts")) : null,
                Invariant($"accounts: warn below {warn:#,0}, error below {error:#,0} (customer success playbook)"), nameof(limits.SmallestSegmentWarn), nameof(limits.SmallestSegmentError));
        }

        return Judge(
            records < error ? (Severity.Error, Invariant($"too narrow: fewer than {error:#,0} contacts")) : records > limits.ContactSegmentTooBroad ? (Severity.Error, Invariant($"too broad: more than {limits.ContactSegmentTooBroad:#,0} contacts"))
                : records < warn ? (Severity.Warn, Invariant($"fewer than {warn:#,0} contacts")) : records > limits.ContactSegmentMost ? (Severity.Warn, Invariant($"more than {limits.ContactSegmentMost:#,0} contacts")) : null,
            Invariant($"contacts: {warn:#,0}-{limits.ContactSegmentMost:#,0}, error below {error:#,0} or above {limits.ContactSegmentTooBroad:#,0} (marketing database playbook)"),
            nameof(limits.ContactSegmentFewest), nameof(limits.ContactSegmentMost), nameof(limits.ContactSegmentTooNarrow), nameof(limits.ContactSegmentTooBroad));
    }

    /// <summary>Holds a segment's share against the limits on the largest. For contacts, for whom no playbook has one, being above is information.</summary>
    public static LimitVerdict Share(EntityKind of, double? share, PlaybookLimits limits)
    {
        var (severity, above) = share > limits.LargestSegmentCritical ? (Severity.Critical, limits.LargestSegmentCritical)
            : share > limits.LargestSegmentError ? (Severity.Error, limits.LargestSegmentError)
            : share > limits.LargestSegmentWarn ? (Severity.Warn, limits.LargestSegmentWarn) : ((Severity?)null, 0.0);
        var isAccounts = of == EntityKind.Accounts;
        return Judge(severity is { } found ? (isAccounts ? found : Severity.Info, Invariant($"above {above:0.#%} of {SnakeName.Of(of)}")) : null,
            Invariant($"accounts: warn above {limits.LargestSegmentWarn:0.#%} (advisory), error above {limits.LargestSegmentError:0.#%} (QA), critical above {limits.LargestSegmentCritical:0.#%}{(isAccounts ? string.Empty : "; contacts: none, so for information")}"),
            nameof(limits.LargestSegmentWarn), nameof(limits.LargestSegmentError), nameof(limits.LargestSegmentCritical));
    }

    public static LimitVerdict Expected(double? deviation, PlaybookLimits limits) => Judge(
        deviation is { } found && Math.Abs(found) > limits.ExpectedSizeDeviation ? (Severity.Warn, Invariant($"{Math.Abs(found):0.#%} {(found < 0 ? "fewer" : "more")} than expected")) : null,
        Invariant($"within ±{limits.ExpectedSizeDeviation:0.#%} of the expected size (both playbooks)"), nameof(limits.ExpectedSizeDeviation));

    /// <summary>Holds the share in "Other" segments or Unassigned against its limit. The limit is one on contacts: over it, accounts are a warning, contacts an error.</summary>
    public static LimitVerdict Other(EntityKind of, double? share, PlaybookLimits limits) => Judge(
        share > limits.OtherShare ? (of == EntityKind.Contacts ? Severity.Error : Severity.Warn, Invariant($"above {limits.OtherShare:0.#%}")) : null,
        Invariant($"at most {limits.OtherShare:0.#%} in \"Other\" or blank (marketing database playbook{(of == EntityKind.Contacts ? string.Empty : "; accounts have a limit of their own on Unassigned")})"), nameof(limits.OtherShare));

    /// <summary>Holds the share of accounts that are Unassigned against its limit; contacts have none of their own.</summary>
    public static LimitVerdict Unassigned(EntityKind of, double? share, PlaybookLimits limits) => Judge(
        of == EntityKind.Accounts && share > limits.UnassignedShare ? (Severity.Error, Invariant($"above {limits.UnassignedShare:0.#%} of accounts")) : null,
        Invariant($"accounts: at most {limits.UnassignedShare:0.#%} Unassigned (customer success playbook)"), nameof(limits.UnassignedShare));

    /// <summary>Returns a verdict with the keys of its limits as <c>framework.yaml</c> writes them.</summary>
    public static LimitVerdict Judge((Severity Severity, string Says)? broken, string limit, params ReadOnlySpan<string> keys)
    {
        var names = new string[keys.Length];
        for (var i = 0; i < names.Length; i++) names[i] = SnakeName.Of(keys[i]);
        return new(broken?.Severity, broken?.Says ?? string.Empty, limit, names.Length == 0 ? null : string.Join(", ", names));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
