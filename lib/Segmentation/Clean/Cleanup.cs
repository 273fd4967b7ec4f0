using System.Collections.Immutable;
using Segmentation.Enrich;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Merge;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>The whole clean-up in one call: every step in the playbook's order, with the decisions replayed. Each step can be called by itself as well.</summary>
public static class Cleanup
{
    /// <summary>
    /// Enriches accounts, enriches contacts and attaches orphans, standardises (currencies, picklists, countries, titles, names, emails, domains and phones), finds the duplicate accounts and contacts, merges them, and puts
    /// the accounts into size bands and ARR tiers.
    /// </summary>
    /// <param name="workspace">The exports. Nothing needs to be there: a step without anything to work on says so and changes nothing.</param>
    /// <param name="decisions">What a person decided, and what the last run remembers. Default: nothing.</param>
    /// <param name="options">Options of the steps. Default: <see cref="CleanupOptions.Default"/>.</param>
    /// <returns>The clean workspace, every step's own result, every change, and what the next run has to remember. The same exports and decisions give the same result.</returns>
    /// <exception cref="WorkspaceException">The decisions contradict themselves or the lists.</exception>
    /// <exception cref="MergeException">The merge would lose ARR, an id or a record; nothing is changed then.</exception>
    public static CleanupResult Run(Workspace workspace, CleanupDecisions? decisions = null, CleanupOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        decisions ??= CleanupDecisions.Empty;
        options ??= CleanupOptions.Default;
        var enrichment = options.Enrichment with { Picklists = decisions.Picklists };
        var chain = new Chain(workspace);
        var (accounts, contacts) = (workspace.Find(EntityKind.Accounts), workspace.Find(EntityKind.Contacts));
        string? noAccounts = accounts is null ? "no file holds accounts" : null;
        string? noContacts = contacts is null ? "no file holds contacts" : null;
        var noProviders = workspace.Find(EntityKind.Enrichment) is null ? "no file of a provider" : null;
        var noOrphans = noAccounts ?? noContacts ?? (accounts!.Find(Role.AccountId) is null ? "the accounts have no identifier to point at" : null);

        var accountEnrichment = chain.Run("enrich accounts", noAccounts ?? noProviders, w => AccountEnrichment.Run(w, decisions.Enrichment, enrichment), r => (r.Workspace, r.Changes));
        var contactEnrichment = chain.Run("enrich contacts", noContacts ?? noProviders, w => ContactEnrichment.Run(w, decisions.Enrichment, enrichment), r => (r.Workspace, r.Changes));
        var orphans = chain.Run("attach orphan contacts", noOrphans, OrphanAttachment.Run, r => (r.Workspace, r.Changes));

        var currency = chain.Run("standardise currencies", null, w => CurrencyStandardization.Apply(w, options.Currency), r => (r.Workspace, r.Changes))!;
        var picklists = chain.Run("standardise picklists", null, w => PicklistStandardization.Apply(w, decisions.Picklists, options.Picklists, decisions.Values), r => (r.Workspace, r.Changes))!;
        var countries = chain.Run("standardise countries, states, regions", null, w => CountryStandardization.Apply(w, options.Countries), r => (r.Workspace, r.Changes))!;
        var titles = chain.Run("standardise titles", noContacts, w => TitleStandardization.Apply(w, decisions.Titles, options.Titles), r => (r.Workspace, r.Changes));
        var identity = chain.Run("standardise names, emails, domains, phones", accounts is null && contacts is null ? "no file holds accounts or contacts" : null,
            w => IdentityStandardization.Apply(w, options.Identity), r => (r.Workspace, r.Changes));

        var accountMatch = chain.Look("find duplicate accounts", noAccounts, w => DuplicateMatch.Run(w, EntityKind.Accounts, options.Accounts, decisions.Matches, decisions.Entities));
        var memory = accountMatch?.Memory ?? decisions.Entities;
        var contactMatch = chain.Look("find duplicate contacts", noContacts,
            w => DuplicateMatch.Run(w, EntityKind.Contacts, options.Contacts with { AccountEntities = accountMatch?.Entities }, decisions.Matches, memory));
        var merge = chain.Run("merge", accounts is null && contacts is null ? "no file holds accounts or contacts" : null,
            w => MergePlan.Of(w, accountMatch?.Entities, contactMatch?.Entities, decisions.Survivorship).Apply(), r => (r.Workspace, r.Changes));

        // Bands come last: ARR of merged accounts is added up first.
        var bands = chain.Run("size bands and ARR tiers", noAccounts, w => BandStandardization.Apply(w, options.Bands), r => (r.Workspace, r.Changes));

        return new CleanupResult
        {
            Before = workspace,
            Workspace = chain.Workspace,
            Decisions = decisions,
            Options = options,
            Steps = [.. chain.Steps],
            AccountEnrichment = accountEnrichment,
            ContactEnrichment = contactEnrichment,
            Orphans = orphans,
            Currency = currency,
            Picklists = picklists,
            Countries = countries,
            Titles = titles,
            Identity = identity,
            AccountMatch = accountMatch,
            ContactMatch = contactMatch,
            Merge = merge,
            Bands = bands,
            Next = decisions with { Entities = contactMatch?.Memory ?? memory, Values = picklists.Proposals.Seen },
        };
    }

    /// <summary>The steps so far, and the workspace they made.</summary>
    private sealed class Chain(Workspace workspace)
    {
        public Workspace Workspace { get; private set; } = workspace;

        public List<CleanupStep> Steps { get; } = [];

        public T? Run<T>(string name, string? nothing, Func<Workspace, T> step, Func<T, (Workspace, ImmutableArray<TableChange>)> made)
            where T : Result
        {
            if (nothing is not null) return Nothing<T>(name, nothing);
            var result = step(Workspace);
            (Workspace, var changes) = made(result);
            Steps.Add(new(name, changes, null));
            return result;
        }

        public T? Look<T>(string name, string? nothing, Func<Workspace, T> step)
            where T : Result => Run(name, nothing, step, _ => (Workspace, []));

        private T? Nothing<T>(string name, string why)
            where T : Result
        {
            Steps.Add(new(name, [], why));
            return null;
        }
    }
}
