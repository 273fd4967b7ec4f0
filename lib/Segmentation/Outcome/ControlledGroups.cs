using System.Collections.Immutable;
using Segmentation.Assign;

namespace Segmentation.Outcome;

/// <summary>The accounts that have a segment in a dimension and in every control, as the rows of a regression.</summary>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Names">The k segments.</param>
/// <param name="Controls">The controls' names.</param>
/// <param name="Strata">Names of the combinations of the controls' segments that hold accounts, in the framework's order.</param>
/// <param name="Rows">Length m. Zero-based account of the cohort.</param>
/// <param name="Segment">Length m. Zero-based segment.</param>
/// <param name="Stratum">Length m. Zero-based stratum.</param>
/// <param name="ControlNames">Names of the indicators of the controls, without the first segment of each that holds accounts.</param>
/// <param name="ControlValues">Length m times the indicators, account after account.</param>
internal sealed record ControlledGroups(
    string Dimension, ImmutableArray<string> Names, ImmutableArray<string> Controls, ImmutableArray<string> Strata, int[] Rows, int[] Segment, int[] Stratum, string[] ControlNames, double[] ControlValues)
{
    /// <exception cref="ArgumentException">There is no such dimension, a control is named twice, or the dimension is its own control.</exception>
    public static ControlledGroups Of(OutcomeCohort cohort, string dimension, IReadOnlyList<string> controls, ImmutableArray<int> among = default)
    {
        var own = cohort.In(dimension);
        DimensionAssignment[] others = [.. controls.Select(cohort.In)];
        if (others.Contains(own)) throw new ArgumentException($"'{own.Dimension.Name}' cannot control for itself. Name other dimensions.", nameof(controls));
        if (others.Distinct().Count() < others.Length) throw new ArgumentException("a control is named twice; name each once.", nameof(controls));
        if (among.IsDefault) among = [.. Enumerable.Range(0, cohort.Count)];
        int[] rows = [.. among.Where(r => own.Segment[r] >= 0 && others.All(o => o.Segment[r] >= 0))];
        var indicators = others.SelectMany((o, c) => o.Dimension.Segments.Select((s, i) => (Control: c, Place: i, Name: $"{o.Dimension.Name}: {s.Name}"))
            .Where(i => rows.Any(r => o.Segment[r] == i.Place)).Skip(1)).ToArray();
        var values = new double[rows.Length * indicators.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < indicators.Length; j++)
            {
                if (others[indicators[j].Control].Segment[rows[i]] == indicators[j].Place) values[(i * indicators.Length) + j] = 1;
            }
        }

        // Strata in the order of the framework: each row's combination as one number.
        long[] keys = [.. rows.Select(r => others.Aggregate(0L, (key, o) => (key * o.Dimension.Segments.Length) + o.Segment[r]))];
        long[] distinct = [.. keys.Distinct().Order()];
        var stratum = keys.Select(k => Array.BinarySearch(distinct, k)).ToArray();
        string[] strata = [.. distinct.Select(k => Array.IndexOf(keys, k)).Select(i => string.Join(", ", others.Select(o => o.NameOf(rows[i]))))];
        return new(
            own.Dimension.Name, [.. own.Dimension.Segments.Select(s => s.Name)], [.. others.Select(o => o.Dimension.Name)], [.. strata], rows, [.. rows.Select(r => own.Segment[r])], stratum,
            [.. indicators.Select(i => i.Name)], values);
    }

    /// <summary>Returns a design: an indicator of each of some segments, then the controls.</summary>
    public double[] Design(ReadOnlySpan<int> segments, bool withControls)
    {
        var width = segments.Length + (withControls ? ControlNames.Length : 0);
        var design = new double[Rows.Length * width];
        for (var i = 0; i < Rows.Length; i++)
        {
            for (var j = 0; j < segments.Length; j++) design[(i * width) + j] = Segment[i] == segments[j] ? 1 : 0;
            for (var j = segments.Length; j < width; j++) design[(i * width) + j] = ControlValues[(i * ControlNames.Length) + j - segments.Length];
        }

        return design;
    }
}
