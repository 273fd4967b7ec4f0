using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Finds columns that point at the records of another table by the overlap of their values, whatever they are called.</summary>
internal static class AccountLinks
{
    /// <summary>Length of a Salesforce id in a report, where case tells ids apart.</summary>
    private const int ShortId = 15;

    /// <summary>Length of the same id in the API and in data loaders.</summary>
    private const int LongId = 18;

    /// <summary>
    /// Returns the candidates with what the overlap with a key says: columns whose values are keys become candidates, named ones
    /// become surer, and named ones that match nothing become doubtful.
    /// </summary>
    /// <param name="table">The table that may point.</param>
    /// <param name="contents">What its columns look like.</param>
    /// <param name="candidates">Candidates by header and content.</param>
    /// <param name="role">The pointing role: AccountId, ParentAccountId or OwnerId.</param>
    /// <param name="key">The key pointed at.</param>
    /// <param name="keyFile">The file that holds the key.</param>
    /// <param name="options">Sample size and limits.</param>
    public static ImmutableArray<RoleCandidate> With(
        Table table, ImmutableArray<ColumnContent> contents, ImmutableArray<RoleCandidate> candidates, Role role, Column key, string keyFile, WorkspaceOptions options)
    {
        var result = candidates.ToBuilder();
        foreach (var (column, found, looked) in Overlaps(table, contents, candidates, role, key, options))
        {
            var evidence = string.Create(CultureInfo.InvariantCulture, $"{found} of {looked} values looked at are ids in {keyFile}");
            var named = candidates.FirstOrDefault(c => c.Column == column && c.Role == role);
            var share = found / (double)looked;
            if (share >= options.LinkShare)
            {
                if (named is not null) result.Remove(named);
                result.Add(new RoleCandidate(role, column, Math.Max(named?.Confidence ?? 0, options.SureHeader * share), named is null ? evidence : $"{named.Reason}, {evidence}"));
            }
            else if (named is not null && found == 0)
            {
                var why = ShortForms(table.Columns[column], key, options) ? $"but its values are the first {ShortId} characters of the {LongId}-character ids in {keyFile}: export the long id to link them"
                    : $"but none of {looked} values looked at is an id in {keyFile}";
                result.Remove(named);
                result.Add(named with { Confidence = named.Confidence * options.ContradictedHeader, Reason = $"{named.Reason}, {why}" });
            }
        }

        return result.ToImmutable();
    }

    /// <summary>Tells whether a column of the table points at a key.</summary>
    public static bool PointsAt(Table table, ImmutableArray<ColumnContent> contents, ImmutableArray<RoleCandidate> candidates, Column key, WorkspaceOptions options) =>
        Overlaps(table, contents, candidates, Role.AccountId, key, options).Any(o => o.Found >= options.LinkShare * o.Looked);

    /// <summary>Returns the columns that may point at a key, with how many of their sampled distinct values are keys.</summary>
    private static IEnumerable<(int Column, int Found, int Looked)> Overlaps(
        Table table, ImmutableArray<ColumnContent> contents, ImmutableArray<RoleCandidate> candidates, Role role, Column key, WorkspaceOptions options)
    {
        var samples = new Dictionary<int, HashSet<string>>();
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var column = table.Columns[i];
            var named = candidates.Any(c => c.Column == i && c.Role == role);
            if (contents[i].Values == 0 || !(named || MayPoint(i)) || (table.Find(key.Name) == key && Repeats(column, key))) continue;
            samples[i] = [.. ColumnContent.Sample(column, options.SampleSize)];
        }

        var known = Known(key, samples.Values);
        return samples.Select(s => (s.Key, s.Value.Count(known.Contains), s.Value.Count));

        // Small counting numbers are ids of everything: a number column points only where its header says so. A column that
        // has a sure meaning of its own is not looked at, whatever its values happen to be.
        bool MayPoint(int column) => contents[column].Type == ColumnType.Text
            && contents[column].Emails + contents[column].WebAddresses < options.ContentShare
            && !candidates.Any(c => c.Column == column && c.Role != role && c.Confidence >= options.LikelyHeader);

        // The key itself, or a copy of it: most records do not point at themselves.
        bool Repeats(Column column, Column key)
        {
            var (same, values) = (0, 0);
            for (var row = 0; row < column.Length && values < options.SampleSize; row++)
            {
                if (column.IsNull(row) || key.IsNull(row)) continue;
                values++;
                if (column.Raw(row).Trim() == key.Raw(row).Trim()) same++;
            }

            return same >= options.LinkShare * values;
        }
    }

    /// <summary>Tells whether a column holds Salesforce ids as reports show them, and the key the same ids as the API shows them.</summary>
    private static bool ShortForms(Column column, Column key, WorkspaceOptions options)
    {
        var sample = ColumnContent.Sample(column, options.SampleSize).ToHashSet(StringComparer.Ordinal);
        if (sample.Any(v => v.Length != ShortId)) return false;
        var starts = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < key.Length; row++)
        {
            if (!key.IsNull(row) && key.Raw(row).Trim() is { Length: LongId } id && sample.Contains(id[..ShortId])) starts.Add(id[..ShortId]);
        }

        return starts.Count >= options.LinkShare * sample.Count;
    }

    /// <summary>Returns those sampled values that are keys.</summary>
    private static HashSet<string> Known(Column key, IEnumerable<HashSet<string>> samples)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in samples) wanted.UnionWith(sample);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < key.Length && known.Count < wanted.Count; row++)
        {
            if (!key.IsNull(row) && key.Raw(row).Trim() is var id && wanted.Contains(id)) known.Add(id);
        }

        return known;
    }
}
