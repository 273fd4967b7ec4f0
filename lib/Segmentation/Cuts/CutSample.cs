using System.Globalization;
using System.Runtime.InteropServices;

namespace Segmentation.Cuts;

/// <summary>
/// The values of one field in ascending order, with what stands beside each: what the record pays, how often it is counted, what happened to it later. Every cut finder takes one;
/// a bootstrap draws another with <see cref="Resample"/>, which sorts nothing again.
/// </summary>
public sealed class CutSample
{
    private readonly double[] values;
    private readonly double[] amounts;
    private readonly int[] rows;
    private readonly int[] times;
    private readonly int[] blanks;
    private readonly double[] blankAmounts;

    private CutSample(double[] values, double[] amounts, int[] rows, int[] times, int[] blanks, double[] blankAmounts, CutTarget? target, CutTarget? blankTarget)
    {
        (this.values, this.amounts, this.rows, this.times, this.blanks, this.blankAmounts) = (values, amounts, rows, times, blanks, blankAmounts);
        (Target, BlankTarget) = (target, blankTarget);
        foreach (var time in times) Count += time;
    }

    /// <summary>Gets the values, ascending and finite; length n.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Gets what each record pays, aligned with <see cref="Values"/>; 0 where blank or negative.</summary>
    public ReadOnlySpan<double> Amounts => amounts;

    /// <summary>Gets the zero-based row of each value in the input.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>Gets how often each record is counted, aligned with <see cref="Values"/>: 1 each unless resampled.</summary>
    public ReadOnlySpan<int> Times => times;

    /// <summary>Gets the records counted: the sum of <see cref="Times"/>.</summary>
    public int Count { get; }

    /// <summary>Gets the rows of the input without a value (NaN or infinite).</summary>
    public ReadOnlySpan<int> Blanks => blanks;

    /// <summary>Gets what the records without a value pay, aligned with <see cref="Blanks"/>.</summary>
    public ReadOnlySpan<double> BlankAmounts => blankAmounts;

    /// <summary>Gets what happened to each record, aligned with <see cref="Values"/>; null where it is not known.</summary>
    public CutTarget? Target { get; }

    /// <summary>Gets what happened to the records without a value, aligned with <see cref="Blanks"/>; null where it is not known.</summary>
    public CutTarget? BlankTarget { get; }

    /// <summary>Returns a sample.</summary>
    /// <param name="values">Length n, in any order; NaN or infinite where blank.</param>
    /// <param name="amounts">Length n: what each record pays; amounts below 0, NaN and infinite ones count as 0. Empty where it does not matter: all 0.</param>
    /// <param name="target">n records: what happened later; null where it is not known.</param>
    /// <exception cref="ArgumentException">The inputs differ in length.</exception>
    public static CutSample Of(ReadOnlySpan<double> values, ReadOnlySpan<double> amounts = default, CutTarget? target = null)
    {
        if (!amounts.IsEmpty && amounts.Length != values.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"amounts has {amounts.Length} values but values has {values.Length}; both need one a record."), nameof(amounts));
        if (target is not null && target.Count != values.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"target has {target.Count} records but values has {values.Length}; both need one a record."), nameof(target));
        var (rows, sorted, count) = (new int[values.Length], new double[values.Length], 0);
        var blank = new List<int>();
        for (var row = 0; row < values.Length; row++)
        {
            // Adding 0 makes of -0, which sorts before 0 and equals it, 0.
            if (double.IsFinite(values[row])) (sorted[count], rows[count++]) = (values[row] + 0.0, row);
            else blank.Add(row);
        }

        if (count < values.Length) (rows, sorted) = (rows[..count], sorted[..count]);
        StableOrder.Sort(sorted, rows);
        var times = new int[rows.Length];
        Array.Fill(times, 1);
        return new(sorted, AmountsOf(amounts, rows), rows, times, [.. blank], AmountsOf(amounts, CollectionsMarshal.AsSpan(blank)), target?.Take(rows), target?.Take(CollectionsMarshal.AsSpan(blank)));
    }

    /// <summary>Returns the sample with other counts, sharing the rest.</summary>
    /// <param name="counted">How often each record is counted, at least 0; aligned with <see cref="Values"/>. Not copied: the caller gives it up.</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    public CutSample Resample(int[] counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        if (counted.Length != values.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"counted has {counted.Length} values but the sample has {values.Length}."), nameof(counted));
        return new(values, amounts, rows, counted, blanks, blankAmounts, Target, BlankTarget);
    }

    private static double[] AmountsOf(ReadOnlySpan<double> amounts, ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        if (amounts.IsEmpty) return taken;
        for (var i = 0; i < rows.Length; i++) taken[i] = amounts[rows[i]] is > 0 and < double.PositiveInfinity and var amount ? amount : 0;
        return taken;
    }
}
