using Segmentation.Tables;

namespace Segmentation.Tests.Tables;

/// <summary>Tables of hostile values in all types, from a seed: what an export may hold, and what a step may make of it.</summary>
internal sealed class RandomTables
{
    private static readonly string[] Texts =
    [
        "", " ", "\t", "\n", "\r", "\r\n", "'", "''", "'=1+1", "=1+1", "+1", "-", "-1", "@x", "\t=1", " =1", "\n=1", "\u00A0=1", "\uFF1D1", "\uFEFF", "\uFEFF=1", "\"", "\"\"", "a\"b", "a,b", "a;b", "a|b",
        "N/A", "n/a", "null", "unknown", "none", ".", "?", "#REF!", "007", "02110", "1,234", "1.234", "12%", "$5", "1e5", "12345678901234567890", "true", "FALSE", "yes", "2024-01-31", "1/2/2024",
        "sep=;", "two\nlines", "cr\rinside", " both ", "Zoë", "日本", "😀", "\0", "a\0b", "\u2028", "\u0085", "<b>x</b>", "x", "y",
    ];

    private static readonly double[] Numbers =
        [0, -0.0, 1, -1, 0.1, 0.30000000000000004, 1e15, 1234567890123456, 1e16, 1e21, -1e300, 5e-324, double.MaxValue, 1.234, 12.5, 1e-7, 100, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly DateTime[] Dates =
        [new(2024, 1, 31), new(2024, 2, 1, 13, 5, 0), new(2024, 2, 1, 13, 5, 7, 250), new DateTime(2024, 2, 1).AddTicks(1), DateTime.MinValue, DateTime.MaxValue, new(1, 1, 2), new(9999, 12, 31)];

    private readonly Random random;

    public RandomTables(int seed) => random = new Random(seed);

    public Table Next(int rows, int columns, string name = "random") =>
        new(name, Enumerable.Range(0, columns).Select(i => Next($"{Pick(["c", " c ", "=c", "'c", "Ç", "a,b", "two\nlines", "sep=;", "true", "1", "\"q\"", "c: d", "#c", "- c"])}{i}", rows, (ColumnType)random.Next(4))));

    public Column Next(string name, int rows, ColumnType type)
    {
        // Some columns hold few values and some nearly unique ones, as text is stored in two ways.
        var nulls = random.Next(4) switch { 0 => 0.0, 1 => 1.0, _ => 0.3 };
        bool Null() => random.NextDouble() < nulls;
        Column column = type switch
        {
            ColumnType.Number => Segmentation.Tables.Column.Of(name, Values(() => Null() ? (double?)null : Number()), (NumberFormat)random.Next(5)),
            ColumnType.Date => Segmentation.Tables.Column.Of(name, Values(() => Null() ? (DateTime?)null : Pick(Dates))),
            ColumnType.Boolean => Segmentation.Tables.Column.Of(name, Values(() => Null() ? (bool?)null : random.Next(2) == 0)),
            _ => Segmentation.Tables.Column.Of(name, Values(() => Null() ? null : Text())),
        };
        return column.AsPersonal(random.Next(3) == 0);

        T[] Values<T>(Func<T> value) => [.. Enumerable.Range(0, rows).Select(_ => value())];
    }

    /// <summary>Returns a table after a made-up step: cells changed, rows removed, columns added.</summary>
    public (Table After, int[] Removed) Changed(Table before)
    {
        var removed = Enumerable.Range(0, before.RowCount).Where(_ => random.Next(5) == 0).ToArray();
        if (random.Next(3) == 0) removed = [];
        var after = before;
        foreach (var column in before.Columns)
        {
            if (random.Next(3) == 0) continue;
            var other = Next(column.Name, before.RowCount, column.Type);
            after = after.With(column.WithRaw([.. Enumerable.Range(0, before.RowCount).Select(r => random.Next(4) > 0 ? column : other).Select((c, r) => c.IsNull(r) ? null : c.Raw(r))]));
        }

        var kept = Enumerable.Range(0, before.RowCount).Except(removed).ToArray();
        if (removed.Length > 0) after = after.Take(kept);
        if (after.Columns.Length > 0 && random.Next(2) == 0) after = after.With(Next($"added{before.Columns.Length}", after.RowCount, (ColumnType)random.Next(4)));
        return (after, removed);
    }

    private string Text() => random.Next(3) == 0 ? Pick(Texts) + Pick(Texts) : Pick(Texts);

    private double Number() => random.Next(2) == 0 ? Pick(Numbers) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-10, 20));

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
