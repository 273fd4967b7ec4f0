using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Answers whether the launch of the segmentation changed anything.</summary>
public static class LaunchEffect
{
    private const int MonthsInAYear = 12;

    /// <summary>Returns churn, GRR and NRR by segment before and after the launch, over windows of equal length, and how much of the change remains against segments that the launch left alone, and against the same months a year earlier.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework; the same rules divide the accounts of every window.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="options">Window, untreated segments, margins; <see cref="LaunchEffectOptions.Default"/> where null.</param>
    /// <param name="snapshots">Assignments that were kept, to see which accounts moved since the launch; null where there are none.</param>
    /// <returns>A result that says why where there is no launch, no history, or where a window has not closed or begins before the history.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension, or has no such untreated segment.</exception>
    /// <remarks>
    /// Before and after compares accounts of two times: whatever else changed at the launch is in the change. Difference in differences takes off what the control changed by, and rests on the treated having gone
    /// the control's way otherwise; the placebo effects of earlier windows, each a launch that was none, show how far that held (J. D. Angrist and J.-S. Pischke, Mostly Harmless Econometrics, 2009, 5.2).
    /// Churn: Wilson limits of the rates joined by <see cref="ProportionContrast"/>. GRR and NRR: bootstrap of accounts, each with all windows that it is in, as ratios of revenue are not binomial.
    /// </remarks>
    public static LaunchEffectResult Of(Workspace workspace, SegmentationFramework framework, string dimension, LaunchEffectOptions? options = null, Snapshots? snapshots = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        options ??= LaunchEffectOptions.Default;
        var look = options.Outcome with { Segments = options.Outcome.Segments ?? SegmentSource.Replayed };
        var none = new LaunchEffectResult { Dimension = dimension, Options = options };
        if (workspace.Launch is null && look.Start is null) return none with { Reason = "the workspace has no launch date. Write one under 'launch' in workspace.yaml." };
        if (look.WindowDays is null) return none with { Reason = "before and after need windows of one length: give the window's days." };
        var eve = look.Start?.Date ?? workspace.Launch!.Value.Date.AddDays(-1);
        var after = OutcomeCohort.Take(workspace, framework, look with { Start = eve });
        if (after.Reason is { } why) return none with { Reason = why };
        var place = after.In(dimension).Dimension;
        foreach (var name in options.Untreated.Where(u => !place.Segments.Any(s => s.Name.Equals(u, StringComparison.OrdinalIgnoreCase))))
            throw new ArgumentException($"'{place.Name}' has no untreated segment '{name}'. It has {string.Join(", ", place.Segments.Select(s => $"'{s.Name}'"))}.", nameof(options));
        var history = after.History!;
        if (!after.IsClosed)
        {
            var open = string.Create(CultureInfo.InvariantCulture, $"the window of {look.WindowDays} days after {DateColumn.Show(eve)} has not closed: the history ends on {DateColumn.Show(history.Months[^1])}, {(history.Months[^1] - eve).Days} days after it. Choose a shorter window, or wait.");
            return none with { Dimension = place.Name, Start = eve, Reason = open };
        }

        var months = after.EndMonth - after.StartMonth;
        if (after.StartMonth < months)
        {
            var late = string.Create(CultureInfo.InvariantCulture, $"the history begins on {DateColumn.Show(history.Months[0])}: there is no window of {look.WindowDays} days before {DateColumn.Show(eve)} to compare with. Choose a shorter window.");
            return none with { Dimension = place.Name, Start = eve, Reason = late };
        }

        var data = new LaunchEffectData(place, options, workspace.Limits.Confidence);
        var windows = Enumerable.Range(0, options.EarlierWindows + 2).Select(back => after.StartMonth - (back * months)).TakeWhile(m => m >= 0).Select(m => data.Add(m == after.StartMonth ? after : At(m))).ToImmutableArray();
        var lastYear = after.StartMonth - MonthsInAYear - months >= 0
            ? new[] { after.StartMonth - MonthsInAYear - months, after.StartMonth - MonthsInAYear }.Select(m => data.Add(At(m))).ToImmutableArray()
            : ImmutableArray<int>.Empty;
        return data.Result(windows, lastYear, snapshots is null ? after : OutcomeCohort.Take(workspace, framework, options.Outcome with { Start = eve }, snapshots)) with { Start = eve, End = after.End };

        OutcomeCohort At(int month) => OutcomeCohort.Take(workspace, framework, look with { Start = history.Months[month] });
    }
}
