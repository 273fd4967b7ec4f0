using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Finds why records moved: what the earlier framework makes of the later values, the later framework of the earlier values, and each of a record's values alone.</summary>
internal sealed class MovementCauses
{
    private readonly ImmutableArray<(int Before, int After)> moved;
    private readonly (SegmentationFramework Framework, RecordAssignment Assigned) before;
    private readonly (SegmentationFramework Framework, RecordAssignment Assigned) after;
    private readonly Trial underOld;
    private readonly Trial underNew;
    private readonly Dictionary<MovementRule, (bool[] OnOld, bool[] OnNew)> decides = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> lacking = new(StringComparer.Ordinal);

    /// <summary>Decides the records that moved again, in every combination of framework and values.</summary>
    public MovementCauses(SegmentationFramework oldFramework, RecordAssignment earlier, SegmentationFramework newFramework, RecordAssignment later, ImmutableArray<(int Before, int After)> moved)
    {
        (this.moved, before, after) = (moved, (oldFramework, earlier), (newFramework, later));
        var was = RecordRows.Take(earlier.Records, [.. moved.Select(m => m.Before)]);
        var now = RecordRows.Take(later.Records, [.. moved.Select(m => m.After)]);
        underOld = new Trial(oldFramework, RecordRows.Fit(was, now, oldFramework, lacking), RecordRows.Fit(now, was, oldFramework, lacking));
        underNew = new Trial(newFramework, RecordRows.Fit(was, now, newFramework, lacking), RecordRows.Fit(now, was, newFramework, lacking));
    }

    /// <summary>Gets the fields that one side's records have no values of.</summary>
    public IReadOnlySet<string> Lacking => lacking;

    /// <summary>Returns the cause of a movement, in words, and the values that bear on it.</summary>
    /// <param name="i">Zero-based place of the record among those that moved.</param>
    /// <param name="was">The dimension before.</param>
    /// <param name="now">The dimension after.</param>
    /// <param name="rules">What differs between the two.</param>
    public (MovementCause Cause, string Why, ImmutableArray<MovementValue> Values) Of(int i, DimensionAssignment was, DimensionAssignment now, MovementRules rules)
    {
        var (b, a) = moved[i];
        var (from, to, dimension) = (was.NameOf(b), now.NameOf(a), now.Dimension.Name);
        if (was.State[b] != AssignmentState.Excluded && now.State[a] != AssignmentState.Excluded && (was.State[b] == AssignmentState.Overridden || now.State[a] == AssignmentState.Overridden))
            return (MovementCause.Override, OverrideText(i, dimension, was.State[b] == AssignmentState.Overridden, now.State[a] == AssignmentState.Overridden), []);

        var dataGives = underOld.PlaceWithNew(dimension, i) == to;
        var ruleGives = underNew.PlaceWithOld(dimension, i) == to;
        var isExclusion = from == DimensionAssignment.Excluded || to == DimensionAssignment.Excluded;
        var (values, hasTime) = ruleGives && !dataGives ? ([], false) : (dataGives ? underOld : underNew).Decisive(dimension, i, to);
        var data = string.Join(hasTime is null ? " or " : " and ", values.Select(MovementWords.Of).Concat(hasTime == true
            ? [$"as-of date {DateColumn.Show(before.Assigned.Records.AsOf.Date)} → {DateColumn.Show(after.Assigned.Records.AsOf.Date)}"] : []));
        if (isExclusion) return (MovementCause.Exclusion, ExclusionText(i, dataGives || !ruleGives ? data : string.Empty), values);
        if (dataGives && !ruleGives) return (DataCause(values), data, values);
        var (isThreshold, rule) = RuleText(i, rules, onOld: ruleGives);
        if (ruleGives && !dataGives) return (isThreshold ? MovementCause.ThresholdChanged : MovementCause.RuleChanged, rule, []);
        return (dataGives ? MovementCause.DataOrRule : MovementCause.DataAndRule, $"{data}; {rule}", values);
    }

    private static MovementCause DataCause(ImmutableArray<MovementValue> values) =>
        values.IsEmpty ? MovementCause.TimePassed
        : values.All(v => v.From is null) ? MovementCause.BlankFilled
        : values.All(v => v.To is null) ? MovementCause.ValueBlanked
        : MovementCause.DataChanged;

    private string OverrideText(int i, string dimension, bool wasOverridden, bool isOverridden)
    {
        var (b, a) = moved[i];
        var earlier = Find(before.Framework, before.Assigned.Records.Ids[b]!);
        var later = Find(after.Framework, after.Assigned.Records.Ids[a]!);
        if (isOverridden && later is not null) return $"override by {later.Owner} {(wasOverridden ? "changed" : "set")}, until {DateColumn.Show(later.Expires)}: {later.Reason}";
        return later is not null && later.Expires.Date < after.Assigned.Records.AsOf.Date ? $"override by {later.Owner} expired on {DateColumn.Show(later.Expires)}" : $"override by {earlier?.Owner} withdrawn";

        Override? Find(SegmentationFramework framework, string id) => framework.Overrides.LastOrDefault(o => o.RecordId == id && o.Dimension == dimension);
    }

    private string ExclusionText(int i, string data)
    {
        var (b, a) = moved[i];
        var (was, now) = (before.Assigned.Exclusion[b], after.Assigned.Exclusion[a]);
        var what = now >= 0 ? $"{after.Framework.Exclusions[now].Name} holds" : $"{before.Framework.Exclusions[was].Name} no longer holds";
        return $"{what}: {(data.Length > 0 ? data : "the exclusions changed")}";
    }

    /// <summary>Returns what changed in the rules that this record's values answer differently; where the answers are the same, everything that changed in the dimension.</summary>
    private (bool IsThreshold, string Text) RuleText(int i, MovementRules rules, bool onOld)
    {
        var felt = rules.Criteria.Where(r => Differs(r) is var (old, now) && (onOld ? old : now)[i]).ToArray();
        if (felt.Length > 0) return (felt.All(f => f.IsThreshold), string.Join("; ", felt.Select(f => f.Text)));
        if (!rules.Others.IsEmpty) return (false, string.Join("; ", rules.Others));
        if (!rules.Criteria.IsEmpty) return (rules.Criteria.All(f => f.IsThreshold), string.Join("; ", rules.Criteria.Select(f => f.Text)));
        return (false, "the exclusions or fields of the framework changed");
    }

    private (bool[] OnOld, bool[] OnNew) Differs(MovementRule rule)
    {
        if (decides.TryGetValue(rule, out var known)) return known;
        return decides[rule] = (Compare(underOld.Old, underNew.Old), Compare(underOld.New, underNew.New));

        bool[] Compare(FrameworkRecords forBefore, FrameworkRecords forAfter)
        {
            var (was, now) = (rule.Before?.Evaluate(forBefore.Fields, forBefore.AsOf), rule.After?.Evaluate(forAfter.Fields, forAfter.AsOf));
            var differs = new bool[moved.Length];
            for (var row = 0; row < differs.Length; row++) differs[row] = (was?[row] ?? Truth.False) != (now?[row] ?? Truth.False);
            return differs;
        }
    }

    /// <summary>One framework run on the earlier values, the later ones, and mixtures of both.</summary>
    private sealed class Trial(SegmentationFramework framework, FrameworkRecords old, FrameworkRecords @new)
    {
        private readonly Dictionary<string, Dictionary<string, string[]>> places = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string[]> fieldsOf = new(StringComparer.Ordinal);

        public FrameworkRecords Old => old;

        public FrameworkRecords New => @new;

        public string PlaceWithOld(string dimension, int i) => Place("old", () => old, dimension)[i];

        public string PlaceWithNew(string dimension, int i) => Place("new", () => @new, dimension)[i];

        /// <summary>Returns the changed values that move a record: those of which each alone does; else those without which it would not have moved; else all.</summary>
        /// <returns>The values; and whether the passing of time is one of them, null where the values are alternatives.</returns>
        public (ImmutableArray<MovementValue> Values, bool? HasTime) Decisive(string dimension, int i, string to)
        {
            var changed = FieldsOf(dimension).Where(f => Differs(old.Fields[f], @new.Fields[f], i)).ToArray();
            var alone = changed.Where(f => Place($"+{f}", () => RecordRows.With(old, @new.Fields[f]), dimension)[i] == to).ToArray();
            if (alone.Length > 0) return (Values(alone), alone.Length > 1 ? null : false);
            var timePassed = old.AsOf.Date != @new.AsOf.Date;
            if (timePassed && Place("+time", () => old with { AsOf = @new.AsOf }, dimension)[i] == to) return ([], true);
            var needed = changed.Where(f => Place($"-{f}", () => RecordRows.With(@new, old.Fields[f]), dimension)[i] != to).ToArray();
            var needsTime = timePassed && Place("-time", () => @new with { AsOf = old.AsOf }, dimension)[i] != to;
            return (Values(needed.Length > 0 ? needed : changed), needsTime);

            ImmutableArray<MovementValue> Values(string[] fields) => [.. fields.Select(f => new MovementValue(f, Shown(old.Fields[f], i), Shown(@new.Fields[f], i)))];
        }

        private string[] Place(string mixture, Func<FrameworkRecords> records, string dimension)
        {
            if (!places.TryGetValue(mixture, out var known))
                places[mixture] = known = Assignment.Run(framework, records()).Dimensions.ToDictionary(d => d.Dimension.Name, RecordRows.Places, StringComparer.Ordinal);
            return known[dimension];
        }

        private string[] FieldsOf(string dimension)
        {
            if (fieldsOf.TryGetValue(dimension, out var known)) return known;
            return fieldsOf[dimension] = [.. framework.DimensionsOf(old.Of).Where(d => d.Name == dimension).SelectMany(d => d.Segments).SelectMany(s => s.Criteria.Fields)
                .Concat(framework.Exclusions.Where(e => e.Of == old.Of).SelectMany(e => e.Criteria.Fields)).Distinct(StringComparer.Ordinal)];
        }

        private static bool Differs(Column one, Column other, int row) => one.IsNull(row) != other.IsNull(row) || (!one.IsNull(row) && one.Raw(row) != other.Raw(row));

        private static string? Shown(Column column, int row) => column.IsNull(row) ? null : column.Display(row);
    }
}
