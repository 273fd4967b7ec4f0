using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Survival;

/// <summary>How long records were watched and whether the event ended it: right-censored, and where they came under watch late, left-truncated.</summary>
/// <remarks>A record is at risk at time t where entry &lt; t ≤ exit: one that enters at the time of an event is not at risk for it (J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd edition, 2003, 3.4 and 4.6).</remarks>
public sealed record EventTimes
{
    private EventTimes(ImmutableArray<double> exit, ImmutableArray<bool> hasEvent, ImmutableArray<double> entry) => (Exit, HasEvent, Entry) = (exit, hasEvent, entry);

    /// <summary>Gets, length n, when each record was last seen; finite, at least 0.</summary>
    public ImmutableArray<double> Exit { get; }

    /// <summary>Gets, length n, whether the event happened at <see cref="Exit"/>; where not, the record is censored there, after the events of the same time.</summary>
    public ImmutableArray<bool> HasEvent { get; }

    /// <summary>Gets, length n, from when each record was watched; empty where all were from 0.</summary>
    public ImmutableArray<double> Entry { get; }

    /// <summary>Gets the number of records n.</summary>
    public int Count => Exit.Length;

    /// <summary>Returns times.</summary>
    /// <param name="exit">Length n. When each record was last seen; finite, at least 0.</param>
    /// <param name="hasEvent">Length n. Whether the event happened then.</param>
    /// <param name="entry">Length n, from when each was watched, below its exit; default or empty where all were from 0.</param>
    /// <exception cref="ArgumentException">The inputs differ in length, a time is negative or not finite, or an entry is not below its exit.</exception>
    public static EventTimes Of(ImmutableArray<double> exit, ImmutableArray<bool> hasEvent, ImmutableArray<double> entry = default)
    {
        if (entry.IsDefault) entry = [];
        if (hasEvent.Length != exit.Length || (entry.Length > 0 && entry.Length != exit.Length))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"exit has {exit.Length} values, hasEvent {hasEvent.Length} and entry {entry.Length}; all need one a record (entry may be empty)."), nameof(hasEvent));
        for (var i = 0; i < exit.Length; i++)
        {
            if (!(exit[i] >= 0 && double.IsFinite(exit[i])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the exit of record {i} is {exit[i]} but must be a finite number of at least 0."), nameof(exit));
            if (entry.Length > 0 && !(entry[i] >= 0 && entry[i] < exit[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the entry of record {i} is {entry[i]} but must be at least 0 and below its exit, {exit[i]}: a record that is never watched belongs to nothing."), nameof(entry));
        }

        return new(exit, hasEvent, entry);
    }

    /// <summary>Returns the times of some of the records, in the order given.</summary>
    /// <param name="rows">Zero-based records.</param>
    public EventTimes Take(ReadOnlySpan<int> rows)
    {
        var (exit, hasEvent, entry) = (new double[rows.Length], new bool[rows.Length], new double[Entry.Length == 0 ? 0 : rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            (exit[i], hasEvent[i]) = (Exit[rows[i]], HasEvent[rows[i]]);
            if (entry.Length > 0) entry[i] = Entry[rows[i]];
        }

        return new([.. exit], [.. hasEvent], [.. entry]);
    }
}
