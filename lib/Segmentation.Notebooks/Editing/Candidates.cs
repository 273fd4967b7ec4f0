using System.Collections.Immutable;

namespace Segmentation.Notebooks.Editing;

/// <summary>Orders what may be meant at the cursor by how well it fits.</summary>
internal static class Candidates
{
    /// <summary>Returns the candidates that fit what was typed, best first: a whole name, then the starts of names, then the starts of their words;
    /// among those by group, then by letters.</summary>
    public static ImmutableArray<Completion> Choose(IEnumerable<Candidate> candidates, string typed, int most)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. candidates.Select(c => (Candidate: c, Rank: Matching.Rank(c.Name, typed)))
                .Where(c => c.Rank is not null)
                .OrderBy(c => c.Rank).ThenBy(c => c.Candidate.Group)
                .ThenBy(c => c.Candidate.Name.StartsWith(typed, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(c => c.Candidate.Name, StringComparer.OrdinalIgnoreCase)
                .Select(c => c.Candidate)
                .Where(c => seen.Add(c.Text ?? c.Name))
                .Take(most)
                .Select(c => new Completion(c.Text ?? c.Name, c.Kind, c.Signature?.Invoke())),
        ];
    }
}
