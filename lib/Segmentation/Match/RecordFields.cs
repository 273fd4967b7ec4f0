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
    public TextColumn Text(string name, Role role, Func<string, string?> map) => Column(name, role) is { } column
        ? Without(column.Map(v => v.Trim() is { Length: > 0 } text && map(text) is { Length: > 0 } mapped ? mapped : null))
        : Empty(name);

    /// <summary>Returns values of a field, mapped, under another name.</summary>
    public static TextColumn Derived(string name, TextColumn field, Func<string, string?> map) =>
        (TextColumn)field.Map(v => map(v) is { Length: > 0 } mapped ? mapped : null).Rename(name);

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

    /// <summary>Returns a field made of two, null where either is.</summary>
    public TextColumn Both(string name, TextColumn left, TextColumn right, Func<string, string, string?> join) =>
        Rows(name, row => left[row] is { } l && right[row] is { } r ? join(l, r) : null);

    public TextColumn Rows(string name, Func<int, string?> value) => TextColumn.Create(name, Enumerable.Range(0, Count).Select(value));

    public TextColumn Empty(string name)
    {
        var codes = new int[Count];
        Array.Fill(codes, -1);
        return TextColumn.FromCodes(name, codes, []);
    }

    private ImmutableArray<string> Ids(Role role)
    {
        var text = RoleText.Of(export, role);
        var ids = new string[Count];
        for (var row = 0; row < ids.Length; row++) ids[row] = text(row) ?? EntityAssignment.NameOfRow(row);
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }

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
