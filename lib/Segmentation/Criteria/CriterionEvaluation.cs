using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Segmentation.Tables;

namespace Segmentation.Criteria;

/// <summary>Answers a condition for every record: one pass over the column of each comparison, joined block by block.</summary>
internal static class CriterionEvaluation
{
    /// <summary>Rows answered at a time: the answers of a block stay in the nearest cache while they are joined.</summary>
    private const int Block = 8192;

    /// <summary>Answers the rows from one on, as many as there is room for.</summary>
    internal delegate void Pass(int start, Span<Truth> answers);

    /// <summary>Returns the answers of all rows.</summary>
    public static Truth[] Of(Condition condition, Table records, DateTime asOf, IReadOnlySet<string>? blanked)
    {
        var answers = new Truth[records.RowCount];
        var pass = Compile(condition, new ColumnPasses(records, asOf, blanked));
        for (var start = 0; start < answers.Length; start += Block) pass(start, answers.AsSpan(start, Math.Min(Block, answers.Length - start)));
        return answers;
    }

    /// <summary>Returns the answer of one row, with those of its parts.</summary>
    public static CriterionTrace Explain(Condition condition, Table records, int row, DateTime asOf, IReadOnlySet<string>? blanked)
    {
        var passes = new ColumnPasses(records, asOf, blanked) { IsOneRow = true };
        return Trace(condition);

        CriterionTrace Trace(Condition node)
        {
            Span<Truth> answer = stackalloc Truth[1];
            Compile(node, passes)(row, answer);
            if (node is AllOf or AnyOf or NotOf or Always) return new(node, answer[0], [.. Parts(node).Select(Trace)]);
            var field = Criterion.FieldsOf(node).First();
            var column = passes.IsBlanked(field) ? null : records[field];
            return new(node, answer[0], []) { Field = field, Value = column is null || column.IsNull(row) ? null : column.Display(row), IsPersonal = column?.IsPersonal ?? false };
        }
    }

    private static ImmutableArray<Condition> Parts(Condition condition) => condition switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        NotOf not => [not.Inner],
        _ => [],
    };

    private static Pass Compile(Condition condition, ColumnPasses columns)
    {
        switch (condition)
        {
            case Always:
                return (_, answers) => answers.Fill(Truth.True);
            case NotOf not:
                var inner = Compile(not.Inner, columns);
                return (start, answers) =>
                {
                    inner(start, answers);
                    Negate(answers);
                };
            case AllOf or AnyOf:
                var (first, others) = Parts(condition).Select(p => Compile(p, columns)).ToArray() switch { [var head, .. var tail] => (head, tail), _ => throw new InvalidOperationException("A condition that joins others has none.") };
                var isAll = condition is AllOf;
                var scratch = new Truth[columns.IsOneRow ? 1 : Block];
                return (start, answers) =>
                {
                    first(start, answers);
                    var more = scratch.AsSpan(0, answers.Length);
                    foreach (var other in others)
                    {
                        other(start, more);
                        if (isAll) Lower(answers, more);
                        else Raise(answers, more);
                    }
                };
            default:
                return columns.Of(condition);
        }
    }

    /// <summary>Not: false and true change places, unknown stays.</summary>
    internal static void Negate(Span<Truth> answers)
    {
        var bytes = MemoryMarshal.AsBytes(answers);
        var at = 0;
        var most = new Vector<byte>((byte)Truth.True);
        for (; at <= bytes.Length - Vector<byte>.Count; at += Vector<byte>.Count) (most - new Vector<byte>(bytes[at..])).CopyTo(bytes[at..]);
        for (; at < bytes.Length; at++) bytes[at] = (byte)((byte)Truth.True - bytes[at]);
    }

    /// <summary>And: the lower answer.</summary>
    private static void Lower(Span<Truth> answers, Span<Truth> more)
    {
        var bytes = MemoryMarshal.AsBytes(answers);
        var others = MemoryMarshal.AsBytes(more);
        var at = 0;
        for (; at <= bytes.Length - Vector<byte>.Count; at += Vector<byte>.Count) Vector.Min(new Vector<byte>(bytes[at..]), new Vector<byte>(others[at..])).CopyTo(bytes[at..]);
        for (; at < bytes.Length; at++) bytes[at] = Math.Min(bytes[at], others[at]);
    }

    /// <summary>Or: the higher answer.</summary>
    private static void Raise(Span<Truth> answers, Span<Truth> more)
    {
        var bytes = MemoryMarshal.AsBytes(answers);
        var others = MemoryMarshal.AsBytes(more);
        var at = 0;
        for (; at <= bytes.Length - Vector<byte>.Count; at += Vector<byte>.Count) Vector.Max(new Vector<byte>(bytes[at..]), new Vector<byte>(others[at..])).CopyTo(bytes[at..]);
        for (; at < bytes.Length; at++) bytes[at] = Math.Max(bytes[at], others[at]);
    }
}
