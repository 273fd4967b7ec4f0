using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Segmentation.Clustering;

namespace Segmentation.Cuts;

/// <summary>
/// The distinct values of a sample on a scale, ascending, with what each holds: no cut can part the records of one. Its arrays are rented, so that a bootstrap allocates next to nothing;
/// dispose it.
/// </summary>
internal sealed class ValueGroups : IDisposable
{
    private readonly double[] at;
    private readonly double[] scaled;
    private readonly double[] weights;
    private readonly double[] amounts;
    private readonly int[] counts;
    private readonly int[] events;

    private ValueGroups(int capacity)
    {
        at = ArrayPool<double>.Shared.Rent(capacity);
        scaled = ArrayPool<double>.Shared.Rent(capacity);
        weights = ArrayPool<double>.Shared.Rent(capacity);
        amounts = ArrayPool<double>.Shared.Rent(capacity);
        counts = ArrayPool<int>.Shared.Rent(capacity);
        events = ArrayPool<int>.Shared.Rent(capacity);
    }

    /// <summary>Gets the number of distinct values n.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the records that are not on the scale: values of 0 or below on the log scale. They are counted in the first group, for they belong to the lowest band, but weigh nothing in it.</summary>
    public int OffScale { get; private set; }

    /// <summary>Gets how many groups weigh something.</summary>
    public int Weighing { get; private set; }

    /// <summary>Gets the distinct values as they are.</summary>
    public ReadOnlySpan<double> At => at.AsSpan(0, Length);

    /// <summary>Gets the distinct values on the scale.</summary>
    public ReadOnlySpan<double> Scaled => scaled.AsSpan(0, Length);

    /// <summary>Gets what the records of each value weigh.</summary>
    public ReadOnlySpan<double> Weights => weights.AsSpan(0, Length);

    /// <summary>Gets what the records of each value pay.</summary>
    public ReadOnlySpan<double> Amounts => amounts.AsSpan(0, Length);

    /// <summary>Gets the records of each value.</summary>
    public ReadOnlySpan<int> Counts => counts.AsSpan(0, Length);

    /// <summary>Gets the events among the records of each value; empty where the sample's target has none.</summary>
    public ReadOnlySpan<int> Events => events.AsSpan(0, HasEvents ? Length : 0);

    private bool HasEvents { get; set; }

    /// <summary>Returns the groups of a sample; a record that is counted 0 times is not there.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="weight">What a record weighs.</param>
    public static ValueGroups Of(CutSample sample, CutScale scale, CutWeight weight)
    {
        var groups = new ValueGroups(sample.Values.Length);
        groups.Fill(sample, scale, weight);
        return groups;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(at);
        ArrayPool<double>.Shared.Return(scaled);
        ArrayPool<double>.Shared.Return(weights);
        ArrayPool<double>.Shared.Return(amounts);
        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<int>.Shared.Return(events);
    }

    private void Fill(CutSample sample, CutScale scale, CutWeight weight)
    {
        var values = sample.Values;
        var paid = sample.Amounts;
        var times = sample.Times;
        var happened = EventsOf(sample.Target);
        HasEvents = !happened.IsDefault;
        var byAmount = weight == CutWeight.Amount;
        var (n, offAmount, offEvents) = (0, 0.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            var (value, time) = (values[i], times[i]);
            if (time == 0) continue;
            var amount = time * paid[i];
            var seen = HasEvents && happened[i] ? time : 0;
            if (scale == CutScale.Log && value <= 0)
            {
                OffScale += time;
                offAmount += amount;
                offEvents += seen;
                continue;
            }

            if (n == 0 || at[n - 1] != value)
            {
                at[n] = value;
                (weights[n], amounts[n], counts[n], events[n]) = (0, 0, 0, 0);
                n++;
            }

            weights[n - 1] += byAmount ? amount : time;
            amounts[n - 1] += amount;
            counts[n - 1] += time;
            events[n - 1] += seen;
        }

        Length = n;
        if (scale == CutScale.Raw) At.CopyTo(scaled);
        else TakeLogarithms();
        if (n > 0)
        {
            counts[0] += OffScale;
            amounts[0] += offAmount;
            events[0] += offEvents;
        }

        foreach (var mass in Weights) Weighing += mass > 0 ? 1 : 0;
    }

    private void TakeLogarithms()
    {
        // Values below the smallest normal double have no logarithm there; they are at the front.
        var i = 0;
        while (i < Length && !double.IsNormal(at[i])) scaled[i] = Math.Log(at[i++]);
        for (; i + Vector512<double>.Count <= Length; i += Vector512<double>.Count) PortableMath.Log(Vector512.Create<double>(at.AsSpan(i))).CopyTo(scaled, i);
        for (; i < Length; i++) scaled[i] = PortableMath.Log(at[i]);
    }

    private static ImmutableArray<bool> EventsOf(CutTarget? target) => target switch
    {
        BinaryTarget binary => binary.Event,
        CensoredTarget censored => censored.Event,
        _ => default,
    };
}
