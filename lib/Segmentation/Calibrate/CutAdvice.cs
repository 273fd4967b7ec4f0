using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Decides which way of cutting is recommended, and says why.</summary>
internal sealed class CutAdvice(
    string field,
    FieldDefinition? definition,
    OutcomeMeasure measure,
    CalibrationOptions options,
    CalibrationData data,
    CutSample today,
    CutSample? before,
    string? noOutcome,
    string? nothing)
{
    /// <summary>Returns the recommendation.</summary>
    /// <param name="ways">The ways that were tried.</param>
    /// <param name="kept">Today's bands; null where no rule cuts the field.</param>
    public (CutFinding Finding, bool SawOutcome, ImmutableArray<string> Why) Of(IReadOnlyList<CutAlternative> ways, CutAlternative? kept)
    {
        if (nothing is not null)
        {
            var stay = kept is null ? nothing : $"{nothing} Today's {CalibrationWords.Cuts(kept.Finding.Cuts, definition)} stay.";
            return (new(kept?.Finding.Method ?? "none", kept?.Finding.Cuts ?? []) { Reason = nothing }, false, [Capital(stay)]);
        }

        var start = ways.First(w => w.Name == "k-means, log scale");
        return (start.Finding, start.SawOutcome, [.. Words(start, kept)]);
    }

    private IEnumerable<string> Words(CutAlternative start, CutAlternative? kept)
    {
        yield return $"Recommended for {field}: {CalibrationWords.Cuts(start.Finding.Cuts, definition)}, from {start.Name}.";
        if (kept is not null) yield return Price(start.Finding.Cuts, kept.Finding.Cuts);
        yield return noOutcome is { } why ? $"No outcome speaks for or against it: {why}" : Events();
        if (noOutcome is null && data.TimingOf(field) == FeatureTiming.AssumedUnchanged)
            yield return $"Assumed: {field} on {DateColumn.Show(data.Window!.From.Date)} was what the exports say on {DateColumn.Show(data.Today.AsOf.Date)}.";
    }

    private string Price(ImmutableArray<double> cuts, ImmutableArray<double> old)
    {
        if (cuts.SequenceEqual(old)) return "No account changes band.";
        var (moved, arr, all) = (0, 0.0, 0.0);
        for (var i = 0; i < today.Values.Length; i++)
        {
            all += today.Amounts[i];
            if (Band(cuts, today.Values[i]) == Band(old, today.Values[i])) continue;
            moved++;
            arr += today.Amounts[i];
        }

        var paid = all > 0 ? $" with {CalibrationWords.Money(arr)} of ARR ({CalibrationWords.Share(arr / all)})" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"Price: against today's {CalibrationWords.Cuts(old, definition)}, {moved:#,0} accounts ({CalibrationWords.Share((double)moved / today.Count)}){paid} change band.");
    }

    private string Events()
    {
        var window = data.Window!;
        var blank = CutBands.Blank(today, before, hasArr: false, data.Framework.Limits.Confidence);
        var all = CutBands.Of(today, before, [], hasArr: false, data.Framework.Limits.Confidence)[0];
        var known = string.Create(CultureInfo.InvariantCulture, $"{all.Paid:#,0} accounts with {field} paid on {DateColumn.Show(window.From.Date)}");
        var end = DateColumn.Show(window.To.Date);
        return measure == OutcomeMeasure.NetRetention
            ? $"{known}; by {end} they kept {CalibrationWords.Share(all.Outcome ?? 0)} of what they paid."
            : string.Create(CultureInfo.InvariantCulture, $"{known}; {all.Events:#,0} had {CalibrationWords.Of(measure)} by {end}{(blank.Paid > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {blank.Paid:#,0} more have no {field} and choose no cut") : string.Empty)}. Resamples: {options.Resamples:#,0}.");
    }

    private static int Band(ImmutableArray<double> cuts, double value) => CutBands.FirstNotBelow(cuts.AsSpan(), Math.BitIncrement(value));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
