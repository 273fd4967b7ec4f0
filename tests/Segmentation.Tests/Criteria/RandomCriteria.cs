using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Tests.Criteria;

/// <summary>Rules and records of every type from a seed; the rules' values are often in the records, so that boundaries are hit.</summary>
internal sealed class RandomCriteria(int seed)
{
    public static readonly ImmutableArray<FieldDefinition> Fields =
    [
        new("people", FieldType.Whole), new("amount", FieldType.Number), new("name", FieldType.Text), new("a name, with \"signs\" and `more`", FieldType.Text),
        new("day", FieldType.Date), new("flag", FieldType.Flag), new("account.size", FieldType.Whole), new("blank", FieldType.Number), new("größe", FieldType.Whole),
    ];

    private static readonly double[] Amounts = [0, -1, 1, 0.1, 0.30000000000000004, 1e-7, 123456.789, -500000, 1e15, 999999999999999, 5e-324, 1.5e6];
    private static readonly double[] Wholes = [0, -1, 1, 2, 99, 100, 1000, 10000, 123456789, 1e15];
    private static readonly string[] Texts =
        ["Technology", "technology", "TECHNOLOGY ", "Oil and Gas", "or", "blank", "1000", "2026-06-30", "a \"quoted\" one", "Zoë", "Zoe", "R&D", "A && B", "x, y", "as_of", "not", " ", "日本", "[x]", "it's", "a-b/c.d", "yes", "'x'", "ﬁ", "ß", "SS"];

    private static readonly DateTime[] Days = [new(2026, 6, 30), new(2026, 6, 29), new(2026, 7, 1), new(2026, 4, 1), new(2025, 6, 30), new(1, 1, 1), new(9999, 12, 31)];

    private readonly Random random = new(seed);

    /// <summary>Returns a condition of at most some levels, as the parser would build it.</summary>
    public Condition Next(int depth)
    {
        if (depth == 0 || random.Next(4) == 0) return Single();
        switch (random.Next(3))
        {
            case 0: return new NotOf(Next(depth - 1));
            case 1: return new AllOf([.. Parts(depth).SelectMany(p => p is AllOf inner ? inner.Parts : [p])]);
            default: return new AnyOf([.. Parts(depth).SelectMany(p => p is AnyOf inner ? inner.Parts : [p])]);
        }
    }

    /// <summary>Returns records: times of day, blanks, columns without any value or without any blank.</summary>
    public Table Records(int rows)
    {
        return new("records", Fields.Select(Column));

        Column Column(FieldDefinition field)
        {
            var blanks = random.Next(5) switch { 0 => 0.0, 1 => 1.0, _ => 0.25 };
            bool Blank() => random.NextDouble() < blanks;
            return field.Type switch
            {
                FieldType.Number => Segmentation.Tables.Column.Of(field.Name, Draw(() => Blank() ? (double?)null : random.Next(20) == 0 ? double.PositiveInfinity : Pick(Amounts) + random.Next(-1, 2))),
                FieldType.Whole => Segmentation.Tables.Column.Of(field.Name, Draw(() => Blank() ? (double?)null : Pick(Wholes) + random.Next(-1, 2))),
                FieldType.Date => Segmentation.Tables.Column.Of(field.Name, Draw(() => Blank() ? (DateTime?)null : Pick(Days).AddHours(random.Next(24)))),
                FieldType.Flag => Segmentation.Tables.Column.Of(field.Name, Draw(() => Blank() ? (bool?)null : random.Next(2) == 0)),
                _ => Segmentation.Tables.Column.Of(field.Name, Draw(() => Blank() ? null : Pick(Texts) + (random.Next(3) == 0 ? "x" : string.Empty))),
            };
        }

        IEnumerable<T> Draw<T>(Func<T> next) => Enumerable.Range(0, rows).Select(_ => next()).ToArray();
    }

    public ImmutableHashSet<string> Blanked() => [.. Fields.Select(f => f.Name).Where(_ => random.Next(4) == 0)];

    private Condition[] Parts(int depth) => [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Next(depth - 1))];

    private Condition Single()
    {
        var field = Pick([.. Fields]);
        if (random.Next(8) == 0) return new IsBlank(field.Name);
        if (field.Type == FieldType.Flag) return new Compared(field.Name, Pick([ComparisonOperator.Equal, ComparisonOperator.NotEqual]), new FlagOperand(random.Next(2) == 0));
        switch (random.Next(4))
        {
            case 0: return new OneOf(field.Name, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Value(field)).DistinctBy(v => v is TextOperand t ? t.Value.ToUpperInvariant() : (object)v)]);
            case 1 when field.Type == FieldType.Text: return new Contains(field.Name, Pick(Texts));
            case 1:
                var (from, to) = (Value(field), Value(field));
                if (from is RelativeDateOperand || to is RelativeDateOperand || Low(from) <= Low(to)) return from is RelativeDateOperand && to is RelativeDateOperand ? new Between(field.Name, from, from) : new Between(field.Name, from, to);
                return new Between(field.Name, to, from);
            default:
                return new Compared(field.Name, (ComparisonOperator)random.Next(field.Type == FieldType.Text ? 2 : 6), Value(field));
        }
    }

    private static double Low(Operand operand) => operand is NumberOperand number ? number.Value : ((DateOperand)operand).Value.Ticks;

    private Operand Value(FieldDefinition field) => field.Type switch
    {
        FieldType.Number => new NumberOperand(Pick(Amounts)),
        FieldType.Whole => new NumberOperand(Pick(Wholes)),
        FieldType.Text => new TextOperand(Pick(Texts)),
        _ when random.Next(2) == 0 => new DateOperand(Pick(Days)),
        _ => random.Next(5) == 0 ? new RelativeDateOperand(0, DateUnit.Days) : new RelativeDateOperand(Pick([-90, -1, 1, 3, 100]), Pick([DateUnit.Days, DateUnit.Weeks, DateUnit.Months, DateUnit.Years])),
    };

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
