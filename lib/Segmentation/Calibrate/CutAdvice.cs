using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Decides which cuts are recommended, and says why.</summary>
internal sealed record CutAdvice
{
    private const string NoCut = "no cut is supported: ";

    public required string Field { get; init; }

    public required FieldDefinition? Definition { get; init; }

    public required OutcomeMeasure Measure { get; init; }

    public required CalibrationData Data { get; init; }

    public required CalibrationOptions Options { get; init; }

    public required CutSample Today { get; init; }

    public required CutSample? Before { get; init; }

    public required string? NoOutcome { get; init; }

    /// <summary>Gets why no cut can be looked for; null where one can.</summary>
    public required string? Nothing { get; init; }

    /// <summary>Gets why the values by themselves support no cut; null where they do.</summary>
    public required string? NotGrouped { get; init; }

    /// <summary>Gets today's bands; null where no rule cuts the field.</summary>
    public required CutWay? Kept { get; init; }

    /// <summary>Gets the way that the recommendation starts from; null where none cuts.</summary>
    public required CutWay? Start { get; init; }

    /// <summary>Gets the way that the outcome chose, whether it cuts or not; null where none was asked.</summary>
    public required CutWay? Chosen { get; init; }

    /// <summary>Gets its cuts, rounded.</summary>
    public required ImmutableArray<double> Cuts { get; init; }

    public required CutStabilityResult? Stability { get; init; }

    public required SeparationGain? Gain { get; init; }

    /// <summary>Gets the limits that today's bands break.</summary>
    public required ImmutableArray<string> KeptBroken { get; init; }

    /// <summary>Gets the limits that the rounded cuts break.</summary>
    public required ImmutableArray<string> Broken { get; init; }

    /// <summary>Gets whether other bands than today's are recommended.</summary>
    public bool IsChange => !Cuts.IsEmpty && (Kept is null || (!Cuts.SequenceEqual(Kept.Finding.Cuts) && (Gain?.IsSupported == true || (IsHeard && Broken.Length < KeptBroken.Length))));

    /// <summary>Gets whether the data may speak against today's bands: the outcome chose other ones, or there is no outcome to ask. Where the outcome was asked and sees nothing, the shape of
    /// the values alone is no reason to change what people work with.</summary>
    private bool IsHeard => Start!.SawOutcome || Chosen is null;

    /// <summary>Gets the cuts that are recommended.</summary>
    public CutFinding Finding => IsChange
        ? new(Cuts.SequenceEqual(Start!.Finding.Cuts) ? Start.Finding.Method : $"{Start.Finding.Method}, rounded", Cuts)
        : new(Kept?.Finding.Method ?? "none", Kept?.Finding.Cuts ?? []) { Reason = Nothing ?? (Kept is null ? NotGrouped ?? "no cut is supported: no way of cutting finds bands." : null) };

    /// <summary>Returns the reasons: what is recommended, why, how sure, at what price, what is assumed.</summary>
    public IEnumerable<string> Words(RenderOptions render)
    {
        yield return Recommendation();
        if (Nothing is not null) yield break;
        if (Start is not null && !IsChange && Kept is not null && !Cuts.SequenceEqual(Kept.Finding.Cuts)) yield return $"The alternative, {Start.Name}, would be {Words(Cuts)}{(Rounding is { } from ? $" ({from})" : string.Empty)}.";
        if (Gain is { } gain && !Cuts.SequenceEqual(Kept!.Finding.Cuts)) yield return Gained(gain);
        if (Stability is { Cuts.IsEmpty: false } stability) yield return $"How sure: {string.Join(" ", stability.Words)}";
        if (Start is not null && Kept is not null && !Cuts.SequenceEqual(Kept.Finding.Cuts)) yield return Price(Cuts, Kept.Finding.Cuts, render);
        if (NoOutcome is { } why) yield return $"No outcome speaks for or against it: {why}";
        else foreach (var sentence in Outcome(render)) yield return sentence;
        if (!Broken.IsEmpty && IsChange) yield return $"Limits that it breaks: {string.Join("; ", Broken)}.";
    }

    private string? Rounding => Start is { } start && !start.Finding.Cuts.SequenceEqual(Cuts) ? $"the optimum is {Words(start.Finding.Cuts)}" : null;

    private string Recommendation()
    {
        if (Nothing is not null) return Capital(Kept is null ? Nothing : $"{Nothing} Today's {Words(Kept.Finding.Cuts)} stay.");
        if (!IsChange)
        {
            if (Kept is null) return Capital(Finding.Reason!);
            if (Cuts.IsEmpty) return $"Keep {Words(Kept.Finding.Cuts)}: {(NotGrouped is null ? "no way of cutting finds other bands" : $"the values by themselves ask for no other cuts ({NotGrouped.Replace(NoCut, string.Empty, StringComparison.Ordinal).TrimEnd('.')})")}.";
            if (Cuts.SequenceEqual(Kept.Finding.Cuts)) return $"Keep {Words(Kept.Finding.Cuts)}: {Start!.Name}, rounded, finds the same.";
            var why = !IsHeard && Chosen is not null ? "what became of the accounts does not depend on it as far as can be seen, and the shape of the values alone is no reason to change"
                : Gain is null ? "no outcome says that other bands would do better, and they break no limit that others would keep" : "what other bands gain cannot be told from chance";
            return $"Keep {Words(Kept.Finding.Cuts)} ({Kept.Name}): {why}.";
        }

        var place = Kept is null ? string.Empty : $" in place of {Words(Kept.Finding.Cuts)} ({Kept.Name})";
        var reason = Kept is null ? Start!.SawOutcome ? "accounts on either side fared differently" : "that is how the values group; nobody has said yet that they should be served differently"
            : Gain?.IsSupported == true ? "it separates what became of the accounts better"
            : $"today's break a limit that it keeps: {string.Join("; ", KeptBroken.Except(Broken))}";
        return $"Cut {Field} at {Words(Cuts)}{place}: {reason}. From {Start!.Name}{(Rounding is { } rounding ? $", rounded ({rounding})" : string.Empty)}.";
    }

    private string Gained(SeparationGain gain) => string.Create(CultureInfo.InvariantCulture,
        $"{(Measure == OutcomeMeasure.NetRetention ? "Variance between bands" : "Concordance")} {gain.New:0.000} against {gain.Old:0.000} today: a gain of {Signed(gain.New - gain.Old)} ({Signed(gain.Interval.Low)} to {Signed(gain.Interval.High)}){(gain.IsSupported ? "." : $", not told from none. A gain of {gain.Detectable:0.000} or more would have been seen in {Options.Power * 100:0}% of cases.")}");

    private string Price(ImmutableArray<double> cuts, ImmutableArray<double> old, RenderOptions render)
    {
        var (moved, arr) = new CutSizes(Today).Changed(old.AsSpan(), cuts.AsSpan());
        double all = 0;
        foreach (var amount in Today.Amounts) all += amount;
        var paid = all > 0 ? $" with {CalibrationWords.Money(arr)} of ARR ({CalibrationWords.Share(arr / all)})" : string.Empty;
        var price = string.Create(CultureInfo.InvariantCulture, $"{render.Count(moved)} accounts ({CalibrationWords.Share((double)moved / Today.Count)}){paid} would be in another band, by {Field} alone.");
        return cuts.Length == old.Length ? $"Price: {price}" : string.Create(CultureInfo.InvariantCulture, $"Price: {cuts.Length + 1} bands in place of {old.Length + 1}; counted from below, {price}");
    }

    private IEnumerable<string> Outcome(RenderOptions render)
    {
        var window = Data.Window!;
        var (confidence, from, to) = (Data.Framework.Limits.Confidence, DateColumn.Show(window.From.Date), DateColumn.Show(window.To.Date));
        var all = CutBands.Of(Today, Before, [], hasArr: false, confidence)[0];
        var blank = CutBands.Blank(Today, Before, hasArr: false, confidence);
        var what = Measure == OutcomeMeasure.NetRetention ? $"by {to} they kept {CalibrationWords.Share(all.Outcome ?? 0)} of what they paid" : string.Create(CultureInfo.InvariantCulture, $"{render.Count(all.Events ?? 0)} had {CalibrationWords.Of(Measure)} by {to}");
        var without = blank.Paid > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {render.Count(blank.Paid ?? 0)} more had no {Field} and took no part") : string.Empty;
        yield return string.Create(CultureInfo.InvariantCulture, $"Outcome: {render.Count(all.Paid ?? 0)} accounts with {Field} paid on {from}; {what}{without}.");
        if (Chosen is null) yield return string.Create(CultureInfo.InvariantCulture, $"That is fewer than {Options.FewestEvents:#,0} events: too few to choose cuts by.");
        else if (Chosen.Test is { Cuts.IsEmpty: false } test)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Whether {Field} matters at all: p {test.PValue:0.000} of the best single cut, {CalibrationWords.Value(test.Cuts[0], Definition)}, corrected for having been chosen among {test.Candidates:#,0} (as if it had not been, {(test.RawPValue < 0.001 ? "below 0.001" : $"{test.RawPValue:0.000}")}).");
            if (Chosen.Finding is { Cuts.IsEmpty: true, Reason: { } reason }) yield return $"{Capital(CalibrationWords.Of(Measure))}: {reason}.";
        }
        else if (Chosen.Finding.Reason is { } none) yield return $"{Capital(CalibrationWords.Of(Measure))}: {none}.";

        if (Data.TimingOf(Field) == FeatureTiming.AssumedUnchanged) yield return $"Assumed: {Field} on {from} was what the exports say on {DateColumn.Show(Data.Today.AsOf.Date)}.";
    }

    private string Words(ImmutableArray<double> cuts) => CalibrationWords.Cuts(cuts, Definition);

    // Rounded first, so that nothing reads -0.000.
    private static string Signed(double difference) => (Math.Round(difference, 3) + 0.0).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
