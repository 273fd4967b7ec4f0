using Segmentation.Load;
using Segmentation.Playbook;

namespace Segmentation.Audit;

/// <summary>The playbook's limits on completeness: customer success for accounts, marketing database for contacts.</summary>
internal static class CompletenessLimit
{
    public static double Target(EntityKind kind, PlaybookLimits limits) =>
        kind == EntityKind.Contacts ? limits.ContactCompletenessTarget : limits.AccountCompletenessTarget;

    /// <summary>Returns what a share means. Exactly a limit is not below it.</summary>
    public static CompletenessVerdict Judge(double share, EntityKind kind, PlaybookLimits limits)
    {
        if (kind == EntityKind.Contacts && share < limits.ContactCompletenessReengage) return CompletenessVerdict.Reengage;
        if (kind != EntityKind.Contacts && share < limits.StartGate) return CompletenessVerdict.BelowStartGate;
        if (share < limits.CompletenessRedFlag) return CompletenessVerdict.RedFlag;
        return share < Target(kind, limits) ? CompletenessVerdict.BelowTarget : CompletenessVerdict.Met;
    }

    /// <summary>Returns the limit that gave a verdict, with its source.</summary>
    public static string Say(CompletenessVerdict verdict, EntityKind kind, PlaybookLimits limits) => verdict switch
    {
        CompletenessVerdict.Reengage => $"re-engage below {Phrase.Share(limits.ContactCompletenessReengage)} (marketing database playbook)",
        CompletenessVerdict.BelowStartGate => $"do not start below {Phrase.Share(limits.StartGate)} (customer success playbook)",
        CompletenessVerdict.RedFlag => $"red flag below {Phrase.Share(limits.CompletenessRedFlag)} (both playbooks)",
        _ => $"target {Phrase.Share(Target(kind, limits))} ({(kind == EntityKind.Contacts ? "marketing database" : "customer success")} playbook)",
    };
}
