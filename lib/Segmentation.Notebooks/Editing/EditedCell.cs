using System.Collections.Immutable;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Editing;

/// <summary>
/// A cell as it is written: stretches in one language each, at the offsets of the cell, and lines that are magics. Unlike a run, it
/// takes any text.
/// </summary>
/// <param name="Source">The cell's text.</param>
/// <param name="Parts">The stretches, in order; at least one.</param>
/// <param name="Magics">Start and end of each magic, without its line break.</param>
internal sealed record EditedCell(string Source, ImmutableArray<EditedPart> Parts, ImmutableArray<(int Start, int End)> Magics)
{
    public static EditedCell Of(string source, string? language)
    {
        var parts = ImmutableArray.CreateBuilder<EditedPart>();
        var magics = ImmutableArray.CreateBuilder<(int, int)>();
        var current = language is null ? CellLanguage.CSharp : CellSplitter.Find(language);
        var (start, blanks, name) = (0, ImmutableArray.CreateBuilder<(int, int)>(), (string?)null);
        for (var at = 0; at <= source.Length;)
        {
            var next = source.IndexOf('\n', at) is var found and >= 0 ? found + 1 : source.Length + 1;
            var end = Math.Min(next, source.Length);
            if (source.AsSpan(at, end - at).StartsWith("#!", StringComparison.Ordinal))
            {
                var line = source.AsSpan(at, end - at).TrimEnd("\r\n");
                magics.Add((at, at + line.Length));
                var words = line[2..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (words.Length > 0 && CellSplitter.Find(words[0]) is { } chosen)
                {
                    Finish(at);
                    (start, current, name) = (end, chosen, words is [_, "--name", var given] ? given : null);
                }
                else
                {
                    blanks.Add((at, end));
                }
            }

            at = next;
        }

        Finish(source.Length);
        return new EditedCell(source, parts.ToImmutable(), magics.ToImmutable());

        void Finish(int end)
        {
            parts.Add(new EditedPart(source, current, start, end, name, blanks.ToImmutable()));
            blanks.Clear();
        }
    }

    /// <summary>Returns the part that a cursor is in: the later of two that touch.</summary>
    public EditedPart At(int position) => Parts.Last(p => p.Start <= position || p == Parts[0]);

    /// <summary>Returns the magic that a cursor is in; null where it is in none.</summary>
    public (int Start, int End)? MagicAt(int position) => Magics.Where(m => m.Start <= position && position <= m.End).Select(m => ((int, int)?)m).FirstOrDefault();
}
