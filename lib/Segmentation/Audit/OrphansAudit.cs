using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>Looks for records that belong to nothing.</summary>
public static class OrphansAudit
{
    /// <summary>
    /// Returns contacts without a company (and what their email domain would rescue), revenue and engagement without an account, and accounts
    /// whose parent or owner does not exist. Identifiers are compared as they stand.
    /// </summary>
    /// <param name="workspace">The exports, the date and the limit for contacts with a company.</param>
    /// <param name="options">How many accounts of a cycle are listed. Default: <see cref="AuditOptions.Default"/>.</param>
    /// <returns>Every check that could be made with its count, also where it is 0; an export or column that is missing is a finding.</returns>
    public static OrphansResult Run(Workspace workspace, AuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Run(new AuditContext(workspace, options));
    }

    internal static OrphansResult Run(AuditContext context)
    {
        var (workspace, options) = (context.Workspace, context.Options);
        var found = new OrphanFindings(context.Arr);
        var contacts = OrphanContacts.Find(workspace, found);
        OrphanRows.Find(workspace, found);
        var cycles = OrphanParents.Find(workspace, found, options.ListedRecords);
        OrphanOwners.Find(workspace, found);
        return new OrphansResult
        {
            Checks = found.Checks,
            ContactsWithCompany = contacts.WithCompany,
            ContactsWithCompanyAfterRescue = contacts.AfterRescue,
            ContactsWithCompanyLimit = workspace.Limits.ContactsWithCompany,
            Rescue = contacts.Rescue,
            Ambiguous = contacts.Ambiguous,
            ParentCycles = cycles,
            Findings = found.Findings,
        };
    }
}
