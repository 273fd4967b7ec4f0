namespace Segmentation.Notebooks.Tests.Session;

/// <summary>A clock that stands until a test moves it; timers go off on the thread that does.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<ManualTimer> timers = [];
    private readonly Lock gate = new();
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state), now + dueTime.Ticks);
        lock (gate) timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref now, by.Ticks);
        ManualTimer[] due;
        lock (gate)
        {
            due = [.. timers.Where(t => t.Due <= now)];
            timers.RemoveAll(t => t.Due <= now);
        }

        foreach (var timer in due) timer.Ring();
    }

    private sealed class ManualTimer(ManualClock clock, Action ring, long due) : ITimer
    {
        public long Due => due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Timers of the engine ring once.");

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
