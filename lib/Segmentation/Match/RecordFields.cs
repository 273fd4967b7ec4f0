using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>Makes the fields of <see cref="MatchRecords"/> from an export. Records that are nobody's customer (tests, the vendor's own) hold no field, so
/// they are like no other record.</summary>
internal sealed class RecordFields
{
    /// <summary>What a field holds where only its being there counts.</summary>
    private const string Known = "known";

    private readonly Export export;
    private readonly bool[]? leftOut;

    private RecordFields(Export export, bool[]? leftOut, ImmutableArray<string> notes) => (this.export, this.leftOut, Notes) = (export, leftOut, notes);

    /// <summary>Gets what was noticed, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; }

    public int Count => export.Table.RowCount;

    public static RecordFields Of(Workspace workspace, Export export)
    {
        var tests = TestRecordChecks.TestRows(export, AuditOptions.Default);
        var own = TestRecordChecks.RowsOn(export, TestRecordChecks.OwnDomains(workspace, AuditOptions.Default));
        int[] rows = [.. tests.Union(own)];
        if (rows.Length == 0) return new RecordFields(export, null, []);
        var leftOut = new bool[export.Table.RowCount];
        foreach (var row in rows) leftOut[row] = true;
        return new RecordFields(export, leftOut,
            [$"{Phrase.Count(rows.Length, "record")} of {export.File} {(rows.Length == 1 ? "is" : "are")} a test, an example or the vendor's own, and compared with nothing ({Phrase.Count(tests.Length)} by a word or a domain that belongs to nobody)."]);
    }

    /// <summary>Returns the records over the fields.</summary>
    public MatchRecords Records(Role id, params Column[] fields)
    {
        var empty = fields.Where(f => f.Name != MatchField.Employer && f.NullCount == f.Length).Select(f => f.Name).ToArray();
        var notes = Notes;
        if (Count > 0 && empty.Length > 0)
        {
            notes = notes.Add(fields.All(f => f.NullCount == f.Length)
                ? $"{export.File} holds nothing to compare records by: no column plays a role that names, locates or reaches them, so no duplicate can be found. Give roles to columns in workspace.yaml."
                : $"{export.File} holds no {string.Join(", no ", empty)}: comparisons by {(empty.Length == 1 ? "it" : "them")} say nothing.");
        }

        return new MatchRecords
        {
            Kind = export.Kind,
            Ids = Ids(id),
            Fields = new Table("records", fields),
            Notes = notes,
        };
    }

    /// <summary>Returns the values under a role, mapped; each distinct value is mapped once. Null where the map gives null or nothing.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="role">The role.</param>
    /// <param name="map">From a trimmed value to its new value; asked by several threads at once.</param>
    public TextColumn Text(string name, Role role, Func<string, string?> map) => Column(name, role) is { } column
        ? Without(Derived(name, column, value => Trimmed(value, map)))
        : Empty(name);

    /// <summary>Returns the same of values that are nearly all a record's own: mapped row by row, because a dictionary of them as they stand would cost more
    /// than it saves and stay with the export.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="role">The role.</param>
    /// <param name="map">From a trimmed value to its new value; asked by several threads at once.</param>
    public TextColumn Own(string name, Role role, Func<string, string?> map) => Column(name, role) is { IsEncoded: false } column
        ? Rows(name, row => leftOut is not null && leftOut[row] ? null : column[row] is { } value ? Trimmed(value, map) : null)
        : Text(name, role, map);

    /// <summary>Returns values of a field, mapped, under another name.</summary>
    /// <param name="name">Name of the new field.</param>
    /// <param name="field">The field.</param>
    /// <param name="map">From a value to its new value, null and nothing for none; asked by several threads at once.</param>
    public static TextColumn Derived(string name, TextColumn field, Func<string, string?> map)
    {
        var values = TextColumn.Create(name, All(field.Dictionary.Length, code => map(field.Dictionary[code])));
        return Recoded(name, field, values.Codes, values.Dictionary.ToArray());
    }

    /// <summary>Returns the values of a field that answer yes, under another name.</summary>
    /// <param name="name">Name of the new field.</param>
    /// <param name="field">The field.</param>
    /// <param name="keep">The question; asked by several threads at once.</param>
    public static TextColumn Kept(string name, TextColumn field, Func<string, bool> keep)
    {
        // Values that stay as they are stay apart: they need not be looked up again.
        var kept = All(field.Dictionary.Length, code => keep(field.Dictionary[code]) ? field.Dictionary[code] : null);
        var (codes, values) = (new int[kept.Length], new List<string>(kept.Length));
        for (var code = 0; code < kept.Length; code++)
        {
            codes[code] = kept[code] is null ? -1 : values.Count;
            if (kept[code] is { } value) values.Add(value);
        }

        return Recoded(name, field, codes, [.. values]);
    }

    /// <summary>Returns the first field of several that holds a value, row by row.</summary>
    public TextColumn FirstOf(string name, params TextColumn[] fields)
    {
        TextColumn[] filled = [.. fields.Where(f => f.NullCount < f.Length)];
        return filled.Length switch
        {
            0 => Empty(name),
            1 => (TextColumn)filled[0].Rename(name),
            _ => Rows(name, row => filled.FirstOrDefault(f => !f.IsNull(row))?[row]),
        };
    }

    /// <summary>Returns a field that holds a value where any of several does; only its being there counts.</summary>
    public TextColumn AnyOf(string name, params TextColumn[] fields)
    {
        var codes = new int[Count];
        for (var row = 0; row < codes.Length; row++) codes[row] = Array.Exists(fields, f => !f.IsNull(row)) ? 0 : -1;
        return TextColumn.FromCodes(name, codes, [Known]);
    }

    /// <summary>Returns a field made of two, null where either is; each distinct pair is joined once.</summary>
    public static TextColumn Both(string name, TextColumn left, TextColumn right, Func<string, string, string> join)
    {
        var (codes, values) = (new int[left.Length], new List<string>());
        var (known, pairs) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<(int, int), int>());
        var lefts = left.Codes;
        var rights = right.Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = -1;
            if (lefts[row] < 0 || rights[row] < 0) continue;
            if (!pairs.TryGetValue((lefts[row], rights[row]), out codes[row])) pairs[(lefts[row], rights[row])] = codes[row] = CodeOf(join(left.Dictionary[lefts[row]], right.Dictionary[rights[row]]));
        }

        return TextColumn.FromCodes(name, codes, [.. values]);

        int CodeOf(string value)
        {
            if (known.TryGetValue(value, out var code)) return code;
            values.Add(value);
            return known[value] = values.Count - 1;
        }
    }

    /// <summary>Returns a field made row by row.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">The value of a row, null and nothing for none; asked by several threads at once.</param>
    public TextColumn Rows(string name, Func<int, string?> value) => TextColumn.Create(name, All(Count, value));

    public TextColumn Empty(string name)
    {
        var codes = new int[Count];
        Array.Fill(codes, -1);
        return TextColumn.FromCodes(name, codes, []);
    }

    private ImmutableArray<string> Ids(Role role)
    {
        var text = RoleText.Of(export, role);
        string[] ids = All(Count, row => text(row) ?? EntityAssignment.NameOfRow(row))!;
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }

    /// <summary>Returns one value an item, made by several threads; null where there is none or nothing in it.</summary>
    private static string?[] All(int count, Func<int, string?> value)
    {
        var values = new string?[count];
        if (count == 0) return values;
        Parallel.ForEach(Partitioner.Create(0, count), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++) values[i] = value(i) is { Length: > 0 } some ? some : null;
        });
        return values;
    }

    private static TextColumn Recoded(string name, TextColumn field, ReadOnlySpan<int> codeOf, string[] values)
    {
        var codes = new int[field.Length];
        var before = field.Codes;
        for (var row = 0; row < codes.Length; row++) codes[row] = before[row] < 0 ? -1 : codeOf[before[row]];
        return TextColumn.FromCodes(name, codes, values);
    }

    private static string? Trimmed(string value, Func<string, string?> map) => value.Trim() is { Length: > 0 } text ? map(text) : null;

    private TextColumn? Column(string name, Role role) => export.Find(role) switch
    {
        null => null,
        TextColumn text => (TextColumn)text.Rename(name),
        var other => TextColumn.Create(name, Enumerable.Range(0, other.Length).Select(row => other.IsNull(row) ? null : other.Raw(row))),
    };

    private TextColumn Without(TextColumn column)
    {
        if (leftOut is null) return column;
        var codes = column.Codes.ToArray();
        for (var row = 0; row < codes.Length; row++)
        {
            if (leftOut[row]) codes[row] = -1;
        }

        return TextColumn.FromCodes(column.Name, codes, column.Dictionary.ToArray());
    }
}
