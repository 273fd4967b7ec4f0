using System.Collections.Immutable;
using System.Text;
using Segmentation.Load;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Match;

/// <summary>Reads and writes <c>decisions/matches.yaml</c>.</summary>
internal static class MatchDecisionsYaml
{
    private const string Header =
        """
        # Which records are one and which are not, whatever the weights say. Records are named by id, so this holds for every later export.
        #   same:       all records of an entry are one
        #   different:  no two records of an entry are one

        """;

    private static readonly ImmutableArray<EntityKind> Kinds = [EntityKind.Accounts, EntityKind.Contacts];
    private static readonly ImmutableArray<string> Words = ["same", "different"];
    private static readonly ImmutableArray<string> EntryKeys = ["records", "reason"];

    /// <summary>Returns the decisions in a text, in its order.</summary>
    /// <exception cref="WorkspaceException">The text says something unknown.</exception>
    public static ImmutableArray<MatchDecision> Read(string text, string file)
    {
        var yaml = new StrictYaml(file);
        if (yaml.Parse(text) is not { } root) return [];
        var decisions = ImmutableArray.CreateBuilder<MatchDecision>();
        foreach (var (kind, _, body) in yaml.Entries(root, "the decisions", [.. Kinds.Select(SnakeName.Of)]))
        {
            if (IsNothing(body)) continue;
            foreach (var (word, _, list) in yaml.Entries(body, $"'{kind}'", Words))
            {
                if (IsNothing(list)) continue;
                decisions.AddRange(yaml.Items(list, word).Select(entry => Decision(yaml, entry, SnakeName.Parse<EntityKind>(kind)!.Value, word == Words[0])));
            }
        }

        return decisions.ToImmutable();
    }

    /// <summary>Returns decisions as text.</summary>
    public static string Write(MatchDecisions decisions)
    {
        var text = new StringBuilder(Header.ReplaceLineEndings("\n"));
        foreach (var kind in Kinds.Where(k => decisions.All.Any(d => d.Kind == k)))
        {
            text.Append(SnakeName.Of(kind)).Append(":\n");
            foreach (var word in Words)
            {
                var entries = decisions.Of(kind, word == Words[0]).ToArray();
                if (entries.Length > 0) text.Append("  ").Append(word).Append(":\n");
                foreach (var entry in entries)
                {
                    text.Append("    - records: [").AppendJoin(", ", entry.Records.Select(WorkspaceProposal.Scalar)).Append("]\n");
                    if (entry.Reason is { } reason) text.Append("      reason: ").Append(WorkspaceProposal.Scalar(reason)).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    /// <summary>An entry is a list of ids, or a mapping with that list and a reason.</summary>
    private static MatchDecision Decision(StrictYaml yaml, YamlNode entry, EntityKind kind, bool same)
    {
        var (records, reason) = (entry, (string?)null);
        if (entry is not YamlSequenceNode)
        {
            var parts = yaml.Entries(entry, "a decision", EntryKeys).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
            if (!parts.TryGetValue("records", out records!))
                throw yaml.Error(entry, "a decision names no records", "no 'records'", "the ids of two or more records", "Write 'records: [first id, second id]'.");
            if (parts.TryGetValue("reason", out var why)) reason = yaml.Scalar(why, "reason");
        }

        return new MatchDecision(kind, same, [.. yaml.List(records, "records").Select(r => r.Value.Trim())], reason) { Place = yaml.Place(entry) };
    }

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Value: null or "" };
}
