using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>Looks for values and records that cannot be right.</summary>
public static class ValidityAudit
{
    /// <summary>Returns every check over the exports: addresses, test and internal records, impossible numbers and dates, hostile text, and what the reader kept aside.
    /// A check whose column is missing is left out: the scorecard says which columns are missing.</summary>
    /// <param name="workspace">The exports, with the as-of date.</param>
    /// <param name="options">What is a test record, a plausible number or date. Default <see cref="AuditOptions.Default"/>.</param>
    public static ValidityResult Run(Workspace workspace, AuditOptions? options = null) => Run(new AuditContext(workspace, options));

    internal static ValidityResult Run(AuditContext context)
    {
        ImmutableArray<ValidityCheck> checks =
        [
            .. context.People.SelectMany(e => (ValidityCheck[])[.. AddressChecks.Of(context, e), .. TestRecordChecks.Of(context, e)]),
            .. context.Workspace.Exports.Where(e => e.Kind is EntityKind.Accounts or EntityKind.Contacts or EntityKind.ArrHistory)
                .SelectMany(e => (ValidityCheck[])[.. NumberChecks.Of(context, e), .. DateChecks.Of(context, e), .. HostileTextChecks.Of(context, e)]),
            .. context.Workspace.Exports.SelectMany(e => KeptAsideChecks.Of(context, e)),
        ];
        return new ValidityResult
        {
            Checks = [.. checks.OrderBy(c => c.Table)],
            Findings = [.. checks.Select(c => c.Finding).Where(f => f.Count > 0)],
        };
    }
}
