using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>A first framework while it is put together: which fields the exports really fill, and what was left out.</summary>
internal sealed class StarterDraft
{
    private const string Other = "Other";

    private readonly Workspace workspace;
    private readonly StarterOptions options;
    private readonly Dictionary<(EntityKind Of, string Name), Column> columns = [];
    private readonly List<FrameworkField> fields = [];
    private readonly List<Exclusion> exclusions = [];
    private readonly List<Dimension> dimensions = [];
    private readonly List<string> remarks = [];

    public StarterDraft(Workspace workspace, StarterOptions options) => (this.workspace, this.options) = (workspace, options);

    /// <summary>Returns the condition that a field is one of some values.</summary>
    public static Condition OneOf(string field, params ReadOnlySpan<string> values) => values.Length == 1
        ? new Compared(field, ComparisonOperator.Equal, new TextOperand(values[0]))
        : new OneOf(field, [.. values.ToArray().Select(v => new TextOperand(v))]);

    /// <summary>Tells whether there are records to divide, and says so where there are none.</summary>
    public bool Has(EntityKind of)
    {
        if (workspace.Find(of) is { Table.RowCount: > 0 }) return true;
        Remark($"The exports hold no {SnakeName.Of(of)}.");
        return false;
    }

    /// <summary>Says something at the head of the file.</summary>
    public void Remark(string text) => remarks.Add(text);

    /// <summary>Returns how far a field is filled, in words, where the exports hold it for enough records; null, with a remark, where not.</summary>
    /// <param name="of">Whose.</param>
    /// <param name="name">The field, as criteria name it.</param>
    /// <param name="type">What it should hold.</param>
    /// <param name="leastFilled">Share of records that must carry it, at least.</param>
    /// <param name="isValue">Whether it says what a customer is worth.</param>
    public string? Use(EntityKind of, string name, FieldType type, double leastFilled, bool isValue = false)
    {
        var field = new FrameworkField(of, new FieldDefinition(name, type) { IsValue = isValue, Picklist = Picklist(of, name), Unit = UnitOf(of, name) });
        if (Take(field) is not { } column)
        {
            Remark($"Without {name} of {SnakeName.Of(of)}: the exports do not hold it as {SnakeName.Of(type)}.");
            return null;
        }

        var filled = column.Length - column.NullCount;
        var words = string.Create(CultureInfo.InvariantCulture, $"{name} is filled for {filled:#,0} of {column.Length:#,0} {SnakeName.Of(of)} ({(double)filled / column.Length * 100:0}%)");
        if (filled == 0 || filled < leastFilled * column.Length)
        {
            Remark($"Without {name} of {SnakeName.Of(of)}: {words}, fewer than {(filled == 0 ? "one" : string.Create(CultureInfo.InvariantCulture, $"{leastFilled * 100:0}%"))}.");
            return null;
        }

        columns[(of, name)] = column;
        if (fields.All(f => (f.Of, f.Definition.Name) != (of, name))) fields.Add(field with { Source = Source(of, name), Standing = new Standing { Evidence = words } });
        return words;
    }

    /// <summary>Returns the values of a field in use, the one of most records first, among equals by name; each once, case aside.</summary>
    public ImmutableArray<string> Values(EntityKind of, string name)
    {
        var column = columns[(of, name)];
        return [.. Enumerable.Range(0, column.Length).Where(r => !column.IsNull(r)).Select(r => column.Raw(r)).GroupBy(v => v, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
    }

    /// <summary>Adds a dimension of the values that most records have, the rest as Other. Returns whether the exports allow it.</summary>
    public bool ByValue(EntityKind of, string dimension, string field, string purpose)
    {
        if (Use(of, field, FieldType.Text, options.LeastFilled) is not { } filled) return false;
        var values = Values(of, field);
        var named = values.Where(v => IsName(v)).ToArray();
        var most = workspace.Limits.MostSegments;
        var all = named.Length == values.Length && named.Length <= most;
        string[] shown = all ? named : [.. named.Take(most - 1)];
        if (shown.Length < 2)
        {
            Remark($"Without a dimension {dimension}: {field} has fewer than two values that can name a segment.");
            return false;
        }

        List<(string Name, Condition Rule)> segments = [.. shown.Select(v => (v.Trim(), OneOf(field, v)))];
        if (!all) segments.Add((Other, new NotOf(OneOf(field, shown))));
        Divide(new(dimension, DimensionKind.Firmographic, of, []) { Purpose = purpose }, filled, all ? "Which of these belong together?" : $"Which of these belong together, and what hides in {Other}?", [.. segments]);
        return true;
    }

    /// <summary>Adds a dimension.</summary>
    public void Divide(Dimension dimension, string evidence, string question, params ReadOnlySpan<(string Name, Condition Rule)> segments)
    {
        var definitions = Definitions(dimension.Of);
        var made = ImmutableArray.CreateBuilder<Segment>();
        foreach (var (name, rule) in segments) made.Add(new Segment(name, Criterion.Parse(rule.ToText(), definitions)));
        dimensions.Add(dimension with { Segments = made.ToImmutable(), Standing = new Standing { Evidence = evidence, Question = question } });
    }

    /// <summary>Adds an exclusion.</summary>
    public void Exclude(string name, EntityKind of, Condition rule, string reason, string evidence, string question) =>
        exclusions.Add(new(name, of, Criterion.Parse(rule.ToText(), Definitions(of))) { Reason = reason, Standing = new Standing { Evidence = evidence, Question = question } });

    /// <summary>Returns the framework: the fields that its rules use, and the remarks at its head.</summary>
    public SegmentationFramework Framework()
    {
        if (dimensions.Count == 0) Remark("No dimension can be proposed: fill a field, or name its column in workspace.yaml.");
        var framework = new SegmentationFramework { Version = "v0", Exclusions = [.. exclusions], Dimensions = [.. dimensions], Limits = workspace.Limits };
        return (framework with { Fields = [.. fields.Where(f => FrameworkItems.FieldsInUse(framework, f.Of).Contains(f.Definition.Name)).OrderBy(f => f.Of)] })
            .WithRemarks(["Proposed from the exports: every item is ASSUMED. Correct what is wrong, keep the rest, and raise the version.", .. remarks.Distinct()]);
    }

    private static bool IsName(string value) => value.Trim() is { Length: > 0 } name && !name.Equals(Other, StringComparison.OrdinalIgnoreCase) && !name.Any(char.IsControl)
        && !FrameworkFaults.IsReserved(name) && !name.Contains(NamingConvention.Default.Inside, StringComparison.Ordinal) && !name.Contains(NamingConvention.Default.Between, StringComparison.Ordinal);

    private ImmutableArray<FieldDefinition> Definitions(EntityKind of) => [.. fields.Where(f => f.Of == of).Select(f => f.Definition)];

    private Column? Take(FrameworkField field)
    {
        try
        {
            var records = FrameworkRecords.Take(workspace, new SegmentationFramework { Version = "v0", Fields = [field] }, field.Of);
            var column = records.Fields[field.Definition.Name];
            var holds = (field.Definition.Type, column) is (FieldType.Number or FieldType.Whole, NumberColumn) or (FieldType.Text, TextColumn) or (FieldType.Flag, BooleanColumn) or (FieldType.Date, DateColumn);
            return holds && column.Length > 0 ? column : null;
        }
        catch (WorkspaceException)
        {
            // The exports do not hold the field: that is the answer here.
            return null;
        }
    }

    /// <summary>Returns the allowed values, where every value in the exports is one of them: a rule may name no other.</summary>
    private ImmutableArray<string> Picklist(EntityKind of, string name) => SnakeName.Parse<Role>(name) is { } role && workspace.Picklists.TryGetValue(role, out var list)
        && workspace.Find(of)?.Find(role) is TextColumn column && Enumerable.Range(0, column.Length).All(r => column.IsNull(r) || list.Contains(column.Raw(r), StringComparer.OrdinalIgnoreCase)) ? list : [];

    /// <summary>Returns the unit where it is known: a rule then reads as people say it.</summary>
    private string? UnitOf(EntityKind of, string name) => name switch
    {
        "arr" => workspace.Currency is { } currency ? $"{currency} a year" : null,
        "employees" or "account.employees" => "people",
        _ => DerivedField.Find(of, name)?.Unit,
    };

    private string Source(EntityKind of, string name)
    {
        if (name.StartsWith("account.", StringComparison.Ordinal)) return "the contact's account";
        if (name == "arr") return workspace.AccountArrSource ?? "the exports";
        var export = workspace.Require(of);
        return SnakeName.Parse<Role>(name) is { } role && export.Find(role) is { } column ? $"{export.System ?? export.File}, {column.Name}" : "reckoned from the exports";
    }
}
