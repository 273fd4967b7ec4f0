using Segmentation.Statistics;

namespace Segmentation.Distribute;

/// <summary>How often one rule cried where nothing had changed.</summary>
/// <param name="Size">Records in each of the two samples.</param>
/// <param name="Rule">The rule, in words.</param>
/// <param name="Alarms">Runs in which it cried.</param>
/// <param name="Runs">Runs.</param>
/// <param name="Interval">Interval of the share: how exact the simulation is.</param>
public sealed record DriftFalseAlarm(int Size, string Rule, int Alarms, int Runs, Interval Interval)
{
    /// <summary>Gets the share of runs in which it cried.</summary>
    public double Share => Alarms / (double)Runs;
}
