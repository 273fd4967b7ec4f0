using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>Looks for records that are one company or one person.</summary>
public static class DuplicatesAudit
{
    /// <summary>Returns the duplicates among accounts and contacts by keys that are equal after normalisation: company name without legal
    /// form (unless domain, country or parent speak against it), email, person name with account, company or email domain.</summary>
    /// <param name="workspace">The exports and the limit.</param>
    /// <param name="options">When a key is too common to join, and how many members a row lists. Default: <see cref="AuditOptions.Default"/>.</param>
    /// <returns>Clusters, rates and findings; an export or column that is missing is a finding.</returns>
    /// <remarks>Joined records stay joined: where A shares a key with B and B another with C, all three are one cluster. Near-duplicates
    /// (typing errors in a name) are the Match stage's and not counted here.</remarks>
    public static DuplicatesResult Run(Workspace workspace, AuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Run(new AuditContext(workspace, options));
    }

    internal static DuplicatesResult Run(AuditContext context)
    {
        var (workspace, options, arr) = (context.Workspace, context.Options, context.Arr);
        var limit = workspace.Limits.DuplicateRate;
        var findings = ImmutableArray.CreateBuilder<Finding>();
        DuplicateClusters? accountClusters = null, contactClusters = null;
        DuplicateSearch? companies = null;
        if (workspace.Find(EntityKind.Accounts) is { } accounts)
        {
            companies = DuplicateAccounts.Find(accounts, options);
            accountClusters = DuplicateTables.Of(companies, arr, limit, options.ListedRecords);
            Report(findings, accountClusters, companies, arr, [Role.AccountId, Role.AccountName, Role.Website, Role.Domain]);
        }
        else
        {
            findings.Add(NoExport("accounts"));
        }

        if (workspace.Find(EntityKind.Contacts) is { } contacts)
        {
            var accountOf = arr.AccountOfRow(contacts);
            var people = DuplicateContacts.Find(contacts, options, row => accountOf?[row] is >= 0 and var account && companies is not null ? companies.Entities.Of(account) : -1);
            contactClusters = DuplicateTables.Of(people, arr, limit, options.ListedRecords);
            Report(findings, contactClusters, people, arr, [Role.ContactId, Role.Email, Role.FirstName, Role.LastName, Role.FullName]);
        }
        else
        {
            findings.Add(NoExport("contacts"));
        }

        return new DuplicatesResult { Accounts = accountClusters, Contacts = contactClusters, Findings = findings.ToImmutable() };
    }

    private static void Report(ImmutableArray<Finding>.Builder findings, DuplicateClusters found, DuplicateSearch search, ArrAtStake arr, Role[] roles)
    {
        var kind = found.Kind.ToString().ToLowerInvariant();
        if (!roles.Any(role => search.Export.Find(role) is not null))
        {
            findings.Add(new Finding($"duplicates-{kind}", search.Export.File, Severity.Warn,
                $"Duplicates among {kind} cannot be found: {search.Export.File} has no column for any of {string.Join(", ", roles)}.", found.Records, null, null, null, OffendingRows.None));
            return;
        }

        var limit = Invariant($"duplicate rate below {found.Limit:0.#%} (marketing database playbook)");
        var stake = arr.Of(search.Export, [.. search.Entities.Clusters().SelectMany(rows => rows)]);
        findings.Add(new Finding($"duplicates-{kind}", search.Export.File, found.DuplicateRate >= found.Limit ? Severity.Error : Severity.Info,
            Invariant($"{found.DuplicateRate ?? 0:0.0%} of {kind} are surplus: {found.Records:#,0} records are {found.Entities:#,0} entities; {WithoutKey(found)}."),
            found.Surplus, found.DuplicateRate, stake, limit, found.Members));
        findings.Add(new Finding($"duplicates-{kind}-in-clusters", search.Export.File, found.InClustersShare >= found.Limit ? Severity.Warn : Severity.Info,
            Invariant($"{Phrase.Count(found.InClusters, Phrase.Noun(found.Kind) + " record")} ({found.InClustersShare ?? 0:0.0%}) sit in {found.ClusterCount:#,0} clusters and need a merge decision."),
            found.InClusters, found.InClustersShare, stake, limit, found.Clusters));
        AddGroups(search.Possible, $"duplicates-{kind}-possible", found.Possible, Severity.Warn,
            $"groups of {kind} may be one company (same domain under other names, or same name with another domain or country); they are not in the duplicate rate");
        AddGroups(search.Generic, $"duplicates-{kind}-generic-key", found.GenericKeys, Severity.Warn,
            $"keys are shared by too many {kind} to mean anything (placeholders, shared domains); they joined nothing");

        void AddGroups(List<(string Why, string Key, int[] Rows)> groups, string check, Table rows, Severity severity, string message)
        {
            int[] concerned = [.. groups.SelectMany(g => g.Rows).Distinct()];
            if (concerned.Length == 0) return;
            findings.Add(new Finding(check, search.Export.File, severity, Invariant($"{groups.Count:#,0} {message}."),
                concerned.Length, (double)concerned.Length / found.Records, arr.Of(search.Export, concerned), null, rows));
        }
    }

    private static string WithoutKey(DuplicateClusters found) => found.WithoutKey == 0
        ? "all could be compared"
        : Invariant($"{found.WithoutKey:#,0} hold nothing to compare by and count as their own");

    private static Finding NoExport(string kind) => new($"duplicates-{kind}", kind, Severity.Warn,
        $"No export holds {kind}: duplicates among them were not looked for.", 0, null, null, null, OffendingRows.None);
}
