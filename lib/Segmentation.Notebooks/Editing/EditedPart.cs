using System.Collections.Immutable;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Editing;

/// <summary>A stretch of a cell in one language.</summary>
/// <param name="Source">The cell's text.</param>
/// <param name="Language">The language; null where nobody knows it.</param>
/// <param name="Start">Where the stretch begins in the cell.</param>
/// <param name="End">Where it ends, excluded.</param>
/// <param name="ResultName">The variable that a SQL result goes to; null for the default.</param>
/// <param name="Blanks">Magics inside the stretch, which are none of its text.</param>
internal sealed record EditedPart(string Source, CellLanguage? Language, int Start, int End, string? ResultName, ImmutableArray<(int Start, int End)> Blanks)
{
    /// <summary>Gets the text of the stretch with all before it blank, so that its offsets and lines are those of the cell.</summary>
    public string Text { get; } = Blank(Source, Start, End, Blanks);

    public bool IsEmpty => Source.AsSpan(Start, End - Start).IsWhiteSpace();

    /// <summary>Returns the text with the stretches blank; line breaks stay.</summary>
    public static string Blank(string text, IEnumerable<(int Start, int End)> stretches) => Blank(text, 0, text.Length, stretches);

    private static string Blank(string source, int start, int end, IEnumerable<(int Start, int End)> stretches)
    {
        var text = source.ToCharArray(0, end);
        foreach (var (from, to) in stretches.Prepend((0, start)))
        {
            for (var i = from; i < to; i++)
            {
                if (text[i] is not ('\n' or '\r')) text[i] = ' ';
            }
        }

        return new string(text);
    }
}
