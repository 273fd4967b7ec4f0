using System.Buffers;
using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>Records that are nobody's customer: tests, examples, and the vendor's own people.</summary>
internal static class TestRecordChecks
{
    public static IEnumerable<ValidityCheck> Of(AuditContext context, Export export)
    {
        Column[] named = [.. Named(export)];
        Column[] addressed = [.. Addressed(export)];
        if (named.Length + addressed.Length == 0) yield break;

        yield return context.Check(
            export,
            "test-records",
            TestRows(export, context.Options),
            export.Table.RowCount,
            "look like tests or examples, by a word in the name or a domain that belongs to nobody",
            Severity.Info,
            [.. named, .. addressed]);

        var own = OwnDomains(context.Workspace, context.Options);
        if (own.Length == 0 || addressed.Length == 0) yield break;
        yield return context.Check(
            export,
            "internal-records",
            RowsOn(export, own),
            export.Table.RowCount,
            $"belong to the vendor itself ({string.Join(", ", own)})",
            Severity.Info,
            addressed);
    }

    /// <summary>Returns the rows, ascending, that look like tests or examples.</summary>
    internal static int[] TestRows(Export export, AuditOptions options)
    {
        var words = new WordSearch(options.TestWords);
        return Union(Named(export).OfType<TextColumn>().Select(c => (Column: c, Question: (TextScan.Question)words.IsIn))
            .Concat(Addressed(export).OfType<TextColumn>().Select(c => (Column: c, Question: (TextScan.Question)(v => IsOn(v, options.TestDomains) || words.IsIn(LocalPart(v))))))
            .AsParallel().Select(asked => TextScan.Rows(asked.Column, asked.Question)));
    }

    /// <summary>Returns the rows, ascending, with an address on one of the domains.</summary>
    internal static int[] RowsOn(Export export, ImmutableArray<string> domains) =>
        Union(Addressed(export).OfType<TextColumn>().Select(c => TextScan.Rows(c, v => IsOn(v, domains))));

    /// <summary>Returns the vendor's own domains: as the options give them, else the one that most CRM users have.</summary>
    internal static ImmutableArray<string> OwnDomains(Workspace workspace, AuditOptions options)
    {
        if (options.InternalDomains.Length > 0) return options.InternalDomains;
        if (workspace.Find(EntityKind.Users)?.Find(Role.Email) is not TextColumn emails) return [];
        var domains = Enumerable.Range(0, emails.Length).Where(r => !emails.IsNull(r)).Select(r => WebDomain.Of(emails[r]!)).OfType<string>().ToArray();
        return [.. domains.Where(d => !WebDomain.IsFreeMail(d)).GroupBy(d => d, StringComparer.Ordinal)
            .Where(g => g.Count() > domains.Length * options.InternalDomainShare).Select(g => g.Key)];
    }

    private static IEnumerable<Column> Named(Export export) => Columns(export, Role.AccountName, Role.CompanyName, Role.FullName, Role.FirstName, Role.LastName);

    private static IEnumerable<Column> Addressed(Export export) => Columns(export, Role.Email, Role.Website, Role.Domain);

    private static IEnumerable<Column> Columns(Export export, params Role[] roles) => roles.Select(export.Find).OfType<Column>();

    private static int[] Union(IEnumerable<List<int>> rows) => [.. rows.SelectMany(r => r).Distinct().Order()];

    /// <summary>Tells whether the host of an email or website is one of the domains or below one.</summary>
    private static bool IsOn(ReadOnlySpan<char> address, ImmutableArray<string> domains)
    {
        var host = address.Trim();
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) host = host[(scheme + 3)..];
        host = host[(host.LastIndexOf('@') + 1)..];
        var end = host.IndexOfAny("/?#: ");
        if (end >= 0) host = host[..end];
        foreach (var domain in domains)
        {
            if (host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.')) return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> LocalPart(ReadOnlySpan<char> address) => address[..Math.Max(0, address.IndexOf('@'))];

    /// <summary>Finds words that stand alone: no letter before or after.</summary>
    private sealed class WordSearch(ImmutableArray<string> words)
    {
        private readonly SearchValues<string> search = SearchValues.Create(words.AsSpan(), StringComparison.OrdinalIgnoreCase);

        public bool IsIn(ReadOnlySpan<char> text)
        {
            if (text.IndexOfAny(search) < 0) return false;
            foreach (var word in words)
            {
                for (var from = 0; text[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; from += at + 1)
                {
                    var (start, end) = (from + at, from + at + word.Length);
                    if ((start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end]))) return true;
                }
            }

            return false;
        }
    }
}
