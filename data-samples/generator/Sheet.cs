namespace Segmentation.Samples;

/// <summary>An export while it is made: true values first, then spoilt cell by cell. A cell is spoilt once at most, so that planted counts stay exact.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<string[]> rows = [];
    private readonly HashSet<(int Row, string Header)> spoilt = [];

    public Sheet(params string[] headers)
    {
        Headers = headers;
        for (var i = 0; i < headers.Length; i++) index.TryAdd(headers[i], i);
    }

    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyList<string[]> Rows => rows;

    public string this[int row, string header]
    {
        get => rows[row][index[header]];
        set => rows[row][index[header]] = value;
    }

    /// <summary>Adds an empty row and returns its number.</summary>
    public int Add()
    {
        var row = new string[Headers.Count];
        Array.Fill(row, string.Empty);
        rows.Add(row);
        return rows.Count - 1;
    }

    public void Add(params string[] cells) => rows.Add(cells);

    public bool IsClean(int row, string header) => !spoilt.Contains((row, header));

    public void Spoil(int row, string header, string value)
    {
        if (!spoilt.Add((row, header))) throw new InvalidOperationException($"Row {row} of column '{header}' is spoilt already; choose among the clean ones.");
        this[row, header] = value;
    }

    /// <summary>Marks a cell so that no later defect falls on it.</summary>
    public void Protect(int row, string header) => spoilt.Add((row, header));

    /// <summary>Returns distinct rows whose cell is still clean, not empty, and qualifies.</summary>
    public List<int> Choose(Pcg32 random, int count, string header, Func<int, bool>? qualifies = null) =>
        random.Sample(Enumerable.Range(0, rows.Count).Where(r => IsClean(r, header) && this[r, header].Length > 0 && (qualifies is null || qualifies(r))), count);
}
