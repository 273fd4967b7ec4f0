using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Finds which column plays which role from headers and values, given the kind of export.</summary>
internal static class RoleRecognition
{
    /// <summary>Returns every column that may play a role, with its confidence.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contents">What the columns look like, in their order.</param>
    /// <param name="kind">What the file holds.</param>
    /// <param name="system">The system that wrote it, for the reasons; null where it is not known.</param>
    /// <param name="options">What each kind of evidence counts.</param>
    public static IEnumerable<RoleCandidate> Candidates(Table table, ImmutableArray<ColumnContent> contents, EntityKind kind, string? system, WorkspaceOptions options)
    {
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var byHeader = ByHeader(table.Columns[i].Name, i, contents[i], kind, system, options).ToArray();
            foreach (var candidate in byHeader) yield return candidate;
            if (ByContent(i, contents[i], kind, options) is { } content && byHeader.All(c => c.Role != content.Role)) yield return content;
        }
    }

    /// <summary>
    /// Gives each role to its best column and each column its best role: the surest pair first, the earlier column on a tie.
    /// What is fixed stands; the columns that lost are named in the winner's reason.
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="candidates">The columns that may play a role.</param>
    /// <param name="settled">Roles decided elsewhere.</param>
    /// <param name="barred">Roles that nothing may play.</param>
    /// <param name="options">Threshold.</param>
    /// <returns>At most one assignment a role and a column, in column order.</returns>
    public static ImmutableArray<RoleAssignment> Assign(
        Table table, IEnumerable<RoleCandidate> candidates, ImmutableArray<RoleAssignment> settled, IReadOnlySet<Role> barred, WorkspaceOptions options)
    {
        var assigned = settled.ToList();
        var all = candidates.Where(c => c.Confidence >= options.RoleThreshold && !barred.Contains(c.Role))
            .OrderByDescending(c => c.Confidence).ThenBy(c => c.Column).ThenBy(c => c.Role).ToArray();
        foreach (var candidate in all)
        {
            var column = table.Columns[candidate.Column].Name;
            if (assigned.Any(a => a.Role == candidate.Role || a.Column.Equals(column, StringComparison.OrdinalIgnoreCase))) continue;
            assigned.Add(new RoleAssignment(candidate.Role, column, candidate.Confidence, candidate.Reason));
        }

        return
        [
            .. assigned.Select(a => a with { Reason = a.Confidence < 1 ? a.Reason + Losers(a) : a.Reason })
                .OrderBy(a => table.Columns.IndexOf(table[a.Column])),
        ];

        string Losers(RoleAssignment winner)
        {
            var names = all.Where(c => c.Role == winner.Role).Select(c => (table.Columns[c.Column].Name, c.Confidence)).DistinctBy(c => c.Name)
                .Where(c => !assigned.Any(a => a.Column.Equals(c.Name, StringComparison.OrdinalIgnoreCase)))
                .Select(c => string.Create(CultureInfo.InvariantCulture, $"'{c.Name}' ({c.Confidence * 100:0}%)")).ToArray();
            return names.Length == 0 ? string.Empty : $"; also possible: {string.Join(", ", names)}";
        }
    }

    /// <summary>Returns the entries of the catalogue for a header, and whether the header had to be cut to find them.</summary>
    public static (ImmutableArray<HeaderEntry> Entries, bool Cut) Lookup(string header)
    {
        if (HeaderCatalog.ByKey.TryGetValue(HeaderKey.Of(header), out var exact)) return (exact, false);
        return HeaderKey.Core(header) is { } core && HeaderCatalog.ByKey.TryGetValue(core, out var cut) ? (cut, true) : ([], false);
    }

    private static IEnumerable<RoleCandidate> ByHeader(string header, int column, ColumnContent content, EntityKind kind, string? system, WorkspaceOptions options)
    {
        var (entries, cut) = Lookup(header);
        foreach (var matches in entries.Where(e => e.Role is not null && e.Kinds.Contains(kind)).GroupBy(e => e.Role!.Value))
        {
            var confidence = options.Confidence(matches.Min(e => e.Strength)) * (cut ? options.CutHeader : 1);
            var reason = $"header '{header}'" + (system is not null && matches.Any(e => e.System == system) ? $" as {system} writes it" : string.Empty)
                + (HeaderKey.SaysThousands(header) ? " (amounts in thousands)" : string.Empty);
            if (Contradiction(matches.Key, content, options) is { } against)
            {
                confidence *= options.ContradictedHeader;
                reason += $", but {against}";
            }

            else if ((matches.Key == Role.Website && content.Domains >= options.ContentShare) || (matches.Key == Role.Domain && content.Urls >= options.ContentShare))
            {
                confidence *= options.OtherWebForm;
            }

            yield return new RoleCandidate(matches.Key, column, confidence, reason);
        }
    }

    private static RoleCandidate? ByContent(int column, ColumnContent content, EntityKind kind, WorkspaceOptions options)
    {
        var people = kind is EntityKind.Contacts or EntityKind.Users or EntityKind.Enrichment or EntityKind.Engagement;
        var companies = kind is EntityKind.Accounts or EntityKind.Enrichment;
        (Role Role, double Share, string What)? found = content switch
        {
            { Values: 0 } => null,
            _ when people && content.Emails >= options.ContentShare => (Role.Email, content.Emails, "emails"),
            _ when companies && content.Urls >= options.ContentShare => (Role.Website, content.Urls, "web addresses"),
            _ when companies && content.Domains >= options.ContentShare => (Role.Domain, content.Domains, "domains"),
            _ when (people || companies) && content.Phones >= options.ContentShare => (Role.Phone, content.Phones, "phone numbers"),
            { Type: ColumnType.Text } when kind is EntityKind.ArrHistory or EntityKind.Engagement && content.Months >= options.ContentShare => (Role.Period, content.Months, "months"),
            { Type: ColumnType.Number, IsMoney: true } when kind == EntityKind.ArrHistory => (Role.Arr, 1, "amounts of money"),
            _ => null,
        };
        return found is not { } role ? null : new RoleCandidate(
            role.Role, column, options.ContentAlone * role.Share,
            string.Create(CultureInfo.InvariantCulture, $"{role.Share * 100:0}% of {content.Values} values looked at are {role.What}"));
    }

    /// <summary>Returns what in the values contradicts a role, in words; null where nothing does or there are no values.</summary>
    private static string? Contradiction(Role role, ColumnContent content, WorkspaceOptions options)
    {
        if (content.Values == 0) return null;
        var type = content.Type;
        string? Type(params ReadOnlySpan<ColumnType> allowed) => allowed.Contains(type) ? null : $"its values are read as {type.ToString().ToLowerInvariant()}";
        return role switch
        {
            Role.Arr or Role.Mrr or Role.Usage => Type(ColumnType.Number),
            Role.Employees or Role.AnnualRevenue or Role.HealthScore => Type(ColumnType.Number, ColumnType.Text),
            Role.CreatedDate or Role.ModifiedDate or Role.LastActivityDate or Role.StartDate or Role.EndDate or Role.RenewalDate or Role.ChurnDate => Type(ColumnType.Date),
            Role.Period => type == ColumnType.Date || content.Months >= options.ContentShare ? null : "its values are not dates or months",
            Role.Email => content.Emails >= options.ContentShare ? null : "its values are not emails",
            Role.Website or Role.Domain => content.WebAddresses >= options.ContentShare ? null : "its values are not web addresses",
            Role.AccountName or Role.CompanyName or Role.FirstName or Role.LastName or Role.FullName or Role.OwnerName or Role.Country or Role.Title => Type(ColumnType.Text),
            Role.AccountId or Role.ContactId or Role.UserId or Role.OwnerId or Role.ParentAccountId or Role.RecordId => Type(ColumnType.Text, ColumnType.Number),
            Role.IsActive or Role.Bounced or Role.OptOut => null,
            Role.Phone or Role.PostalCode => Type(ColumnType.Text, ColumnType.Number),
            _ => Type(ColumnType.Text, ColumnType.Number),
        };
    }
}
