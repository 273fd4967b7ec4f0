using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Criteria;

/// <summary>Makes the pass over the column that a comparison looks at.</summary>
internal sealed class ColumnPasses(Table records, DateTime asOf, IReadOnlySet<string>? blanked)
{
    /// <summary>Gets whether one row is asked for, so that a text is not answered for the values of all others.</summary>
    public bool IsOneRow { get; init; }

    /// <summary>Tells whether a field is taken as blank.</summary>
    public bool IsBlanked(string field) => blanked?.Contains(field) == true;

    /// <summary>Returns the pass of a comparison.</summary>
    /// <exception cref="ArgumentException">The records have no such column, or one of another type.</exception>
    public CriterionEvaluation.Pass Of(Condition condition)
    {
        var field = Criterion.FieldsOf(condition).First();
        if (IsBlanked(field)) return Constant(condition is IsBlank ? Truth.True : Truth.Unknown);
        var column = records.Find(field) ?? throw new ArgumentException(
            $"Table '{records.Name}' has no column '{field}', but the condition '{condition.ToText()}' looks at it. It has: {string.Join(", ", records.Columns.Select(c => c.Name))}. Add the column, or take the records with every field of the framework.");
        if (condition is IsBlank) return Blank(column);
        // A column without any value has no type of its own: an export cannot tell.
        return column.NullCount == column.Length ? Constant(Truth.Unknown) : Compare(condition, column);
    }

    private CriterionEvaluation.Pass Compare(Condition condition, Column column) => condition switch
    {
        Contains contains => Text(Typed<TextColumn>(condition, column), v => v.Contains(contains.Part, StringComparison.OrdinalIgnoreCase)),
        Compared { Operator: ComparisonOperator.NotEqual } other => Negated(Compare(other with { Operator = ComparisonOperator.Equal }, column)),
        Compared { Value: TextOperand text } => Text(Typed<TextColumn>(condition, column), v => v.Equals(text.Value, StringComparison.OrdinalIgnoreCase)),
        Compared { Value: FlagOperand flag } => Flag(Typed<BooleanColumn>(condition, column), flag.Value),
        Compared { Value: NumberOperand number } compared => Number(Typed<NumberColumn>(condition, column), [Bounds(compared.Operator, number.Value)]),
        Compared compared => Date(Typed<DateColumn>(condition, column), [Bounds(compared.Operator, Day(compared.Value))]),
        Between { From: NumberOperand from, To: NumberOperand to } => Number(Typed<NumberColumn>(condition, column), [(from.Value, to.Value)]),
        Between between => Date(Typed<DateColumn>(condition, column), [(Day(between.From), LastTick(Day(between.To)))]),
        OneOf { Values: [TextOperand, ..] } one => Text(Typed<TextColumn>(condition, column), one.Values.Select(v => ((TextOperand)v).Value).ToHashSet(StringComparer.OrdinalIgnoreCase).Contains),
        OneOf { Values: [NumberOperand, ..] } one => Number(Typed<NumberColumn>(condition, column), [.. one.Values.Select(v => Bounds(ComparisonOperator.Equal, ((NumberOperand)v).Value))]),
        OneOf one => Date(Typed<DateColumn>(condition, column), [.. one.Values.Select(v => Bounds(ComparisonOperator.Equal, Day(v)))]),
        _ => throw new InvalidOperationException($"A condition of type {condition.GetType().Name} cannot be answered."),
    };

    /// <summary>Lowest and highest number that a comparison with one holds for, both included.</summary>
    private static (double Low, double High) Bounds(ComparisonOperator comparison, double value) => comparison switch
    {
        ComparisonOperator.Equal => (value, value),
        ComparisonOperator.Less => (double.NegativeInfinity, Math.BitDecrement(value)),
        ComparisonOperator.LessOrEqual => (double.NegativeInfinity, value),
        ComparisonOperator.Greater => (Math.BitIncrement(value), double.PositiveInfinity),
        _ => (value, double.PositiveInfinity),
    };

    /// <summary>First and last tick that a comparison with a day holds for, both included: the time of day does not count.</summary>
    private static (long Low, long High) Bounds(ComparisonOperator comparison, long day) => comparison switch
    {
        ComparisonOperator.Equal => (day, LastTick(day)),
        ComparisonOperator.Less => (0, day - 1),
        ComparisonOperator.LessOrEqual => (0, LastTick(day)),
        ComparisonOperator.Greater => (LastTick(day) + 1, long.MaxValue),
        _ => (day, long.MaxValue),
    };

    private static long LastTick(long day) => day + TimeSpan.TicksPerDay - 1;

    private long Day(Operand operand) => operand switch
    {
        DateOperand date => date.Value.Date.Ticks,
        RelativeDateOperand relative => relative.On(asOf).Ticks,
        _ => throw new InvalidOperationException($"A value of type {operand.GetType().Name} is no date."),
    };

    private TColumn Typed<TColumn>(Condition condition, Column column)
        where TColumn : Column => column as TColumn ?? throw new ArgumentException(
            $"Table '{records.Name}': column '{column.Name}' holds {column.Type} values, but the condition '{condition.ToText()}' needs {typeof(TColumn).Name.Replace("Column", string.Empty, StringComparison.Ordinal)}. Correct the type of the column in workspace.yaml, or of the field in the framework.");

    private static CriterionEvaluation.Pass Constant(Truth answer) => (_, answers) => answers.Fill(answer);

    private static CriterionEvaluation.Pass Negated(CriterionEvaluation.Pass pass) => (start, answers) =>
    {
        pass(start, answers);
        CriterionEvaluation.Negate(answers);
    };

    private static CriterionEvaluation.Pass Number(NumberColumn column, ImmutableArray<(double Low, double High)> ranges) => (start, answers) =>
    {
        var values = column.Values.Slice(start, answers.Length);
        if (ranges is [var (low, high)])
        {
            for (var row = 0; row < values.Length; row++) answers[row] = Holds(values[row] >= low & values[row] <= high);
        }
        else
        {
            for (var row = 0; row < values.Length; row++)
            {
                var holds = false;
                foreach (var range in ranges) holds |= values[row] >= range.Low & values[row] <= range.High;
                answers[row] = Holds(holds);
            }
        }

        Mark(column.Nulls, start, answers);
    };

    private static CriterionEvaluation.Pass Date(DateColumn column, ImmutableArray<(long Low, long High)> ranges) => (start, answers) =>
    {
        var values = column.Values.Slice(start, answers.Length);
        if (ranges is [var (low, high)])
        {
            for (var row = 0; row < values.Length; row++) answers[row] = Holds(values[row].Ticks >= low & values[row].Ticks <= high);
        }
        else
        {
            for (var row = 0; row < values.Length; row++)
            {
                var holds = false;
                foreach (var range in ranges) holds |= values[row].Ticks >= range.Low & values[row].Ticks <= range.High;
                answers[row] = Holds(holds);
            }
        }

        Mark(column.Nulls, start, answers);
    };

    private static CriterionEvaluation.Pass Flag(BooleanColumn column, bool wanted) => (start, answers) =>
    {
        var values = column.Values.Slice(start, answers.Length);
        for (var row = 0; row < values.Length; row++) answers[row] = Holds(values[row] == wanted);
        Mark(column.Nulls, start, answers);
    };

    /// <summary>A text is answered once per distinct value; the rows look their answer up.</summary>
    private CriterionEvaluation.Pass Text(TextColumn column, Func<string, bool> holds)
    {
        if (IsOneRow) return (row, answers) => answers[0] = column[row] is { } value ? Holds(holds(value)) : Truth.Unknown;
        var known = new Truth[column.Dictionary.Length + 1];
        known[0] = Truth.Unknown;
        for (var code = 0; code < column.Dictionary.Length; code++) known[code + 1] = Holds(holds(column.Dictionary[code]));
        return (start, answers) =>
        {
            // A blank has code -1, and so the place before the first value.
            var codes = column.Codes.Slice(start, answers.Length);
            for (var row = 0; row < codes.Length; row++) answers[row] = known[codes[row] + 1];
        };
    }

    private static CriterionEvaluation.Pass Blank(Column column) => (start, answers) =>
    {
        answers.Clear();
        Mark(column.Nulls, start, answers, Truth.True);
    };

    private static Truth Holds(bool holds) => (Truth)(Unsafe.BitCast<bool, byte>(holds) << 1);

    /// <summary>Gives the blank rows an answer of their own, looking at 64 rows at a time.</summary>
    private static void Mark(NullMask nulls, int start, Span<Truth> answers, Truth answer = Truth.Unknown)
    {
        if (nulls.Count == 0) return;
        var end = start + answers.Length;
        for (var word = start >> 6; word << 6 < end; word++)
        {
            for (var bits = nulls.Words[word]; bits != 0; bits &= bits - 1)
            {
                var row = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (row >= start && row < end) answers[row - start] = answer;
            }
        }
    }
}
