using System.Collections.Immutable;
using Segmentation.Load;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>Scopes the project from the exports.</summary>
public static class ScopingAudit
{
    private static readonly string[] Crms = ["Salesforce", "HubSpot"];

    /// <summary>Returns approach, hours, start gate and project fit, each with the rule that gave it and what the exports answered.</summary>
    /// <param name="workspace">The exports, with the limits in force.</param>
    /// <param name="options">The fields a framework uses, the dimensions wanted, the hours. Default <see cref="AuditOptions.Default"/>.</param>
    /// <remarks>Completeness is that of the weakest key field, since the playbook's red flag is "below the limit on any dimension"; a key field without a
    /// column counts as empty. The dimensions, unless the options state them, are those that the exports can carry.</remarks>
    public static ScopingResult Run(Workspace workspace, AuditOptions? options = null)
    {
        var context = new AuditContext(workspace, options);
        return Run(context, DataRequirementsAudit.Run(context));
    }

    internal static ScopingResult Run(AuditContext context, DataRequirementsResult requirements)
    {
        var decision = new ScopingDecision(Facts(context, requirements), context.Limits, context.Options.Hours);
        var votes = decision.Votes();
        var (approach, approachRule) = decision.Approach(votes);
        var (mayStart, startRule) = decision.StartGate();
        var (fit, fitRule) = decision.Fit();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!mayStart) Add("scoping-start-gate", Severity.Critical, "The project should not start on these data. " + startRule);
        if (fit != ScopingFit.Fits) Add("scoping-fit", fit == ScopingFit.AddsNothing ? Severity.Error : Severity.Warn, fitRule);
        var disagree = votes.Where(v => v.Approaches.Length > 0 && !v.Approaches.Contains(approach)).ToList();
        if (disagree.Count > 0)
        {
            Add("scoping-votes", Severity.Info,
                $"The decision table contradicts itself here: approach {approach} is chosen, {string.Join("; ", disagree.Select(v => $"\"{v.Question}\" says {v.Vote}"))}. {approachRule}");
        }

        return new ScopingResult
        {
            Votes = votes,
            Approach = approach,
            ApproachRule = approachRule,
            HourLines = decision.HourLines(approach),
            MayStart = mayStart,
            StartRule = startRule,
            Fit = fit,
            FitRule = fitRule,
            Findings = findings.ToImmutable(),
        };

        void Add(string check, Severity severity, string message) => findings.Add(new Finding(check, "accounts", severity, message, 0, null, null, null, OffendingRows.None));
    }

    private static ScopingFacts Facts(AuditContext context, DataRequirementsResult requirements)
    {
        var workspace = context.Workspace;
        var accounts = requirements.Requirements.Where(r => r.Table == EntityKind.Accounts).ToList();
        var weakest = accounts.Where(r => r.IsNeeded && r.Coverage is not null).MinBy(r => r.Coverage);
        var usage = DataRequirementsAudit.Source(workspace);
        string[] carried = [.. accounts.Where(r => r.Dimension is not null && r.Coverage >= context.Limits.CleanUpBelow).Select(r => r.Dimension!).Distinct()];
        var dimensions = context.Options.Dimensions ?? Math.Min(carried.Length, context.Limits.MostDimensions);
        var active = ActiveAccounts.Of(workspace);
        return new ScopingFacts(
            usage is not null,
            usage is null ? "no export holds product usage" : usage.File + (usage.System is null ? string.Empty : $" ({usage.System})"),
            weakest?.Coverage,
            weakest?.Field,
            dimensions,
            context.Options.Dimensions is null
                ? Invariant($"the exports carry {(carried.Length == 0 ? "none" : string.Join(", ", carried))} on at least {context.Limits.CleanUpBelow:0.#%} of accounts")
                : "as the options say",
            active.Count,
            active.Rule,
            accounts.Count(r => r.IsNeeded && r.NeedsEnrichment),
            [.. workspace.Exports.Where(e => e.Kind is EntityKind.Accounts or EntityKind.Contacts or EntityKind.Users).Select(e => e.System).OfType<string>().Where(Crms.Contains).Distinct().Order(StringComparer.Ordinal)]);
    }
}
