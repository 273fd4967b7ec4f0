using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Puts the blocks of a file in a row: which physical line a row stands on, and what was kept aside or noticed where.</summary>
internal sealed class CsvLines
{
    private readonly IReadOnlyList<CsvBlock> blocks;
    private readonly int[] firstRows;
    private readonly int[] firstLines;

    /// <param name="blocks">The blocks in file order.</param>
    /// <param name="firstLine">One-based line on which the first block starts.</param>
    public CsvLines(IReadOnlyList<CsvBlock> blocks, int firstLine)
    {
        this.blocks = blocks;
        (firstRows, firstLines) = (new int[blocks.Count + 1], new int[blocks.Count + 1]);
        firstLines[0] = firstLine;
        for (var i = 0; i < blocks.Count; i++)
        {
            firstRows[i + 1] = firstRows[i] + blocks[i].Rows;
            firstLines[i + 1] = firstLines[i] + blocks[i].Lines;
        }
    }

    /// <summary>Gets the number of rows.</summary>
    public int Rows => firstRows[^1];

    /// <summary>Returns the one-based line on which a row starts.</summary>
    public int LineOf(int row)
    {
        var block = Array.BinarySearch(firstRows, row);
        if (block < 0) block = ~block - 1;

        // A block without rows shares its first row with the next one.
        while (blocks[block].Rows == 0) block++;
        return firstLines[block] + blocks[block].LineOf(row - firstRows[block]);
    }

    /// <summary>Returns the records kept aside: file, line, what was found and expected, and the text as the file holds it.</summary>
    public Table RowsAside(string file)
    {
        var aside = blocks.SelectMany((b, i) => b.Aside.Select(a => a with { Line = firstLines[i] + a.Line })).ToImmutableArray();
        return new Table(
            "rows kept aside",
            Column.Of("file", aside.Select(_ => file)),
            LineColumn(aside.Select(a => a.Line)),
            Column.Of("found", aside.Select(a => a.Found)),
            Column.Of("expected", aside.Select(a => a.Expected)),
            Column.Of("text", aside.Select(a => a.Text)).AsPersonal());
    }

    /// <summary>Returns a sentence each on blank lines and stray quotes, where there are any.</summary>
    public IEnumerable<string> Notes()
    {
        if (Sentence(b => b.BlankLines, "blank, and left out") is { } blank) yield return blank;
        if (Sentence(b => b.StrayQuotes, "a record with a quote that is neither doubled nor around a whole cell: read as text") is { } stray) yield return stray;
    }

    /// <summary>Returns a column of line numbers: places, not counts, so that a mask does not hide small ones.</summary>
    public static Column LineColumn(IEnumerable<int> lines) => Column.Of("line", lines.Select(l => (double)l));

    private string? Sentence(Func<CsvBlock, ImmutableArray<int>> lines, string what)
    {
        var count = blocks.Sum(b => lines(b).Length);
        if (count == 0) return null;
        var first = blocks.Select((b, i) => (Lines: lines(b), i)).First(b => b.Lines.Length > 0);
        var line = firstLines[first.i] + first.Lines[0];
        return count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"Line {line:#,0} is {what}.")
            : string.Create(CultureInfo.InvariantCulture, $"{count:#,0} lines are {what}, the first is line {line:#,0}.");
    }
}
