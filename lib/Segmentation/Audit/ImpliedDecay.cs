using Segmentation.Playbook;
using Segmentation.Statistics;

namespace Segmentation.Audit;

/// <summary>The share of records that go quiet in a year, implied by when they were last touched.</summary>
/// <param name="WentQuiet">Records whose last touch is at least the stale limit ago: the events.</param>
/// <param name="RecordYears">Time at risk: from creation to the last touch, or to the stale limit for records touched since.</param>
/// <param name="YearlyDecay">1 - exp(-events / record-years), a proportion; null where it cannot be answered.</param>
/// <param name="Interval">Interval of the yearly decay; null where it cannot be answered.</param>
/// <param name="Verdict">How it stands to the range of the playbooks.</param>
/// <param name="Note">The model with what was left out, or why there is no answer.</param>
public sealed record ImpliedDecay(int WentQuiet, double RecordYears, double? YearlyDecay, Interval? Interval, DecayVerdict Verdict, string Note)
{
    internal static ImpliedDecay Unanswered(string why) => new(0, 0, null, null, DecayVerdict.NotAnswerable, why);

    /// <summary>Returns the decay of constant hazard d/E, with the exact interval of the rate carried through 1 - exp(-rate).</summary>
    internal static ImpliedDecay Of(int wentQuiet, double recordYears, string note, PlaybookLimits limits)
    {
        var rate = RateInterval.Garwood(wentQuiet, recordYears, limits.Confidence);
        var interval = new Interval(InOneYear(rate.Low), InOneYear(rate.High));
        return new ImpliedDecay(wentQuiet, recordYears, InOneYear(wentQuiet / recordYears), interval, Judge(interval, limits), note);
    }

    private static double InOneYear(double rate) => 1 - Math.Exp(-rate);

    private static DecayVerdict Judge(Interval decay, PlaybookLimits limits)
    {
        if (decay.High < limits.DecayLow) return DecayVerdict.Slower;
        if (decay.Low > limits.DecayHigh) return DecayVerdict.Faster;
        return decay.Low < limits.DecayLow && decay.High > limits.DecayHigh ? DecayVerdict.Inconclusive : DecayVerdict.InLine;
    }
}
