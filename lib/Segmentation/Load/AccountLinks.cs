using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Finds columns that point at the records of another table by the overlap of their values, whatever they are called.</summary>
internal static class AccountLinks
{
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
        var samples = new Dictionary<int, HashSet<string>>();
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var named = candidates.Any(c => c.Column == i && c.Role == role);
            if (ReferenceEquals(table.Columns[i], key) || contents[i].Values == 0 || !(named || MayPoint(i))) continue;
            samples[i] = [.. ColumnContent.Sample(table.Columns[i], options.SampleSize)];
        }

        if (samples.Count == 0) return candidates;
        var known = Known(key, samples.Values);
        var result = candidates.ToBuilder();
        foreach (var (column, sample) in samples)
        {
            var found = sample.Count(known.Contains);
            var share = found / (double)sample.Count;
            var evidence = string.Create(CultureInfo.InvariantCulture, $"{found} of {sample.Count} values looked at are ids in {keyFile}");
            var named = candidates.FirstOrDefault(c => c.Column == column && c.Role == role);
            if (share >= options.LinkShare)
            {
                var confidence = Math.Max(named?.Confidence ?? 0, options.SureHeader * share);
                if (named is not null) result.Remove(named);
                result.Add(new RoleCandidate(role, column, confidence, named is null ? evidence : $"{named.Reason}, {evidence}"));
            }
            else if (named is not null && found == 0)
            {
                result.Remove(named);
                result.Add(named with { Confidence = named.Confidence * options.ContradictedHeader, Reason = $"{named.Reason}, but none of {sample.Count} values looked at is an id in {keyFile}" });
            }
        }

        return result.ToImmutable();

        // Small counting numbers are ids of everything: a number column points only where its header says so. A column that
        // has a sure meaning of its own is not looked at, whatever its values happen to be.
        bool MayPoint(int column) => contents[column].Type == ColumnType.Text
            && contents[column].Emails + contents[column].WebAddresses < options.ContentShare
            && !candidates.Any(c => c.Column == column && c.Role != role && c.Confidence >= options.LikelyHeader);
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
