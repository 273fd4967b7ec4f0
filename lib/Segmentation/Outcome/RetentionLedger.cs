using System.Globalization;

namespace Segmentation.Outcome;

/// <summary>What one account's revenue did between two month ends, in cents: month by month, so that an account that left and came back, or grew and shrank, has done both.</summary>
/// <param name="Start">What it paid at the start.</param>
/// <param name="End">What it paid at the end.</param>
/// <param name="New">What it paid in the month it came, where it had never paid before.</param>
/// <param name="Expansion">What it paid more in a month than in the one before, while it stayed.</param>
/// <param name="Contraction">What it paid less, while it stayed.</param>
/// <param name="Churn">What it had paid when it left.</param>
/// <param name="Reactivation">What it paid in the month it came back: all of it, also what exceeds the amount lost.</param>
/// <param name="HasLeft">Whether it paid at the start and then nothing at some month end, the last one included.</param>
internal readonly record struct RetentionPath(long Start, long End, long New, long Expansion, long Contraction, long Churn, long Reactivation, bool HasLeft)
{
    /// <summary>Gets what it still pays of what it paid at the start.</summary>
    public long Kept => Math.Min(Start, End);

    /// <summary>Gets what it would pay at the end had it stayed away once it left.</summary>
    public long EndWithoutReturn => HasLeft ? 0 : End;

    /// <summary>Gets what it had lost on the way: churn and contraction.</summary>
    public long Lost => Churn + Contraction;
}

/// <summary>Reads paths of revenue into movements: the one place in which churn, contraction, expansion, reactivation and new are told apart.</summary>
/// <remarks>The identity start + new + expansion - contraction - churn + reactivation = end holds for every account, in whole cents. A return is reactivation in full, as ChartMogul and Baremetrics
/// define it; what follows the return is expansion, contraction or churn again.</remarks>
internal static class RetentionLedger
{
    private const double CentsInAUnit = 100;

    // Beyond this a sum of a million accounts would leave 64 bits; no account pays 50 billion a year.
    private const double Largest = 5e10;

    /// <summary>Returns an amount in whole cents; 0 where it is below 0 or no number.</summary>
    /// <exception cref="ArgumentException">The amount is beyond what can be added up to the cent.</exception>
    public static long Cents(double amount)
    {
        if (!(amount > 0)) return 0;
        return amount <= Largest ? (long)Math.Round(amount * CentsInAUnit) : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"an account pays {amount:R} a year, beyond {Largest:#,0}: no such amount can be added up to the cent. Correct it in the history of ARR."), nameof(amount));
    }

    /// <summary>Returns an amount of cents in units of the currency.</summary>
    public static decimal Money(long cents) => cents / 100m;

    /// <summary>Returns what an account's revenue did.</summary>
    /// <param name="paid">What it paid at each month end, from the start to the end, both included; at least one. Below 0 and NaN are nothing.</param>
    /// <param name="paidBefore">Whether it had paid in a month before the first: then it cannot be new.</param>
    public static RetentionPath Of(ReadOnlySpan<double> paid, bool paidBefore = false)
    {
        var start = Cents(paid[0]);
        var (before, last) = (start, paid[0]);
        var (fresh, expansion, contraction, churn, reactivation, hasLeft) = (0L, 0L, 0L, 0L, 0L, false);
        var isKnown = paidBefore || start > 0;
        for (var month = 1; month < paid.Length; month++)
        {
            // Most months change nothing: not even cents are reckoned for them.
            if (paid[month] == last) continue;
            last = paid[month];
            var now = Cents(last);
            if (now == before) continue;
            if (before == 0)
            {
                if (isKnown) reactivation += now;
                else fresh += now;
                isKnown = true;
            }
            else if (now == 0)
            {
                churn += before;
                hasLeft |= start > 0;
            }
            else if (now > before) expansion += now - before;
            else contraction += before - now;
            before = now;
        }

        return new(start, before, fresh, expansion, contraction, churn, reactivation, hasLeft);
    }

    /// <summary>Tells whether anything was paid in some month.</summary>
    public static bool HasPaid(ReadOnlySpan<double> paid)
    {
        foreach (var amount in paid)
        {
            if (amount > 0) return true;
        }

        return false;
    }

    /// <summary>Adds accounts to the sums of their groups.</summary>
    /// <param name="paid">Account after account, <paramref name="months"/> amounts each, from the start to the end.</param>
    /// <param name="months">Month ends of an account, at least 1.</param>
    /// <param name="group">Zero-based group of each account, in the range of <paramref name="sums"/>; below 0 for an account that is left out.</param>
    /// <param name="sums">One a group; added to, so that a history of any length can be given block by block.</param>
    public static void Add(ReadOnlySpan<double> paid, int months, ReadOnlySpan<int> group, Span<RetentionSums> sums)
    {
        if (paid.Length != (long)months * group.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"paid has {paid.Length} amounts but {group.Length} accounts of {months} months need {(long)months * group.Length}."), nameof(paid));
        for (var account = 0; account < group.Length; account++)
        {
            if (group[account] >= 0) sums[group[account]].Add(Of(paid.Slice(account * months, months)));
        }
    }
}
