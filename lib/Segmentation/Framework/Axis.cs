using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>The values of one field, cut into the cells between which the rules tell a difference. The last cell is blank.</summary>
internal sealed class Axis
{
    private readonly ImmutableArray<Criterion> questions;
    private readonly DateTime asOf;
    private readonly Dictionary<string, int> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> others = new(StringComparer.Ordinal);

    private Axis(FieldDefinition field, ImmutableArray<Criterion> questions, DateTime asOf) => (Field, this.questions, this.asOf) = (field, questions, asOf);

    /// <summary>Gets the field.</summary>
    public FieldDefinition Field { get; }

    /// <summary>Gets the cells: intervals in rising order, texts in the order in which they are named; blank last.</summary>
    public ImmutableArray<AxisCell> Cells { get; private set; } = [];

    /// <summary>Gets what <c>contains</c> asks for, each once.</summary>
    public ImmutableArray<string> Parts { get; private set; } = [];

    public int Blank => Cells.Length - 1;

    /// <summary>Gets whether neighbouring cells touch.</summary>
    public bool IsOrdered => Field.Type is FieldType.Number or FieldType.Whole or FieldType.Date;

    /// <summary>Gets whether nothing lies between a value and the next.</summary>
    public bool IsWhole => Field.Type is FieldType.Whole or FieldType.Date;

    /// <summary>Returns the axis of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="conditions">Every condition whose answer counts.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    /// <param name="most">Most combinations of texts.</param>
    /// <exception cref="CellLimitException">There are more.</exception>
    public static Axis Of(FieldDefinition field, IReadOnlyCollection<Condition> conditions, DateTime asOf, int most)
    {
        var questions = conditions.SelectMany(AxisQuestions.Of).Where(q => q.Field == field.Name).Select(q => new Criterion(field.Name, q.Question)).ToImmutableArray();
        var leaves = conditions.SelectMany(AxisQuestions.Leaves).Where(l => Criterion.FieldsOf(l).Contains(field.Name, StringComparer.Ordinal)).ToArray();
        var operands = leaves.SelectMany(Operands).ToArray();
        var axis = new Axis(field, questions, asOf);
        axis.Cells =
        [
            .. field.Type switch
            {
                FieldType.Flag => [new AxisCell { Flag = false }, new AxisCell { Flag = true }],
                FieldType.Text => axis.CutTexts(operands.OfType<TextOperand>().Select(t => t.Value), leaves.OfType<Contains>().Select(c => c.Part), most),
                _ => axis.CutNumbers(operands),
            },
            new AxisCell { IsBlank = true },
        ];
        return axis;
    }

    /// <summary>Returns values of the field as a column, each as string, double, day number or bool; null is blank.</summary>
    public Column Column(IEnumerable<object?> values) => Field.Type switch
    {
        FieldType.Text => Tables.Column.Of(Field.Name, values.Cast<string?>()),
        FieldType.Flag => Tables.Column.Of(Field.Name, values.Cast<bool?>()),
        FieldType.Date => Tables.Column.Of(Field.Name, values.Select(v => v is double day ? new DateTime((long)day * TimeSpan.TicksPerDay) : (DateTime?)null)),
        _ => Tables.Column.Of(Field.Name, values.Cast<double?>()),
    };

    /// <summary>Returns a value of a cell; null where it is blank.</summary>
    public object? Example(int cell) => Cells[cell] switch
    {
        { IsBlank: true } => null,
        var c when Field.Type == FieldType.Flag => c.Flag,
        var c when Field.Type == FieldType.Text => c.Named.Length > 0 ? c.Named[0] : c.Others[0].Example,
        var c => c.Range.Example(IsWhole),
    };

    /// <summary>Returns a value of some cells that stand together; null where all of them are blank.</summary>
    public object? Example(bool[] places)
    {
        var first = Array.IndexOf(places, true);
        return IsOrdered && first < Blank ? Cells[first].Range.To(Cells[Array.LastIndexOf(places, true, Blank - 1)].Range).Example(IsWhole) : Example(first);
    }

    /// <summary>Returns the cell of every value of a column of the field's type; -1 where a whole number is none, or lies beyond the days there are.</summary>
    public int[] Locate(Column column)
    {
        var cells = new int[column.Length];
        var ofText = column is TextColumn texts ? LocateTexts(texts) : [];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = column.IsNull(row) ? Blank : column switch
            {
                TextColumn text => ofText[text.Codes[row]],
                BooleanColumn flag => flag.Values[row] ? 1 : 0,
                DateColumn date => LocateNumber(Day(date.Values[row])),
                _ => LocateNumber(((NumberColumn)column).Values[row]),
            };
        }

        return cells;
    }

    /// <summary>Returns a day as its number since 0001-01-01; the time of day is dropped.</summary>
    public static double Day(DateTime date) => date.Ticks / TimeSpan.TicksPerDay;

    public static IEnumerable<Operand> Operands(Condition leaf) => leaf switch
    {
        Compared compared => [compared.Value],
        Between between => [between.From, between.To],
        OneOf one => one.Values,
        _ => [],
    };

    private IEnumerable<AxisCell> CutNumbers(Operand[] operands)
    {
        var thresholds = operands.Select(o => o switch
        {
            NumberOperand number => number.Value,
            DateOperand date => Day(date.Value),
            RelativeDateOperand relative => Day(relative.On(asOf)),
            _ => throw new InvalidOperationException($"An operand of type {o.GetType().Name} cuts no axis."),
        });
        var last = Day(DateTime.MaxValue);
        var ranges = AxisRange.Cut(thresholds, IsWhole).Where(r => Field.Type != FieldType.Date || (r.High >= 0 && r.Low <= last)).ToArray();
        var answers = Signatures(Column(ranges.Select(r => (object?)r.Example(IsWhole))));
        for (var (first, next) = (0, 1); first < ranges.Length; first = next++)
        {
            while (next < ranges.Length && answers[next] == answers[first]) next++;
            yield return new AxisCell { Range = ranges[first].To(ranges[next - 1]) };
        }
    }

    private List<AxisCell> CutTexts(IEnumerable<string> values, IEnumerable<string> asked, int most)
    {
        ImmutableArray<string> names = [.. values.Concat(Field.Picklist).Distinct(StringComparer.OrdinalIgnoreCase)];
        Parts = [.. asked.Distinct(StringComparer.OrdinalIgnoreCase)];
        var rest = AxisText.All(Parts, names, most)
            ?? throw new CellLimitException(FormattableString.Invariant($"'contains' asks '{Field.Name}' for {Parts.Length} texts, which gives more than {most:#,0} combinations"), "Ask for fewer texts, or give the field a picklist and name its values with 'in'.");
        var (ofNames, ofRest) = (Signatures(Column(names)), Signatures(Column(rest.Select(r => r.Example))));
        var cells = new List<AxisCell>();
        foreach (var group in names.Select((n, i) => (n, i)).GroupBy(n => ofNames[n.i], StringComparer.Ordinal))
        {
            foreach (var (name, _) in group) named.Add(name, cells.Count);
            cells.Add(new AxisCell { Named = [.. group.Select(n => n.n)] });
        }

        foreach (var group in rest.Select((r, i) => (r, i)).GroupBy(r => ofRest[r.i], StringComparer.Ordinal))
        {
            others.Add(group.Key, cells.Count);
            cells.Add(new AxisCell { Others = [.. group.Select(r => r.r)] });
        }

        return cells;
    }

    private int[] LocateTexts(TextColumn column)
    {
        var dictionary = column.Dictionary.ToArray();
        var answers = Signatures(Column(dictionary));
        return [.. dictionary.Select((text, i) => named.TryGetValue(text, out var cell) ? cell : others[answers[i]])];
    }

    private int LocateNumber(double value)
    {
        if (IsWhole && Math.Floor(value) != value) return -1;
        var (low, high) = (0, Cells.Length - 2);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var range = Cells[middle].Range;
            if (value < range.High || (range.HighIncluded && value == range.High)) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>Returns one text a value: its answers to every question.</summary>
    private string[] Signatures(Column values)
    {
        var table = new Table(Field.Name, values);
        var answers = questions.Select(q => q.Evaluate(table, asOf)).ToArray();
        return [.. Enumerable.Range(0, values.Length).Select(i => string.Concat(answers.Select(a => (char)('0' + (int)a[i]))))];
    }
}
