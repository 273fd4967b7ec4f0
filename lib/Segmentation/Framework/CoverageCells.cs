using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>What the rules of one dimension answer in every cell of the fields that they use, and who wins it.</summary>
internal sealed class CoverageCells
{
    private readonly Truth[][] answers;
    private readonly Truth[][] withoutValue;

    private CoverageCells(SegmentationFramework framework, Dimension dimension, CellSpace space, bool[] excluded, DateTime asOf)
    {
        (Dimension, Space, Excluded, AsOf) = (dimension, space, excluded, asOf);
        var precedence = new Precedence(framework, dimension);
        answers = [.. dimension.Segments.Select(s => space.Evaluate(s.Criteria.Root))];
        withoutValue = [.. dimension.Segments.Select((s, i) => precedence.NeedsSecondAnswer(i) ? space.Evaluate(s.Criteria.Root, precedence.ValueFields) : answers[i])];
        (Winner, Open) = (new int[space.Count], new int[space.Count]);
        var (here, hereWithout) = (new Truth[answers.Length], new Truth[answers.Length]);
        for (var cell = 0; cell < space.Count; cell++)
        {
            for (var s = 0; s < answers.Length; s++) (here[s], hereWithout[s]) = (answers[s][cell], withoutValue[s][cell]);
            (Winner[cell], Open[cell]) = precedence.Decide(here, hereWithout);
        }
    }

    public Dimension Dimension { get; }

    /// <summary>Gets the cells of the fields that the dimension's rules name.</summary>
    public CellSpace Space { get; }

    public DateTime AsOf { get; }

    /// <summary>Gets, per cell, whether an exclusion takes every record in it, whatever its other fields hold.</summary>
    public bool[] Excluded { get; }

    /// <summary>Gets, per cell, the segment that wins it; -1 where none does.</summary>
    public int[] Winner { get; }

    /// <summary>Gets, per cell, the rule that a blank keeps open so that nobody wins; -1 where there is none.</summary>
    public int[] Open { get; }

    /// <summary>Returns the cells of a dimension.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    /// <param name="most">Most cells.</param>
    /// <param name="further">Fields that get an axis though no rule may name them.</param>
    /// <exception cref="CellLimitException">There are too many.</exception>
    public static CoverageCells Of(SegmentationFramework framework, Dimension dimension, DateTime asOf, int most, params IEnumerable<string> further)
    {
        var definitions = framework.Fields.Where(f => f.Of == dimension.Of).ToDictionary(f => f.Definition.Name, f => f.Definition, StringComparer.Ordinal);
        var own = dimension.Segments.SelectMany(s => s.Criteria.Fields).Concat(further).Distinct(StringComparer.Ordinal).ToArray();
        var exclusions = CoverageExclusions.Of(framework, dimension.Of, own);
        Condition[] conditions = [.. dimension.Segments.Select(s => s.Criteria.Root), .. exclusions.Linked.Select(e => e.Criteria.Root)];
        var space = CellSpace.Of(own.Select(f => definitions[f]), conditions, asOf, most);
        return new(framework, dimension, space, exclusions.Always(space, definitions, conditions, asOf, most), asOf);
    }

    /// <summary>Returns the date from which the relative dates of a dimension's rules count; any date where there are none.</summary>
    /// <exception cref="CellLimitException">There are, and no date is known.</exception>
    public static DateTime DateOf(SegmentationFramework framework, Dimension dimension, FrameworkRecords? records, CoverageOptions options)
    {
        if ((records?.AsOf ?? options.AsOf) is { } known) return known;
        var rules = dimension.Segments.Select(s => s.Criteria).Concat(framework.Exclusions.Where(e => e.Of == dimension.Of).Select(e => e.Criteria));
        return rules.SelectMany(r => AxisQuestions.Leaves(r.Root)).SelectMany(Axis.Operands).OfType<RelativeDateOperand>().Any()
            ? throw new CellLimitException("a rule counts from 'as_of', and no date is known", "Give records, or AsOf in the options.")
            : DateTime.UnixEpoch;
    }

    /// <summary>Returns the answer of a segment's rule in a cell.</summary>
    public Truth Answer(int segment, int cell) => answers[segment][cell];

    /// <summary>Tells whether records can be in the cell and the segment's rule holds there.</summary>
    public bool Holds(int segment, int cell) => !Excluded[cell] && answers[segment][cell] == Truth.True;

    /// <summary>Tells whether the segment's rule holds only because of a value field.</summary>
    public bool HoldsByValue(int segment, int cell) => withoutValue[segment] != answers[segment] && withoutValue[segment][cell] != Truth.True;

    /// <summary>Tells whether a segment is the deliberate rest: <c>otherwise</c>.</summary>
    public bool IsCatchAll(int segment) => Dimension.Segments[segment].Criteria.Root is Always;

    /// <summary>Tells whether no rule covers the cell, though records can be in it.</summary>
    public bool IsGap(int cell) => !Excluded[cell] && Winner[cell] < 0 && Open[cell] < 0;

    /// <summary>Returns the segments whose rule holds in the cell, in order of precedence, the catch-all left out.</summary>
    public int[] Holding(int cell) => [.. Enumerable.Range(0, answers.Length).Where(s => Holds(s, cell) && !IsCatchAll(s))];

    /// <summary>Returns who gets the records of a cell, and why.</summary>
    public string GoesTo(int cell)
    {
        var segments = Dimension.Segments;
        if (Winner[cell] is var winner && winner < 0) return Open[cell] < 0 ? "Unassigned: no rule covers it" : $"Unassigned: a blank keeps {segments[Open[cell]].Name} open";
        var others = Holding(cell).Where(s => s != winner).ToArray();
        if (others.Length == 0) return segments[winner].Name;
        var names = CellWords.Join(others.Select(o => segments[o].Name), "and");
        return HoldsByValue(winner, cell) && others.Any(o => !HoldsByValue(o, cell))
            ? $"{segments[winner].Name}, by value: it holds because of {CellWords.Join(segments[winner].Criteria.Fields.Where(f => Space.Axes.Any(a => a.Field.Name == f && a.Field.IsValue)), "and")}, {names} without it"
            : $"{segments[winner].Name}, by order: it stands before {names}";
    }
}
