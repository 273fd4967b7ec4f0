using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Which three to five dimensions should divide these customers: every candidate with what is to be said for and against it.</summary>
public sealed record DimensionCandidatesResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "dimension-candidates";

    /// <summary>Gets the candidates: recommended first, in the order in which they were taken, then runners-up, redundant ones, those that show nothing, and those that cannot divide.</summary>
    public required ImmutableArray<DimensionCandidate> Items { get; init; }

    /// <summary>Gets how much the candidates say about each other.</summary>
    public required DimensionCandidateRedundancy Redundancy { get; init; }

    /// <summary>Gets what counted as outcome.</summary>
    public required OutcomeMeasure Measure { get; init; }

    /// <summary>Gets the options.</summary>
    public required DimensionCandidateOptions Options { get; init; }

    /// <summary>Gets the recommended candidates, the strongest first; from none up to the playbook's most dimensions.</summary>
    public ImmutableArray<DimensionCandidate> Recommended => [.. Items.Where(c => c.Verdict == DimensionCandidateVerdict.Recommended)];

    /// <summary>Gets every test as a table: one row a candidate and yardstick, those not made with the reason.</summary>
    public Table Tests
    {
        get
        {
            var all = Items.SelectMany(c => new[] { c.Arr, c.Behaviour, c.Outcome }.Select(t => (Candidate: c.Name, Test: t))).ToArray();
            return new(
                "tests of dimension candidates",
                Column.Of("candidate", all.Select(t => t.Candidate)),
                Column.Of("differs in", all.Select(t => t.Test.Of)),
                Column.Of("accounts", all.Select(t => t.Test.Accounts)),
                Column.Of("strength", all.Select(t => t.Test.Strength), NumberFormat.Score),
                Column.Of("from", all.Select(t => t.Test.Refused is null ? t.Test.Interval.Low : (double?)null), NumberFormat.Score),
                Column.Of("to", all.Select(t => t.Test.Refused is null ? t.Test.Interval.High : (double?)null), NumberFormat.Score),
                Column.Of("p", all.Select(t => t.Test.PValue), NumberFormat.Score),
                Column.Of("p corrected", all.Select(t => t.Test.CorrectedPValue), NumberFormat.Score),
                Column.Of("detectable", all.Select(t => t.Test.Detectable), NumberFormat.Score),
                Column.Of("note", all.Select(t => t.Test.Refused is { } refused ? $"not asked: {refused}" : t.Test.IsPermuted ? "p by random orders: few accounts in a segment" : null)));
        }
    }

    /// <summary>Gets the segments of every candidate as a table: accounts and ARR today, accounts watched and what became of them.</summary>
    public Table Segments
    {
        get
        {
            var all = Items.SelectMany(c => c.Segments.Select(s => (Candidate: c.Name, Segment: s))).ToArray();
            return new(
                "segments of dimension candidates",
                Column.Of("candidate", all.Select(s => s.Candidate)),
                Column.Of("segment", all.Select(s => s.Segment.Name)),
                Column.Of("accounts", all.Select(s => s.Segment.Accounts)),
                Column.Of("ARR", all.Select(s => s.Segment.Arr), NumberFormat.Money),
                Column.Of("watched", all.Select(s => s.Segment.Watched)),
                Column.Of(DimensionCandidateMeasures.NameOf(Measure), all.Select(s => s.Segment.Outcome), NumberFormat.Share));
        }
    }

    /// <summary>Gets the data that the candidates were held against.</summary>
    internal CalibrationData Data { get; init; } = null!;

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var outcome = DimensionCandidateMeasures.NameOf(Measure);
        return new(
            "dimension candidates",
            Column.Of("candidate", Items.Select(c => c.Name)),
            Column.Of("is", Items.Select(c => c.IsField ? "field" : "dimension")),
            Column.Of("verdict", Items.Select(c => SnakeName.Words(c.Verdict))),
            Column.Of("accounts", Items.Select(c => c.AccountShare), NumberFormat.Share),
            Column.Of("ARR", Items.Select(c => c.ArrShare), NumberFormat.Share),
            Column.Of("segments", Items.Select(c => (double)c.Segments.Length)),
            Column.Of("largest", Items.Select(c => c.LargestShare), NumberFormat.Share),
            Column.Of("evenness", Items.Select(c => c.Evenness), NumberFormat.Score),
            Column.Of("differs in ARR", Items.Select(c => c.Arr.Strength), NumberFormat.Score),
            Column.Of("in behaviour", Items.Select(c => c.Behaviour.Strength), NumberFormat.Score),
            Column.Of($"in {outcome}", Items.Select(c => c.Outcome.Strength), NumberFormat.Score),
            Column.Of("p corrected", Items.Select(c => c.Outcome.CorrectedPValue), NumberFormat.Score),
            Column.Of("most like", Items.Select(c => c.MostLike)),
            Column.Of("shared", Items.Select(c => c.Redundancy), NumberFormat.Score),
            Column.Of("why", Items.Select(c => string.Join(" ", c.Notes.Prepend(c.Reason)))));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var limits = Data.Framework.Limits;
        if (Data.Today.Count < limits.FewestAccounts)
            yield return string.Create(CultureInfo.InvariantCulture, $"{options.Count(Data.Today.Count)} accounts are fewer than {limits.FewestAccounts}: segmentation adds nothing here, look after each by itself.");
        foreach (var line in Recommendation()) yield return line;
        if (Data.Window is { } window)
            yield return string.Create(CultureInfo.InvariantCulture, $"Outcome: {DimensionCandidateMeasures.NameOf(Measure)} from {DateColumn.Show(window.From.Date)} to {DateColumn.Show(window.To.Date)}, {options.Count(window.Records.Count)} accounts that paid at its start. Today: {options.Count(Data.Today.Count)} accounts.");
        else yield return $"No outcome: {Data.NoWindow}";
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        var made = Items.Sum(c => c.Tests.Count());
        yield return string.Create(CultureInfo.InvariantCulture,
            $"Strength is a correlation ratio without what chance gives (Cramér's V for yes or no): 0.1 small, 0.3 medium, 0.5 large. p-values are corrected for {Phrase.Count(made, "test")} of {Phrase.Count(Items.Length, "candidate")} (Holm). A candidate is taken from strength {Options.LeastStrength:0.##} on, unless one before it shares more than {Options.MostRedundancy:0%} of its information.");
        if (Recommended.Length >= Data.Framework.Limits.FewestDimensions) yield break;
        if (Items.FirstOrDefault(c => c.Verdict == DimensionCandidateVerdict.NotShown && c.Tests.Any()) is { } nearest && nearest.Tests.MinBy(t => t.PValue) is { } test)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Nearest without proof: {nearest.Name}, {test.Strength:0.00} in {(test.Of == "arr" ? "ARR" : test.Of)} (p {test.PValue:0.000} by itself, {test.CorrectedPValue:0.000} among all). A dimension can be worth having for how people work, such as who is awake when the account calls; that is a decision, not a finding.");
        }

        foreach (var help in Helps()) yield return help;
    }

    private IEnumerable<string> Recommendation()
    {
        var (chosen, limits) = (Recommended, Data.Framework.Limits);
        if (chosen.Length == 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"No dimension is recommended: no candidate divides these accounts into segments that differ beyond chance. The playbook asks for {limits.FewestDimensions} to {limits.MostDimensions}.");
        }
        else
        {
            var few = chosen.Length >= limits.FewestDimensions ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" That is fewer than the {limits.FewestDimensions} that the playbook asks for; no other candidate is good enough.");
            yield return $"Recommended: {string.Join(", ", chosen.Select(c => c.Name))}.{few}";
        }

        foreach (var taken in chosen) yield return $"{taken.Name}: {taken.Reason}";
        foreach (var verdict in new[] { DimensionCandidateVerdict.RunnerUp, DimensionCandidateVerdict.Redundant })
        {
            foreach (var passed in Items.Where(c => c.Verdict == verdict)) yield return $"Passed over, {SnakeName.Words(verdict)}: {passed.Name}: {passed.Reason}";
        }
    }

    /// <summary>What data would make more candidates good.</summary>
    private IEnumerable<string> Helps()
    {
        if (Data.Window is null) yield return "What would help: a history of ARR (account, month, ARR), so that candidates can be held against what became of the accounts.";
        foreach (var gap in Items.Where(c => c.Segments.Length > 1 && c.AccountShare < Data.Framework.Limits.CompletenessRedFlag))
            yield return $"What would help: {string.Join(" and ", gap.Fields)} for more accounts; {gap.Name} is filled for {NumberColumn.Show(gap.AccountShare, NumberFormat.Share)}.";
        foreach (var late in Items.Where(c => c.IsField && c.Segments.Length > 1 && Data.Window is not null && c.Fields.Any(f => Data.TimingOf(f) == FeatureTiming.AfterOutcome)))
            yield return $"What would help: {late.Fields[0]} as it was on {DateColumn.Show(Data.Window!.From.Date)}, to hold {late.Name} against the outcome.";
        if (Items.Count(c => c.IsField) < Data.Framework.Limits.FewestDimensions) yield return "What would help: more fields of accounts in the framework (employees, industry, region, usage, tenure).";
    }
}
