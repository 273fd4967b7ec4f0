using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>What somebody knows about records, to measure a match by: for some pairs whether they are one, or for some records which entity they are.</summary>
public sealed record MatchLabels : Result
{
    private readonly ImmutableArray<(string Left, string Right, bool Same)> pairs;
    private readonly ImmutableArray<(string Record, string? Entity)> entities;

    private MatchLabels(ImmutableArray<(string, string, bool)> pairs, ImmutableArray<(string, string?)> entities) => (this.pairs, this.entities) = (pairs, entities);

    /// <inheritdoc/>
    public override string ResultName => "match-labels";

    /// <summary>Returns labels of pairs.</summary>
    /// <param name="pairs">Ids of two records and whether they are one; a pair given twice counts twice.</param>
    public static MatchLabels OfPairs(IEnumerable<(string Left, string Right, bool Same)> pairs) => new([.. pairs], []);

    /// <summary>Returns labels of records: every pair of labelled records is one where they are the same entity, and not where they are not.</summary>
    /// <param name="entities">Ids of records and of their entities; a record without an entity (null or empty) is like no other.</param>
    public static MatchLabels OfEntities(IEnumerable<(string Record, string? Entity)> entities) => new([], [.. entities]);

    /// <summary>Returns what decisions say about pairs: records that are the same are one, of records that are different no two are.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="kind">Accounts or contacts.</param>
    public static MatchLabels Of(MatchDecisions decisions, EntityKind kind)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return new(
            [
                .. from decision in decisions.All
                   where decision.Kind == kind
                   from i in Enumerable.Range(0, decision.Records.Length)
                   from right in decision.Records.Skip(i + 1)
                   select (decision.Records[i], right, decision.Same),
            ],
            []);
    }

    /// <summary>Returns the labels in a CSV file with the header <c>left,right,same</c> (true or false) or <c>record,entity</c>.</summary>
    /// <param name="path">The file: comma-separated, UTF-8.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="WorkspaceException">The file is not one of the two, or a line is not as its header says.</exception>
    public static MatchLabels Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (pairs, entities) = MatchLabelsCsv.Read(File.ReadAllBytes(path), Path.GetFileName(path));
        return new(pairs, entities);
    }

    /// <inheritdoc/>
    public override Table ToTable() => pairs.Length > 0
        ? new Table("labelled pairs", Column.Of("left", pairs.Select(p => p.Left)), Column.Of("right", pairs.Select(p => p.Right)), Column.Of("same", pairs.Select(p => (bool?)p.Same)))
        : new Table("labelled records", Column.Of("record", entities.Select(e => e.Record)), Column.Of("entity", entities.Select(e => e.Entity)));

    /// <summary>Returns how right clusters are. Labels of records that the export lacks are left out; of several rows with an id, the first counts.</summary>
    /// <param name="clusters">The clusters.</param>
    public MatchScore Score(ClustersResult clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var groupOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < clusters.Group.Length; row++) groupOf.TryAdd(clusters.Records.Ids[row], clusters.Group[row]);
        return pairs.Length > 0 ? OfPairs(groupOf) : OfEntities(groupOf);
    }

    private MatchScore OfPairs(Dictionary<string, int> groupOf)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var (a, b, same) in pairs)
        {
            if (!groupOf.TryGetValue(a, out var left) || !groupOf.TryGetValue(b, out var other)) continue;
            if (left == other && same) right++;
            else if (left == other) wrong++;
            else if (same) missed++;
        }

        return new(right, wrong, missed);
    }

    /// <summary>Counts pairs by counting records: k records of one group and one entity are k(k-1)/2 pairs.</summary>
    private MatchScore OfEntities(Dictionary<string, int> groupOf)
    {
        var (nobody, present) = (0, new List<(int Group, string Entity)>());
        foreach (var (record, entity) in entities)
        {
            if (groupOf.TryGetValue(record, out var group)) present.Add((group, string.IsNullOrEmpty(entity) ? System.FormattableString.Invariant($"\0{nobody++}") : entity));
        }

        var right = Pairs(present.CountBy(p => p));
        return new(right, Pairs(present.CountBy(p => p.Group)) - right, Pairs(present.CountBy(p => p.Entity)) - right);

        static int Pairs<T>(IEnumerable<KeyValuePair<T, int>> counts) => (int)counts.Sum(c => (long)c.Value * (c.Value - 1) / 2);
    }
}
