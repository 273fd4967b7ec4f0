using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;

namespace Segmentation.Match;

/// <summary>Refuses decisions that say nothing, or that contradict each other.</summary>
internal static class MatchDecisionsCheck
{
    /// <exception cref="WorkspaceException">A decision says nothing, or contradicts others.</exception>
    public static void Run(ImmutableArray<MatchDecision> all, string file)
    {
        foreach (var decision in all) Check(decision, file);
        foreach (var kind in all.GroupBy(d => d.Kind)) Check([.. kind.Where(d => d.Same)], [.. kind.Where(d => !d.Same)], file);
    }

    /// <summary>Returns for each record named the record that stands for all that are one with it.</summary>
    /// <param name="same">Decisions of one kind that say "same".</param>
    public static Dictionary<string, string> Components(IEnumerable<MatchDecision> same)
    {
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var decision in same)
        {
            foreach (var record in decision.Records) parent[Root(record)] = Root(decision.Records[0]);
        }

        return parent.Keys.ToDictionary(r => r, Root, StringComparer.Ordinal);

        string Root(string record)
        {
            parent.TryAdd(record, record);
            while (parent[record] != record) record = parent[record] = parent[parent[record]];
            return record;
        }
    }

    private static void Check(MatchDecision decision, string file)
    {
        if (decision.Kind is not (EntityKind.Accounts or EntityKind.Contacts))
            throw Error(decision, file, "a decision is about records that are not matched", SnakeName.Of(decision.Kind), "accounts or contacts", "Remove the decision.");
        if (decision.Records.FirstOrDefault(string.IsNullOrWhiteSpace) is { } blank)
            throw Error(decision, file, $"'{decision.Word}' names a record without an id", $"'{blank}'", "the id as the export spells it", "Write the id, or remove the entry.");
        if (decision.Records.GroupBy(r => r, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw Error(decision, file, $"'{decision.Word}' names record '{twice.Key}' twice", $"[{string.Join(", ", decision.Records)}]", "each record once", "Remove one of the two, or correct the id.");
        if (decision.Records.Length < 2)
            throw Error(decision, file, $"'{decision.Word}' names one record", $"[{string.Join(", ", decision.Records)}]", "two or more", "Add the other record's id, or remove the entry.");
    }

    private static void Check(MatchDecision[] same, MatchDecision[] different, string file)
    {
        var entriesOf = same.SelectMany(d => d.Records.Select(r => (Record: r, Entry: d))).ToLookup(p => p.Record, p => p.Entry, StringComparer.Ordinal);
        var one = Components(same);
        foreach (var decision in different)
        {
            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var record in decision.Records)
            {
                if (!one.TryGetValue(record, out var component) || seen.TryAdd(component, record)) continue;
                var chain = Chain(seen[component], record, entriesOf);
                throw Error(decision, file, $"records '{seen[component]}' and '{record}' are said to be different", $"{Entries(chain)} under 'same', by which they are one",
                    "one answer for a pair of records", "Remove this entry, or take one of the two records out of the other.");
            }
        }
    }

    /// <summary>Returns the fewest decisions that join two records, in order.</summary>
    private static List<MatchDecision> Chain(string from, string to, ILookup<string, MatchDecision> entriesOf)
    {
        var cameBy = new Dictionary<string, (string Record, MatchDecision Entry)>(StringComparer.Ordinal);
        var queue = new Queue<string>([from]);
        while (queue.Count > 0 && !cameBy.ContainsKey(to))
        {
            var record = queue.Dequeue();
            foreach (var entry in entriesOf[record])
            {
                foreach (var next in entry.Records)
                {
                    if (next != from && cameBy.TryAdd(next, (record, entry))) queue.Enqueue(next);
                }
            }
        }

        var chain = new List<MatchDecision>();
        for (var record = to; record != from; record = cameBy[record].Record) chain.Insert(0, cameBy[record].Entry);
        return chain;
    }

    private static string Entries(List<MatchDecision> chain)
    {
        var places = chain.Select(d => d.Line is { } line ? line.ToString(CultureInfo.InvariantCulture) : $"[{string.Join(", ", d.Records)}]").ToArray();
        var listed = places.Length == 1 ? places[0] : $"{string.Join(", ", places[..^1])} and {places[^1]}";
        return (chain.Any(d => d.Line is null), places.Length) switch
        {
            (true, 1) => $"the entry {listed}",
            (true, _) => $"the entries {listed}",
            (false, 1) => $"the entry on line {listed}",
            _ => $"the entries on lines {listed}",
        };
    }

    private static WorkspaceException Error(MatchDecision decision, string file, string subject, string found, string expected, string remedy) =>
        new(subject, found, expected, remedy, decision.Place?.File ?? file, decision.Place?.Line, decision.Place?.Column);
}
