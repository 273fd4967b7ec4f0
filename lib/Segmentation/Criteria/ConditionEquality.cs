using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>Compares two trees: the same rule, or the same but for the values it compares with. Places in the text do not count.</summary>
internal static class ConditionEquality
{
    /// <summary>Returns the values that differ; null where the trees differ in more than values.</summary>
    public static ImmutableArray<LiteralChange>? Changes(Condition before, Condition after)
    {
        var changes = ImmutableArray.CreateBuilder<LiteralChange>();
        return IsAligned(before, after, changes) ? changes.ToImmutable() : null;
    }

    /// <summary>Tells whether two values are one: text without regard to case, as it is compared.</summary>
    public static bool SameValue(Operand left, Operand right) => (left, right) switch
    {
        (TextOperand a, TextOperand b) => a.Value.Equals(b.Value, StringComparison.OrdinalIgnoreCase),
        _ => left == right,
    };

    private static bool IsAligned(Condition before, Condition after, ImmutableArray<LiteralChange>.Builder changes)
    {
        switch (before, after)
        {
            case (Always, Always):
                return true;
            case (AllOf a, AllOf b):
                return AreAligned(a.Parts, b.Parts, changes);
            case (AnyOf a, AnyOf b):
                return AreAligned(a.Parts, b.Parts, changes);
            case (NotOf a, NotOf b):
                return IsAligned(a.Inner, b.Inner, changes);
            case (IsBlank a, IsBlank b):
                return a.Field == b.Field;
            case (Compared a, Compared b) when a.Field == b.Field && a.Operator == b.Operator:
                return AreAligned(a.Field, a.Value, b.Value, changes);
            case (Between a, Between b) when a.Field == b.Field:
                return AreAligned(a.Field, a.From, b.From, changes) && AreAligned(a.Field, a.To, b.To, changes);
            case (OneOf a, OneOf b) when a.Field == b.Field:
                if (!a.Values.All(v => b.Values.Any(w => SameValue(v, w))) || !b.Values.All(v => a.Values.Any(w => SameValue(v, w))))
                    changes.Add(new(a.Field, ConditionWords.List(a.Values, "or"), ConditionWords.List(b.Values, "or"), IsThreshold: false));
                return true;
            case (Contains a, Contains b) when a.Field == b.Field:
                if (!a.Part.Equals(b.Part, StringComparison.OrdinalIgnoreCase)) changes.Add(new(a.Field, a.Part, b.Part, IsThreshold: false));
                return true;
            default:
                return false;
        }
    }

    private static bool AreAligned(ImmutableArray<Condition> before, ImmutableArray<Condition> after, ImmutableArray<LiteralChange>.Builder changes) =>
        before.Length == after.Length && before.Zip(after).All(p => IsAligned(p.First, p.Second, changes));

    private static bool AreAligned(string field, Operand before, Operand after, ImmutableArray<LiteralChange>.Builder changes)
    {
        var isThreshold = IsThreshold(before);
        if (isThreshold != IsThreshold(after)) return false;
        if (!SameValue(before, after)) changes.Add(new(field, ConditionWords.Of(before), ConditionWords.Of(after), isThreshold));
        return true;
    }

    private static bool IsThreshold(Operand operand) => operand is NumberOperand or DateOperand or RelativeDateOperand;
}
