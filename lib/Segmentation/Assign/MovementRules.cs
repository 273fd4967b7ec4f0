using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>What differs between two versions of one dimension, so far as it decides: criteria by segment, their order, policies, value fields.</summary>
internal sealed class MovementRules
{
    /// <summary>Compares two versions of a dimension.</summary>
    public MovementRules(SegmentationFramework oldFramework, Dimension before, SegmentationFramework newFramework, Dimension after)
    {
        var changes = ImmutableArray.CreateBuilder<MovementRule>();
        foreach (var now in after.Segments)
        {
            if (before.Segments.FirstOrDefault(s => s.Name == now.Name) is not { } was) changes.Add(new(null, now.Criteria, false, $"{now.Name} is new: {now.Criteria.Text}"));
            else if (Literals(was.Criteria.Root, now.Criteria.Root) is not { } literals) changes.Add(new(was.Criteria, now.Criteria, false, $"{now.Name}: {was.Criteria.Text} → {now.Criteria.Text}"));
            else if (literals.Count > 0) changes.Add(new(was.Criteria, now.Criteria, literals.All(l => l.IsThreshold), $"{now.Name}: {string.Join(", ", literals.Select(l => l.Text))}"));
        }

        foreach (var gone in before.Segments.Where(s => after.Segments.All(now => now.Name != s.Name))) changes.Add(new(gone.Criteria, null, false, $"{gone.Name} is gone: {gone.Criteria.Text}"));
        Criteria = changes.ToImmutable();
        Others = [.. OtherChanges(oldFramework, before, newFramework, after)];
    }

    /// <summary>Gets the segments whose criteria differ.</summary>
    public ImmutableArray<MovementRule> Criteria { get; }

    /// <summary>Gets what else differs, in words.</summary>
    public ImmutableArray<string> Others { get; }

    /// <summary>Returns the literals in which two conditions of one shape differ; null where they differ in more.</summary>
    public static List<MovementLiteral>? Literals(Condition before, Condition after)
    {
        var found = new List<MovementLiteral>();
        return Same(before, after, found) ? found : null;
    }

    private static IEnumerable<string> OtherChanges(SegmentationFramework oldFramework, Dimension before, SegmentationFramework newFramework, Dimension after)
    {
        var (was, now) = (Shared(before, after), Shared(after, before));
        if (!was.SequenceEqual(now)) yield return $"order of segments: {string.Join(", ", was)} → {string.Join(", ", now)}";
        if (oldFramework.Blanks != newFramework.Blanks) yield return $"policy of blanks: {oldFramework.Blanks} → {newFramework.Blanks}";
        if (oldFramework.Conflicts != newFramework.Conflicts) yield return $"policy of conflicts: {oldFramework.Conflicts} → {newFramework.Conflicts}";
        var (oldValues, newValues) = (Values(oldFramework), Values(newFramework));
        if (!oldValues.SequenceEqual(newValues)) yield return $"value fields: {List(oldValues)} → {List(newValues)}";

        string[] Values(SegmentationFramework framework) => [.. framework.Fields.Where(f => f.Of == after.Of && f.Definition.IsValue).Select(f => f.Definition.Name).Order(StringComparer.Ordinal)];
        static string List(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);
        static string[] Shared(Dimension one, Dimension other) => [.. one.Segments.Select(s => s.Name).Where(n => other.Segments.Any(s => s.Name == n))];
    }

    private static bool Same(Condition before, Condition after, List<MovementLiteral> found)
    {
        switch (before, after)
        {
            case (AllOf a, AllOf b): return Parts(a.Parts, b.Parts, found);
            case (AnyOf a, AnyOf b): return Parts(a.Parts, b.Parts, found);
            case (NotOf a, NotOf b): return Same(a.Inner, b.Inner, found);
            case (Compared a, Compared b) when a.Field == b.Field && a.Operator == b.Operator: return Literal($"{a.Field} {MovementWords.Of(a.Operator)} ", a.Value, b.Value, found);
            case (Between a, Between b) when a.Field == b.Field: return Literal($"{a.Field} between ", a.From, b.From, found) && Literal($"{a.Field} between … and ", a.To, b.To, found);
            case (OneOf a, OneOf b) when a.Field == b.Field && a.Values.Length == b.Values.Length: return a.Values.Zip(b.Values).All(v => Literal($"{a.Field} in ", v.First, v.Second, found));
            case (Contains a, Contains b) when a.Field == b.Field: return Literal($"{a.Field} contains ", new TextOperand(a.Part), new TextOperand(b.Part), found);
            case (IsBlank a, IsBlank b): return a.Field == b.Field;
            default: return before is Always && after is Always;
        }
    }

    private static bool Parts(ImmutableArray<Condition> before, ImmutableArray<Condition> after, List<MovementLiteral> found) =>
        before.Length == after.Length && before.Zip(after).All(p => Same(p.First, p.Second, found));

    private static bool Literal(string start, Operand before, Operand after, List<MovementLiteral> found)
    {
        // A date may become relative to the as-of date; a number never becomes a text: the field's type is another then.
        var isThreshold = before is NumberOperand or DateOperand or RelativeDateOperand;
        if (isThreshold != after is NumberOperand or DateOperand or RelativeDateOperand) return false;
        if (before != after) found.Add(new(isThreshold, $"{start}{MovementWords.Of(before)} → {MovementWords.Of(after)}"));
        return true;
    }
}
