using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>
/// A progress bar below the cell, drawn anew in its place, at most ten times a second; the last state is always drawn. Itself it is never shown.
/// May be told from several threads at once.
/// </summary>
public sealed class ProgressBar : IDisposable
{
    private readonly CellScope scope;
    private readonly string title;
    private readonly long? total;
    private readonly DisplayHandle place;
    private readonly Lock gate = new();
    private ITimer? timer;
    private long drawnAt;
    private long drawn;
    private long value;

    internal ProgressBar(CellScope scope, string title, long? total)
    {
        if (total < 0) throw new ArgumentOutOfRangeException(nameof(total), total, "A progress bar's total is the number of steps: at least 0, or null where it is not known.");
        (this.scope, this.title, this.total) = (scope, title, total);
        drawnAt = scope.Options.Clock.GetTimestamp();
        place = new DisplayHandle(scope, new ProgressState(title, 0, total));
    }

    /// <summary>Tells how many steps are done.</summary>
    /// <param name="done">The number of steps since the beginning.</param>
    public void Report(long done)
    {
        lock (gate) Set(done);
    }

    /// <summary>Tells that more steps are done.</summary>
    /// <param name="steps">How many more. Default 1.</param>
    public void Advance(long steps = 1)
    {
        lock (gate) Set(value + steps);
    }

    /// <summary>Draws the last state.</summary>
    public void Dispose() => DrawLatest();

    internal void DrawLatest()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            if (drawn == value) return;
            drawn = value;
            drawnAt = scope.Options.Clock.GetTimestamp();
            place.Update(new ProgressState(title, value, total));
        }
    }

    private void Set(long done)
    {
        value = done;
        if (timer is not null) return;
        var waited = scope.Options.Clock.GetElapsedTime(drawnAt);
        if (waited >= scope.Options.Progress.Interval)
        {
            DrawLatest();
            return;
        }

        (CellScope.Current ?? scope).Remember(this);
        timer = scope.Options.Clock.CreateTimer(_ => DrawLatest(), null, scope.Options.Progress.Interval - waited, Timeout.InfiniteTimeSpan);
    }
}
