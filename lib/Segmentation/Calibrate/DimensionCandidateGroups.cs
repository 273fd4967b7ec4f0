using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>A candidate's segments, and the segment of every account today and at the start of the window.</summary>
/// <param name="Name">The dimension or field.</param>
/// <param name="IsField">Whether it is a field.</param>
/// <param name="Fields">The fields that it reads.</param>
/// <param name="How">How it is divided, in words.</param>
/// <param name="Names">The segments.</param>
/// <param name="Today">Length of today's accounts: zero-based segment; -1 without one.</param>
/// <param name="Start">Length of the window's accounts, the same; empty where there is no window.</param>
/// <param name="Unfit">Why it cannot divide; null where it can.</param>
internal sealed record DimensionCandidateGroups(string Name, bool IsField, ImmutableArray<string> Fields, string How, string[] Names, int[] Today, int[] Start, string? Unfit)
{
    private const string Other = "Other";

    /// <summary>Returns the candidates of the data: the framework's dimensions of accounts, then its fields of accounts.</summary>
    public static DimensionCandidateGroups[] All(CalibrationData data, DimensionCandidateOptions options)
    {
        var dimensions = data.Framework.DimensionsOf(EntityKind.Accounts).Select(d => OfDimension(data, d)).ToArray();
        var fields = data.Framework.DefinitionsOf(EntityKind.Accounts).Select(f => OfField(data, f, options));
        return [.. dimensions, .. fields.Select(f => dimensions.Any(d => d.Name.Equals(f.Name, StringComparison.OrdinalIgnoreCase)) ? f with { Name = $"{f.Name} (field)" } : f)];
    }

    private static DimensionCandidateGroups OfDimension(CalibrationData data, Dimension dimension)
    {
        ImmutableArray<string> fields = [.. dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.Ordinal)];
        var rules = data.Framework with { Dimensions = [dimension], Exclusions = [] };

        // An override is a person's word of later: it may know what happened in the window.
        return new(dimension.Name, false, fields, "as the framework has it", [.. dimension.Segments.Select(s => s.Name)],
            Segments(rules, data.Today), data.Window is { } window ? Segments(rules with { Overrides = [] }, window.Records) : [], null);
    }

    private static int[] Segments(SegmentationFramework rules, FrameworkRecords records) => [.. Assignment.Run(rules, records).Dimensions[0].Segment];

    private static DimensionCandidateGroups OfField(CalibrationData data, FieldDefinition field, DimensionCandidateOptions options)
    {
        var today = data.Today.Fields[field.Name];
        var start = data.Window?.Records.Fields[field.Name];
        if (today.IsPersonal) return Without("it names people or customers: no way of dividing them.");
        if (today.NullCount == today.Length) return Without("no account has a value.");
        return today switch
        {
            TextColumn text => OfText(text),
            BooleanColumn => new(field.Name, true, [field.Name], "yes and no", ["no", "yes"], Flags(today), start is null ? [] : Flags(start), null),
            _ => OfNumbers(),
        };

        DimensionCandidateGroups Without(string why) => new(field.Name, true, [field.Name], "not divided", ["any value"], Filled(today), start is null ? [] : Filled(start), why);

        DimensionCandidateGroups OfText(TextColumn text)
        {
            var counts = Enumerable.Range(0, text.Length).Where(r => !text.IsNull(r)).GroupBy(r => text[r]!.Trim(), StringComparer.OrdinalIgnoreCase)
                .Select(g => (Value: g.Key, Count: g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).ToArray();
            var filled = text.Length - text.NullCount;
            if (counts.Length > 1 && counts.Length >= options.NameShare * filled)
                return Without(string.Create(CultureInfo.InvariantCulture, $"{counts.Length:#,0} different values for {filled:#,0} accounts: a name, no way of dividing."));
            var most = data.Framework.Limits.MostSegments;
            var isPooled = counts.Length > most;
            var kept = counts.Take(isPooled ? most - 1 : most).Select(v => v.Value).ToArray();
            var place = kept.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i, StringComparer.OrdinalIgnoreCase);
            var how = isPooled ? string.Create(CultureInfo.InvariantCulture, $"the {kept.Length} most frequent values, {counts.Length - kept.Length:#,0} others as {Other}") : "values as they are";
            return new(field.Name, true, [field.Name], how, isPooled ? [.. kept, Other] : kept, Texts(text), start is TextColumn then ? Texts(then) : Missing(start?.Length ?? 0), null);

            // At the start of the window there may be a value that nobody has today: it is one of the others, or no segment.
            int[] Texts(TextColumn column) => [.. Enumerable.Range(0, column.Length).Select(r => column.IsNull(r) ? -1 : place.TryGetValue(column[r]!.Trim(), out var i) ? i : isPooled ? kept.Length : -1)];
        }

        DimensionCandidateGroups OfNumbers()
        {
            var values = Numbers(today, data.Today.AsOf);
            double[] sorted = [.. values.Where(double.IsFinite).Order()];
            if (sorted.Length == 0) return Without("no account has a value.");
            double[] cuts = [.. Enumerable.Range(1, options.Bands - 1).Select(i => Order(sorted, (double)i / options.Bands)).Where(c => c > sorted[0]).Distinct()];
            var names = Enumerable.Range(0, cuts.Length + 1).Select(i => BandName(cuts, i)).ToArray();
            var how = cuts.Length == 0 ? "not divided: nearly every account has the lowest value" : string.Create(CultureInfo.InvariantCulture, $"{names.Length} bands of about equal count{(today is DateColumn ? ", by age in days" : string.Empty)}");
            return new(field.Name, true, [field.Name], how, names, Banded(values, cuts), start is null ? [] : Banded(Numbers(start, data.Window!.From), cuts), null);
        }
    }

    // The smallest value with at least this share of the values below it: a value of the data, so that ties stay together.
    private static double Order(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length))];

    private static int[] Banded(double[] values, double[] cuts) => [.. values.Select(v => double.IsFinite(v) ? cuts.Count(c => v >= c) : -1)];

    private static string BandName(double[] cuts, int band)
    {
        if (cuts.Length == 0) return "all";
        if (band == 0) return $"below {Show(cuts[0])}";
        return band == cuts.Length ? $"{Show(cuts[^1])} and above" : $"{Show(cuts[band - 1])} to below {Show(cuts[band])}";
    }

    // Four digits: the ends of a band of about equal count are no sharper than that.
    private static string Show(double value) => NumberColumn.Show(double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), NumberFormat.General);

    private static double[] Numbers(Column column, DateTime asOf) => column switch
    {
        NumberColumn number => number.Values.ToArray(),
        DateColumn date => [.. Enumerable.Range(0, date.Length).Select(r => date.IsNull(r) ? double.NaN : (asOf.Date - date.Values[r].Date).TotalDays)],
        _ => [.. Enumerable.Repeat(double.NaN, column.Length)],
    };

    private static int[] Flags(Column column) => column is BooleanColumn flags ? [.. Enumerable.Range(0, flags.Length).Select(r => flags[r] is { } yes ? yes ? 1 : 0 : -1)] : Missing(column.Length);

    private static int[] Filled(Column column) => [.. Enumerable.Range(0, column.Length).Select(r => column.IsNull(r) ? -1 : 0)];

    private static int[] Missing(int length) => [.. Enumerable.Repeat(-1, length)];
}
