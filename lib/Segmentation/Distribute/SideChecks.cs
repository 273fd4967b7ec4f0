using System.Globalization;
using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;

namespace Segmentation.Distribute;

/// <summary>Checks the distribution of the accounts, or of the contacts.</summary>
internal sealed class SideChecks(DistributionResult distribution, DistributionTotals totals)
{
    private readonly EntityKind of = totals.Of;
    private readonly PlaybookLimits limits = distribution.Limits;
    private readonly string noun = SnakeName.Of(totals.Of);
    private readonly RecordAssignment records = distribution.Assignment.Find(totals.Of)!;

    public IEnumerable<DistributionCheck> All()
    {
        if (of == EntityKind.Accounts) yield return Population();
        yield return DimensionCount();
        yield return MicroSegments();
        if (of == EntityKind.Accounts) yield return Assigned();
        foreach (var dimension in distribution.Dimensions.Where(d => d.Of == of))
        {
            if (of == EntityKind.Accounts) yield return SegmentCount(dimension);
            yield return Largest(dimension);
            foreach (var segment in dimension.Segments.Where(s => !s.IsUnassigned)) yield return Size(dimension, segment);
            foreach (var segment in dimension.Segments.Where(s => s.Expected is not null)) yield return Expected(dimension, segment);
            yield return Other(dimension);
            if (of == EntityKind.Accounts) yield return Unassigned(dimension);
            yield return Duplicates(dimension);
            yield return Overrides(dimension.Dimension);
        }
    }

    private DistributionCheck Population()
    {
        var (fewest, fitting) = (limits.FewestAccounts, limits.FittingAccounts);
        var verdict = SegmentLimits.Judge(
            totals.Records < fewest ? (Severity.Error, "segmentation adds nothing") : totals.Records < fitting ? (Severity.Warn, "few for a segmentation") : null,
            Invariant($"a project fits from {fitting:#,0} accounts; below {fewest:#,0} segmentation adds nothing (advisory)"), nameof(limits.FewestAccounts), nameof(limits.FittingAccounts));
        return Check("population", null, null, verdict, Invariant($"{totals.Records:#,0} accounts that no exclusion holds"), totals.Records, totals.Records,
            totals.Records < fewest ? "Segmentation adds nothing at this size: manage each account individually." : "Keep to one or two dimensions, and read every share with its count.");
    }

    private DistributionCheck DimensionCount()
    {
        var count = records.Dimensions.Length;
        var verdict = SegmentLimits.Judge(
            count < limits.FewestDimensions ? (Severity.Warn, "too few") : count > limits.MostDimensions ? (Severity.Error, "over-segmentation") : null,
            Invariant($"{limits.FewestDimensions}-{limits.MostDimensions} dimensions (both playbooks); more is over-segmentation"), nameof(limits.FewestDimensions), nameof(limits.MostDimensions));
        return Check("dimension-count", null, null, verdict, Invariant($"{count:#,0} dimensions of {noun}"), count, totals.Records,
            count < limits.FewestDimensions ? Invariant($"Ask which further difference between {noun} changes what the team does.") : "Drop the dimensions that change nobody's work.");
    }

    private DistributionCheck MicroSegments()
    {
        var combinations = distribution.Combinations(of);
        var (error, warn) = SegmentLimits.Floors(of, limits);
        var micro = combinations.Items.Where(c => c.IsComplete && c.Records < warn).ToArray();
        var verdict = SegmentLimits.Judge(micro.Length >= limits.MicroSegments ? (Severity.Warn, "micro-segments") : null,
            Invariant($"fewer than {limits.MicroSegments:#,0} combinations below {warn:#,0} {noun} (customer success playbook: 15+ micro-segments is the classic failure)"),
            [nameof(limits.MicroSegments), of == EntityKind.Contacts ? nameof(limits.ContactSegmentFewest) : nameof(limits.SmallestSegmentWarn)]);
        return Check("micro-segments", null, null, verdict,
            Invariant($"{combinations.Possible:#,0} combinations possible, {combinations.Occurring:#,0} occur, {micro.Length:#,0} below {warn:#,0} {noun}, {combinations.BelowError:#,0} below {error:#,0}"),
            micro.Length, micro.Sum(c => c.Records), "Act on single dimensions rather than on their combinations, or merge segments.");
    }

    private DistributionCheck Assigned()
    {
        var complete = 0;
        for (var row = 0; row < records.Records.Count; row++)
        {
            if (records.Exclusion[row] < 0 && records.Dimensions.All(d => d.Segment[row] >= 0)) complete++;
        }

        double? share = totals.Records == 0 ? null : (double)complete / totals.Records;
        var verdict = SegmentLimits.Judge(share < 1 ? (Severity.Info, "not all") : null, "100% of active accounts assigned at go-live (customer success playbook); active: no exclusion holds them");
        return Check("assigned-at-go-live", null, null, verdict, share is null ? "no active account" : Invariant($"{complete:#,0} of {totals.Records:#,0} ({share:0.0%}) have a segment in every dimension"),
            share, totals.Records - complete, "Fill the blanks on the alert list before go-live, or override what nobody can find out.");
    }

    private DistributionCheck SegmentCount(DimensionDistribution dimension)
    {
        var count = dimension.Segments.Length - 1;
        var verdict = SegmentLimits.Judge(count < limits.FewestSegments || count > limits.MostSegments ? (Severity.Warn, "number of segments") : null,
            Invariant($"{limits.FewestSegments}-{limits.MostSegments} segments a dimension (customer success playbook)"), nameof(limits.FewestSegments), nameof(limits.MostSegments));
        return Check("segment-count", dimension.Name, null, verdict, Invariant($"{count:#,0} segments"), count, dimension.Records,
            count < limits.FewestSegments ? "Split the largest segment where the team would treat its parts differently." : "Merge the segments that get the same treatment.");
    }

    private DistributionCheck Largest(DimensionDistribution dimension)
    {
        var largest = dimension.Largest;
        var verdict = SegmentLimits.Share(of, largest?.Share, limits);
        return Check("largest-share", dimension.Name, largest?.Name, verdict, largest is null ? "no record has a segment" : Invariant($"{largest.Share:0.0%} of {noun} are {largest.Name}"),
            largest?.Share, largest?.Records ?? 0, $"Split {largest?.Name}: calibrate its threshold against an outcome, or add a criterion that tells its {noun} apart.");
    }

    private DistributionCheck Size(DimensionDistribution dimension, SegmentDistribution segment)
    {
        var verdict = SegmentLimits.Size(of, segment.Records, limits);
        var broad = of == EntityKind.Contacts && segment.Records > limits.ContactSegmentMost;
        return Check("segment-size", dimension.Name, segment.Name, verdict, Invariant($"{segment.Records:#,0} {noun}"), segment.Records, segment.Records,
            segment.Records == 0 ? "Nobody is in it: correct its rule, or take the segment out."
                : broad ? "Split it by a criterion that changes what is sent." : "Merge it with its neighbour, or move the threshold between them.");
    }

    private DistributionCheck Expected(DimensionDistribution dimension, SegmentDistribution segment)
    {
        var deviation = segment.Deviation ?? (segment.Records == 0 ? 0 : double.PositiveInfinity);
        var found = segment.Deviation is null ? Invariant($"{segment.Records:#,0} {noun}, none expected")
            : Invariant($"{segment.Records:#,0} {noun}, {segment.Expected:#,0} expected ({(segment.Deviation < 0 ? string.Empty : "+")}{segment.Deviation:0.0%})");
        return Check("expected-size", dimension.Name, segment.Name, SegmentLimits.Expected(deviation, limits), found, segment.Deviation, segment.Records,
            "Ask what the expectation rested on; correct it, or the threshold, before sign-off.");
    }

    private DistributionCheck Other(DimensionDistribution dimension)
    {
        var others = dimension.Segments.Where(s => s.IsOther).ToArray();
        var count = others.Sum(s => s.Records) + dimension.Unassigned.Records;
        double? share = dimension.Records == 0 ? null : (double)count / dimension.Records;
        var names = string.Join(", ", others.Select(s => s.Name).Append(DimensionAssignment.Unassigned));
        return Check("other-or-blank", dimension.Name, null, SegmentLimits.Other(of, share, limits), share is null ? $"no {noun}" : Invariant($"{share:0.0%} of {noun} in {names}"), share, count,
            "Standardise or enrich the field behind it, and write a rule for what is common among them.");
    }

    private DistributionCheck Unassigned(DimensionDistribution dimension)
    {
        var unassigned = dimension.Unassigned;
        return Check("unassigned", dimension.Name, null, SegmentLimits.Unassigned(of, unassigned.Share, limits),
            unassigned.Share is null ? $"no {noun}" : Invariant($"{unassigned.Share:0.0%} of {noun} Unassigned ({unassigned.Records:#,0})"), unassigned.Share, unassigned.Records,
            "Go back to enrichment for the fields on the alert list, and look at what the rules leave open.");
    }

    private DistributionCheck Duplicates(DimensionDistribution dimension)
    {
        var ids = records.Records.Ids;
        var (first, twice) = (new int[ids.Dictionary.Length], new HashSet<int>());
        Array.Fill(first, -1);
        for (var row = 0; ids.Dictionary.Length < ids.Length - ids.NullCount && row < ids.Length; row++)
        {
            if (ids.Codes[row] is not (>= 0 and var code)) continue;
            if (first[code] < 0) first[code] = row;
            else if (dimension.Assigned.Segment[first[code]] != dimension.Assigned.Segment[row]) twice.Add(code);
        }

        var example = twice.Count == 0 ? string.Empty : $", for example {ids.Dictionary[twice.Min()]}";
        return Check("duplicate-assignment", dimension.Name, null, SegmentLimits.Judge(twice.Count > 0 ? (Severity.Error, "two segments") : null, "no record in two segments of a dimension (QA)"),
            $"{Phrase.Count(twice.Count, "id")} in more than one segment{example}", twice.Count, twice.Count, "Remove the repeated rows from the export, or merge them in the clean-up.");
    }

    private DistributionCheck Overrides(Dimension dimension)
    {
        var (all, asOf) = (distribution.Assignment.Framework.Overrides.Where(o => o.Dimension == dimension.Name).ToArray(), distribution.AsOf.Date);
        var expired = all.Where(o => o.Expires.Date < asOf).ToArray();
        var example = expired.Length == 0 ? string.Empty : Invariant($", the oldest since {expired.Min(o => o.Expires):yyyy-MM-dd}");
        return Check("expired-overrides", dimension.Name, null, SegmentLimits.Judge(expired.Length > 0 ? (Severity.Warn, "expired") : null, "an override holds until its last day, included"),
            Invariant($"{expired.Length:#,0} of {all.Length:#,0} overrides expired{example}"), expired.Length, expired.Length, "Renew them with a new date and reason, or take them out of the framework.");
    }

    private DistributionCheck Check(string check, string? dimension, string? segment, LimitVerdict verdict, string found, double? value, int count, string remedy) =>
        new(check, of, dimension, segment, verdict.Severity, found, value, count, verdict.Limit, verdict.Keys, verdict.Severity is null ? null : remedy);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
