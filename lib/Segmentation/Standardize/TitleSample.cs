using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>Titles drawn by chance from each level, to be labelled by hand. The sheet does not show what the rules say: whoever labels it should not know.</summary>
public sealed record TitleSample : Result
{
    private const string TitleHeader = "title";
    private const string ContactsHeader = "contacts";
    private const string LevelHeader = "true_level";
    private const string DepartmentHeader = "true_department";

    /// <inheritdoc/>
    public override string ResultName => "title-sample";

    /// <summary>Gets the titles drawn, each once, by title.</summary>
    public required ImmutableArray<TitleLabel> Titles { get; init; }

    /// <summary>Returns contacts drawn by chance from those of each level, without replacement; contacts of one title become one line to label.</summary>
    /// <param name="titles">The titles as they were classified.</param>
    /// <param name="perLevel">Contacts drawn from each level, at least 1; all of a level that has fewer. Default 20, the playbook's spot check.</param>
    /// <param name="seed">Seed: the same gives the same sample. Default 20260630.</param>
    public static TitleSample Draw(TitleStandardizationResult titles, int perLevel = 20, int seed = 20260630)
    {
        ArgumentNullException.ThrowIfNull(titles);
        ArgumentOutOfRangeException.ThrowIfLessThan(perLevel, 1);
        var random = new Random(seed);
        var drawn = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var level in Enum.GetValues<TitleLevel>())
        {
            var contacts = titles.Titles.Where(t => t.Classification.Level == level).SelectMany(t => Enumerable.Repeat(t.Classification.Title, t.Contacts)).ToArray();
            for (var i = 0; i < Math.Min(perLevel, contacts.Length); i++)
            {
                var at = random.Next(i, contacts.Length);
                (contacts[i], contacts[at]) = (contacts[at], contacts[i]);
                drawn[contacts[i]] = drawn.GetValueOrDefault(contacts[i]) + 1;
            }
        }

        return new TitleSample { Titles = [.. drawn.Select(d => new TitleLabel(d.Key, d.Value, null, null))] };
    }

    /// <summary>Writes the sheet as CSV: title, contacts, and two columns to fill, <c>true_level</c> (C-Level, VP, Director, Manager, IC, Unknown) and <c>true_department</c>.</summary>
    /// <param name="path">The file; one that stands there is replaced.</param>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        File.WriteAllText(path, ToTable().ToCsv());
    }

    /// <summary>Reads a sheet that a person has filled. An empty level or department has no label.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="WorkspaceException">A column is missing, a level is none, or a count is no whole number of 1 or more.</exception>
    public static TitleSample Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.GetFileName(path);
        var text = ImmutableDictionary<string, ColumnType>.Empty;
        foreach (var header in (string[])[TitleHeader, LevelHeader, DepartmentHeader]) text = text.Add(header, ColumnType.Text);
        // "Unknown" is an answer here, and any text may be a title.
        var table = CsvFile.Read(path, CsvOptions.Default with { Types = text, NullTokens = [] }).Table;
        foreach (var header in (string[])[TitleHeader, ContactsHeader, LevelHeader])
        {
            if (table.Find(header) is null)
                throw new WorkspaceException($"the labelled sample has no column '{header}'", $"the columns {string.Join(", ", table.Columns.Select(c => $"'{c.Name}'"))}", $"'{TitleHeader}', '{ContactsHeader}', '{LevelHeader}', '{DepartmentHeader}'", "Draw and write a sample again, and fill its last two columns.", file);
        }

        var titles = ImmutableArray.CreateBuilder<TitleLabel>();
        var departments = table.Find(DepartmentHeader) as TextColumn;
        for (var row = 0; row < table.RowCount; row++)
        {
            if (table[TitleHeader].IsNull(row)) continue;
            var written = table.Text(LevelHeader)[row];
            TitleLevel? level = string.IsNullOrWhiteSpace(written) ? null : TitleLevelName.Parse(written) ?? throw new WorkspaceException("a label is no level", $"'{written}'", $"one of {string.Join(", ", TitleLevelName.All)}", "Write one of them, or leave the cell empty.", file, row + 2, 1);
            var contacts = (table[ContactsHeader] as NumberColumn)?.Values[row] ?? double.NaN;
            if (!(contacts >= 1 && contacts <= int.MaxValue && contacts == Math.Floor(contacts)))
                throw new WorkspaceException("a number of contacts is none", $"'{table[ContactsHeader].Raw(row)}'", "a whole number of 1 or more", "Leave the column as the sample wrote it.", file, row + 2, 1);
            titles.Add(new(TableCsv.Read(table.Text(TitleHeader)[row]!), (int)contacts, level, string.IsNullOrWhiteSpace(departments?[row]) ? null : departments[row]!.Trim()));
        }

        return new TitleSample { Titles = titles.ToImmutable() };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "titles to label",
        Column.Of(TitleHeader, Titles.Select(t => t.Title)),
        Column.Of(ContactsHeader, Titles.Select(t => t.Contacts)),
        Column.Of(LevelHeader, Titles.Select(t => t.Level is { } level ? TitleLevelName.Of(level) : null)),
        Column.Of(DepartmentHeader, Titles.Select(t => t.Department)));
}
