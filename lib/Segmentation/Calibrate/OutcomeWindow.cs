using System.Collections.Immutable;
using Segmentation.Cuts;
using Segmentation.Framework;

namespace Segmentation.Calibrate;

/// <summary>The accounts that paid at the start of a window, the values that were known then, and what became of them.</summary>
/// <param name="From">Start of the window: the date of the values.</param>
/// <param name="To">End of the window, included.</param>
/// <param name="Records">The m accounts that paid on <paramref name="From"/>, with the values of that date.</param>
/// <param name="ArrAtEnd">Length m: what each paid at the end; 0 where it had left.</param>
/// <param name="MonthsToChurn">Length m: whole months until the first month end without ARR; the window's length where there was none.</param>
/// <param name="Churned">Length m: whether there was one. An account that left and came back inside the window churned.</param>
public sealed record OutcomeWindow(DateTime From, DateTime To, FrameworkRecords Records, ImmutableArray<double> ArrAtEnd, ImmutableArray<int> MonthsToChurn, ImmutableArray<bool> Churned)
{
    /// <summary>Gets the exclusions of the framework that were not applied, because they read a field that the exports hold only as of today and that what happened changes.</summary>
    public ImmutableArray<string> ExclusionsLeftOut { get; init; } = [];

    /// <summary>Gets what else was noticed, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Returns the target that a measure gives, one value an account; never blank: every account paid at the start.</summary>
    /// <param name="measure">The measure.</param>
    public CutTarget Target(OutcomeMeasure measure)
    {
        var rows = Enumerable.Range(0, Records.Count);
        var arr = Records.Arr!;
        return measure switch
        {
            OutcomeMeasure.Churned => new BinaryTarget(Churned),
            OutcomeMeasure.Expanded => new BinaryTarget([.. rows.Select(r => ArrAtEnd[r] > arr.Values[r])]),
            OutcomeMeasure.NetRetention => new ContinuousTarget([.. rows.Select(r => ArrAtEnd[r] / arr.Values[r])]),
            OutcomeMeasure.TimeToChurn => new CensoredTarget([.. MonthsToChurn.Select(m => (double)m)], Churned),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "no such measure"),
        };
    }
}
