using System.Text;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>Writes decisions as the <c>picklists.yaml</c> that loads back to them.</summary>
internal static class PicklistText
{
    private const string Head =
        """
        # Picklist values: what becomes of a written value. Replayed on every export.
        #   values    the allowed values; without it the list of workspace.yaml holds
        #   approved  the allowed value, then the written values that become it, letter by letter
        #   aliases   likewise, in any case and punctuation
        #   never     pairs that are never merged

        """;

    /// <summary>Returns the text; entries in ordinal order, each with its comment where there is one.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="comments">What to say beside an approved pair, by role, written value and target.</param>
    public static string Write(PicklistDecisions decisions, Dictionary<(Role Role, string Written, string Target), string> comments)
    {
        var text = new StringBuilder(Head);
        foreach (var (role, rules) in decisions.Roles)
        {
            text.Append(SnakeName.Of(role)).Append(':').Append(rules is { Values: [], Approved: [], Aliases: [], Never: [] } ? " {}\n" : "\n");
            if (!rules.Values.IsEmpty) text.Append("  values: [").AppendJoin(", ", rules.Values.Select(Scalar)).Append("]\n");
            Mappings("approved", rules.Approved, m => comments.GetValueOrDefault((role, m.Written, m.Target)));
            Mappings("aliases", rules.Aliases, _ => null);
            if (!rules.Never.IsEmpty) text.Append("  never:\n");
            foreach (var pair in rules.Never.OrderBy(p => p.Value, StringComparer.Ordinal).ThenBy(p => p.Other, StringComparer.Ordinal))
                text.Append("    - [").Append(Scalar(pair.Value)).Append(", ").Append(Scalar(pair.Other)).Append("]\n");
        }

        return text.ToString();

        void Mappings(string key, IEnumerable<PicklistMapping> mappings, Func<PicklistMapping, string?> comment)
        {
            foreach (var (group, first) in mappings.GroupBy(m => m.Target).OrderBy(g => g.Key, StringComparer.Ordinal).Select((g, i) => (g, i == 0)))
            {
                if (first) text.Append("  ").Append(key).Append(":\n");
                text.Append("    ").Append(Scalar(group.Key)).Append(":\n");
                foreach (var mapping in group.OrderBy(m => m.Written, StringComparer.Ordinal))
                {
                    text.Append("      - ").Append(Scalar(mapping.Written));
                    if (comment(mapping) is { } said) text.Append("  # ").Append(said);
                    text.Append('\n');
                }
            }
        }
    }

    private static string Scalar(string value) => WorkspaceProposal.Scalar(value);
}
