using System.Collections.Frozen;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>Finds the domain under which a company is known.</summary>
public static class DomainStandardization
{
    private const string Step = "domains";
    private const string DomainColumn = "domain";
    private const string FreeMail = "free mail";
    private const string Page = "a page at somebody else's site";

    /// <summary>Sites on which companies have pages: with a path behind it, the domain is the site's and not the company's.</summary>
    private static readonly FrozenSet<string> PageHosts = "linkedin.com facebook.com fb.com twitter.com x.com instagram.com youtube.com tiktok.com xing.com crunchbase.com linktr.ee google.com goo.gl bit.ly wikipedia.org yelp.com"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Returns the workspace with a <c>domain</c> for each account and contact: the registrable domain in lower case ("https://shop.acme.co.uk/x" → "acme.co.uk"). Of an account: the domain the CRM holds,
    /// else the website's, else the one on which more than half of its contacts' company addresses agree. Of a contact: the domain the CRM holds, else its address's, else the website's. Free mail never is a company's.
    /// </summary>
    /// <param name="workspace">The exports. Accounts and contacts are looked at where there are any.</param>
    /// <param name="options">Default: <see cref="IdentityOptions.Default"/>.</param>
    /// <returns>The domain stands in the column that plays it, or in a new one. A row whose sources give none has none and is counted by the reason; an account's source is listed.</returns>
    public static IdentityResult Apply(Workspace workspace, IdentityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= IdentityOptions.Default;
        var parts = new List<IdentityResult>();
        foreach (var kind in (EntityKind[])[EntityKind.Accounts, EntityKind.Contacts])
        {
            if (workspace.Find(kind) is not { } export) continue;
            var isAccount = kind == EntityKind.Accounts;
            var draft = new IdentityDraft(Step, export);
            Role[] roles = isAccount ? [Role.Domain, Role.Website] : [Role.Domain, Role.Email, Role.Website];
            var sources = roles.Select(export.Find).OfType<TextColumn>().ToArray();
            var mail = isAccount ? FromContacts(workspace, export, options) : null;
            if (sources.Length == 0 && mail is null) continue;
            var held = export.Find(Role.Domain) as TextColumn;
            var values = Values(export.Table.RowCount, held, sources, mail, out var from);
            // A contact's address is listed by the step that reads it, and free mail is no fault of it.
            draft.Write(held?.Name ?? DomainColumn, values, Role.Domain, from, isListed: isAccount);
            parts.Add(draft.Finish(workspace));
            workspace = parts[^1].Workspace;
        }

        return IdentityResult.Of(Step, workspace, parts);
    }

    private static IdentityValue[] Values(int rows, TextColumn? held, TextColumn[] sources, string?[]? mail, out TextColumn from)
    {
        // Each different value of a source is read once.
        var readings = sources.Select(s => s.Dictionary.ToArray().Select(Read).ToArray()).ToArray();
        var values = new IdentityValue[rows];
        var texts = new string?[rows];
        for (var row = 0; row < rows; row++)
        {
            string? refusal = null;
            for (var s = 0; s < sources.Length && values[row].Text is null; s++)
            {
                if (sources[s].IsNull(row)) continue;
                texts[row] = sources[s][row];
                var (domain, why) = readings[s][sources[s].Codes[row]];
                if (domain is null) refusal ??= why;
                else if (held is null || held.IsNull(row)) values[row] = new(domain, IdentityVerdict.Written, $"from {sources[s].Name}");
                else values[row] = IdentityValue.Of(held[row]!, domain, $"from {sources[s].Name}");
            }

            if (values[row].Text is null && mail?[row] is { } majority) (values[row], texts[row]) = (new(majority, held?[row] is null ? IdentityVerdict.Written : IdentityVerdict.Changed, "from the contacts' addresses"), majority);
            else if (values[row].Text is null && refusal is not null) values[row] = new(null, IdentityVerdict.NotUsable, refusal);
        }

        from = Column.Of(DomainColumn, texts);
        return values;
    }

    private static (string? Domain, string Why) Read(string text)
    {
        if (WebDomain.Of(text) is not { } domain) return (null, "no domain in it");
        if (WebDomain.IsFreeMail(domain)) return (null, FreeMail);
        var end = text.IndexOf(domain, StringComparison.OrdinalIgnoreCase) + domain.Length;
        return PageHosts.Contains(domain) && end < text.Length - 1 && text[end] == '/' ? (null, Page) : (domain, string.Empty);
    }

    /// <summary>Returns the domain on which an account's contacts agree, by account row; null where there are too few, or where no domain has the majority.</summary>
    private static string?[]? FromContacts(Workspace workspace, Export accounts, IdentityOptions options)
    {
        if (accounts.Find(Role.AccountId) is not { } ids || workspace.Find(EntityKind.Contacts) is not { } contacts
            || contacts.Find(Role.AccountId) is not { } links || contacts.Find(Role.Email) is not TextColumn emails) return null;
        var domains = emails.Dictionary.ToArray().Select(e => EmailAddress.Read(e) is ({ } address, EmailProblem.None) ? Read(address).Domain : null).ToArray();
        var rows = AccountIndex.Of(ids).RowsOf(links);
        var counts = new Dictionary<int, Dictionary<string, int>>();
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] < 0 || emails.IsNull(row) || domains[emails.Codes[row]] is not { } domain) continue;
            if (!counts.TryGetValue(rows[row], out var ofAccount)) counts[rows[row]] = ofAccount = new(StringComparer.Ordinal);
            ofAccount[domain] = ofAccount.GetValueOrDefault(domain) + 1;
        }

        var result = new string?[ids.Length];
        foreach (var (row, ofAccount) in counts)
        {
            var all = ofAccount.Values.Sum();
            var (domain, count) = ofAccount.MaxBy(d => d.Value);
            if (all >= options.FewestEmails && count > options.EmailMajority * all) result[row] = domain;
        }

        return result;
    }
}
