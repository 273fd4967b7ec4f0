using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Clustering;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Fields of accounts as coordinates of points: which are used, how each is coded, and who is left out.</summary>
/// <remarks>A number stands on a logarithmic scale where its positive values are skewed beyond the limit of the options and their logarithms are less so. It is then less its mean, over its standard deviation. A text
/// or yes-or-no is one coordinate a value, 0 or 1, times the weight 1/√(1 - Σp²), p the shares of the values: the field then spreads as much as one number. Accounts with a blank in a used field are left
/// out: a filled-in value would make clusters of its own.</remarks>
public sealed record FeatureCoding : Result
{
    internal const string Other = "Other";

    /// <inheritdoc/>
    public override string ResultName => "customer-clusters-features";

    /// <summary>Gets the fields looked at, used ones first.</summary>
    public required ImmutableArray<FeatureCodingField> Fields { get; init; }

    /// <summary>Gets the accounts of today.</summary>
    public required int Accounts { get; init; }

    /// <summary>Gets the accounts that are points: those with a value in every used field.</summary>
    public int Complete => Rows.Length;

    /// <summary>Gets the used fields.</summary>
    public ImmutableArray<FeatureCodingField> Used => [.. Fields.Where(f => f.Kind != FeatureCodingKind.LeftOut)];

    /// <summary>Gets the zero-based accounts of today that are points, ascending; length n.</summary>
    internal ImmutableArray<int> Rows { get; init; } = [];

    /// <summary>Gets the points, one an account of <see cref="Rows"/>; null where there is no account or no field.</summary>
    internal PointSet? Points { get; init; }

    /// <summary>Gets the used fields as a tree takes them, in the framework's units; aligned with <see cref="Rows"/>.</summary>
    internal ImmutableArray<TreeFeature> Columns { get; init; } = [];

    /// <summary>Codes fields of the accounts of today.</summary>
    /// <param name="data">The data.</param>
    /// <param name="fields">The fields; null for every field of accounts that can be used.</param>
    /// <param name="options">When a number is skewed, when a text is a name.</param>
    public static FeatureCoding Of(CalibrationData data, IEnumerable<string>? fields, CustomerClustersOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var records = data.Today;
        var looked = Asked(data, fields).Select(f => Look(records, f.Name, f.Definition, fields is null ? data.Framework.Limits.CompletenessRedFlag : 0, options)).ToArray();
        var usable = looked.Where(f => f.Kind != FeatureCodingKind.LeftOut).ToArray();
        int[] rows = usable.Length == 0 ? [] : [.. Enumerable.Range(0, records.Count).Where(r => usable.All(f => !records.Fields[f.Name].IsNull(r)))];
        var (coded, coordinates, columns) = (new List<FeatureCodingField>(), new List<double[]>(), new List<TreeFeature>());
        foreach (var field in looked)
        {
            if (field.Kind == FeatureCodingKind.LeftOut) coded.Add(field);
            else if (field.Kind == FeatureCodingKind.Category) coded.Add(Categories(records.Fields[field.Name], field, rows, data.Framework.Limits.MostSegments, coordinates, columns));
            else coded.Add(Number((NumberColumn)records.Fields[field.Name], field, rows, options, coordinates, columns));
        }

        var d = coordinates.Count;
        var all = new double[rows.Length * d];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < d; j++) all[(i * d) + j] = coordinates[j][i];
        }

        return new()
        {
            Fields = [.. coded.OrderBy(f => f.Kind == FeatureCodingKind.LeftOut)],
            Rows = [.. rows],
            Accounts = records.Count,
            Points = d == 0 || rows.Length == 0 ? null : new PointSet(all, d),
            Columns = [.. columns],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "fields of the clusters",
        Column.Of("field", Fields.Select(f => f.Name)),
        Column.Of("coded as", Fields.Select(f => f.Kind switch { FeatureCodingKind.Number => "number", FeatureCodingKind.Logarithm => "number, log scale", FeatureCodingKind.Category => "category", _ => "left out" })),
        Column.Of("accounts", Fields.Select(f => f.Coverage), NumberFormat.Share),
        Column.Of("values", Fields.Select(f => f.Values.IsEmpty ? null : string.Join(", ", f.Values))),
        Column.Of("off the scale", Fields.Select(f => f.OffScale)),
        Column.Of("why", Fields.Select(f => f.Why)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        yield return $"{options.Count(Rows.Length)} of {options.Count(Accounts)} accounts have a value in every field that is used; {options.Count(Accounts - Rows.Length)} are left out.";
    }

    private static IEnumerable<(string Name, FieldDefinition? Definition)> Asked(CalibrationData data, IEnumerable<string>? fields)
    {
        var all = data.Framework.Fields.Where(f => f.Of == Load.EntityKind.Accounts).Select(f => f.Definition).ToArray();
        return fields is null ? all.Select(f => (f.Name, (FieldDefinition?)f))
            : fields.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => all.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? (found.Name, found) : (name, (FieldDefinition?)null));
    }

    private static FeatureCodingField Look(FrameworkRecords records, string name, FieldDefinition? definition, double least, CustomerClustersOptions options)
    {
        if (definition is null) return Out($"the framework declares no field of accounts of that name. It has: {string.Join(", ", records.Fields.Columns.Select(c => c.Name))}.");
        var column = records.Fields[definition.Name];
        var filled = column.Length - column.NullCount;
        var coverage = column.Length == 0 ? 0 : (double)filled / column.Length;
        if (filled == 0) return Out("no account has a value.");
        if (column.IsPersonal) return Out("it names people or customers.");
        if (coverage < least) return Out($"filled for {NumberColumn.Show(coverage, NumberFormat.Share)} of the accounts, below {NumberColumn.Show(least, NumberFormat.Share)}; name it among the fields to use it all the same.");
        return column switch
        {
            NumberColumn number => OfNumber(number),
            DateColumn => Out("a date; declare its age, such as tenure_months."),
            _ => OfText(),
        };

        FeatureCodingField Out(string why) => new(name, FeatureCodingKind.LeftOut) { Why = why, Coverage = definition is null || records.Count == 0 ? 0 : 1 - ((double)records.Fields[name].NullCount / records.Count) };

        FeatureCodingField OfNumber(NumberColumn number)
        {
            double[] values = [.. number.Values.ToArray().Where(double.IsFinite)];
            if (values.Length == 0 || values.All(v => v == values[0])) return Out("every account has the same value.");
            double[] positive = [.. values.Where(v => v > 0)];
            var (raw, log) = positive.Length < 3 ? (0d, 0d) : (Skewness(positive), Skewness([.. positive.Select(v => Math.Log(v))]));
            return raw > options.LogSkewness && Math.Abs(log) < raw
                ? new(name, FeatureCodingKind.Logarithm) { Coverage = coverage, Why = string.Create(CultureInfo.InvariantCulture, $"skewness {raw:0.0} of its values above 0, {log:0.0} of their logarithms.") }
                : new(name, FeatureCodingKind.Number) { Coverage = coverage, Why = string.Create(CultureInfo.InvariantCulture, $"skewness {raw:0.0} of its values above 0.") };
        }

        FeatureCodingField OfText()
        {
            var distinct = Enumerable.Range(0, column.Length).Where(r => !column.IsNull(r)).Select(r => Key(column, r)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            if (distinct < 2) return Out("every account has the same value.");
            return distinct >= options.NameShare * filled
                ? Out(string.Create(CultureInfo.InvariantCulture, $"{distinct:#,0} different values for {filled:#,0} accounts: a name."))
                : new(name, FeatureCodingKind.Category) { Coverage = coverage, Why = string.Create(CultureInfo.InvariantCulture, $"{distinct:#,0} values.") };
        }
    }

    private static FeatureCodingField Number(NumberColumn column, FeatureCodingField field, int[] rows, CustomerClustersOptions options, List<double[]> coordinates, List<TreeFeature> columns)
    {
        var values = rows.Select(r => column.Values[r]).ToArray();
        var isLog = field.Kind == FeatureCodingKind.Logarithm;
        var least = isLog ? values.Where(v => v > 0).DefaultIfEmpty(1).Min() : 0;
        var scaled = isLog ? values.Select(v => Math.Log(Math.Max(v, least))).ToArray() : values;
        var mean = scaled.DefaultIfEmpty(0).Average();
        var spread = Math.Sqrt(scaled.Select(v => (v - mean) * (v - mean)).DefaultIfEmpty(0).Average());
        columns.Add(new NumericFeature(field.Name, [.. values]));
        coordinates.Add([.. scaled.Select(v => spread > 0 ? (v - mean) / spread : 0)]);
        return field with { Mean = mean, Scale = spread, OffScale = isLog ? values.Count(v => v <= 0) : 0 };
    }

    private static FeatureCodingField Categories(Column column, FeatureCodingField field, int[] rows, int most, List<double[]> coordinates, List<TreeFeature> columns)
    {
        var counts = rows.GroupBy(r => Key(column, r), StringComparer.OrdinalIgnoreCase).Select(g => (Value: g.Key, Count: g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).ToArray();
        var isPooled = counts.Length > most;
        string[] kept = [.. counts.Take(isPooled ? most - 1 : most).Select(v => v.Value)];
        string[] values = isPooled ? [.. kept, Other] : kept;
        var place = kept.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i, StringComparer.OrdinalIgnoreCase);
        int[] codes = [.. rows.Select(r => place.GetValueOrDefault(Key(column, r), values.Length - 1))];
        var shares = values.Select((_, i) => rows.Length == 0 ? 0 : (double)codes.Count(c => c == i) / rows.Length).ToArray();
        var mixed = 1 - shares.Sum(p => p * p);
        var weight = mixed > 0 ? 1 / Math.Sqrt(mixed) : 0;
        for (var v = 0; v < values.Length; v++) coordinates.Add([.. codes.Select(c => c == v ? weight : 0)]);
        columns.Add(new CategoricalFeature(field.Name, [.. codes], [.. values]));
        return field with { Values = [.. values], Scale = weight, Why = isPooled ? string.Create(CultureInfo.InvariantCulture, $"{counts.Length:#,0} values, the {kept.Length} most frequent and the rest as {Other}.") : field.Why };
    }

    private static string Key(Column column, int row) => (column is BooleanColumn ? column.Display(row) : column.Raw(row)).Trim();

    // Third central moment over the cubed standard deviation.
    private static double Skewness(double[] values)
    {
        var mean = values.Average();
        var variance = values.Average(v => (v - mean) * (v - mean));
        return variance > 0 ? values.Average(v => (v - mean) * (v - mean) * (v - mean)) / (variance * Math.Sqrt(variance)) : 0;
    }
}
