using MathNet.Numerics;
using Segmentation.Statistics;

namespace Segmentation.Cuts;

/// <summary>A yes or no: the score is the information value, with the records without a value and the special values in its totals, as the table has it.</summary>
internal sealed class BinaryBinScores : BinScores
{
    private readonly int[] events;
    private readonly int allEvents;
    private readonly int allNonEvents;

    public BinaryBinScores(PreBins parts, BinaryTarget target)
        : base(parts)
    {
        events = new int[parts.Parts + 1];
        var happened = target.Event.AsSpan();
        var times = parts.Times;
        for (var part = 0; part < parts.Parts; part++)
        {
            var count = 0;
            for (var i = parts.Start[part]; i < parts.Start[part + 1]; i++) count += happened[i] ? times[i] : 0;
            events[part + 1] = events[part] + count;
        }

        var all = parts.Sample.Times;
        for (var i = 0; i < all.Length; i++) allEvents += happened[i] ? all[i] : 0;
        allNonEvents = parts.Sample.Count - allEvents;
        foreach (var did in ((BinaryTarget)parts.Sample.BlankTarget!).Event) (allEvents, allNonEvents) = did ? (allEvents + 1, allNonEvents) : (allEvents, allNonEvents + 1);
    }

    public override bool IsConstant => events[^1] == 0 || events[^1] == Parts.Count;

    public override string Words => "information value";

    public override int? Events(int from, int to) => events[to] - events[from];

    public override double Score(int from, int to)
    {
        var happened = events[to] - events[from];
        return WeightOfEvidence.Information(happened, Records(from, to) - happened, allEvents, allNonEvents);
    }

    public override bool IsPure(int from, int to) => events[to] == events[from] || events[to] - events[from] == Records(from, to);

    public override double Rate(int from, int to) => (double)(events[to] - events[from]) / Records(from, to);

    public override double PValue(int from, int cut, int to) =>
        SpecialFunctions.Erfc(Math.Abs(TwoProportionTest.Z(events[cut] - events[from], Records(from, cut), events[to] - events[cut], Records(cut, to))) / Constants.Sqrt2);
}
