namespace Segmentation.Cuts;

/// <summary>How much more often a bin holds records without the event than with it, as a logarithm.</summary>
/// <remarks>I. J. Good, Probability and the Weighing of Evidence, 1950; information value: S. Kullback, Information Theory and Statistics, 1959 (the symmetric divergence J). Where a bin holds only
/// events or only non-events, half a record is added to both counts of that bin: neither is ever infinite, and the information value stays at least 0.</remarks>
public static class WeightOfEvidence
{
    // J. B. S. Haldane, Annals of Human Genetics 20(4), 1956, 309-311.
    private const double AddedToEmpty = .5;

    /// <summary>Returns ln((n0/N0)/(n1/N1)): above 0 where the event is rarer than over all, below 0 where it is more frequent.</summary>
    /// <param name="events">Events n1 of the bin.</param>
    /// <param name="nonEvents">Other records n0 of the bin.</param>
    /// <param name="allEvents">Events N1 of all bins.</param>
    /// <param name="allNonEvents">Other records N0 of all bins.</param>
    /// <returns>0 where the bin holds no record, or where all records or none have the event: nothing is known.</returns>
    public static double Of(int events, int nonEvents, int allEvents, int allNonEvents)
    {
        var (with, without) = Shares(events, nonEvents, allEvents, allNonEvents);
        return with == 0 ? 0 : Math.Log(without / with);
    }

    /// <summary>Returns what a bin adds to the information value: (n0/N0 - n1/N1) times its weight of evidence.</summary>
    /// <param name="events">Events n1 of the bin.</param>
    /// <param name="nonEvents">Other records n0 of the bin.</param>
    /// <param name="allEvents">Events N1 of all bins.</param>
    /// <param name="allNonEvents">Other records N0 of all bins.</param>
    /// <returns>At least 0 and finite; 0 where nothing is known.</returns>
    public static double Information(int events, int nonEvents, int allEvents, int allNonEvents)
    {
        var (with, without) = Shares(events, nonEvents, allEvents, allNonEvents);
        return with == 0 ? 0 : (without - with) * Math.Log(without / with);
    }

    private static (double With, double Without) Shares(int events, int nonEvents, int allEvents, int allNonEvents)
    {
        if (events + nonEvents == 0 || allEvents == 0 || allNonEvents == 0) return (0, 0);
        var added = events == 0 || nonEvents == 0 ? AddedToEmpty : 0;
        return ((events + added) / allEvents, (nonEvents + added) / allNonEvents);
    }
}
