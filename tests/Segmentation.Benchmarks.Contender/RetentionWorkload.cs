namespace Segmentation.Benchmarks;

/// <summary>Accounts with 36 months of revenue each, from whole-number rules that C# and SQL reckon alike, so that nothing has to be handed over.</summary>
public static class RetentionWorkload
{
    /// <summary>Month ends of an account.</summary>
    public const int Months = 36;

    /// <summary>Segments.</summary>
    public const int Segments = 4;

    /// <summary>File of the amounts for the stream: doubles, little-endian, account after account.</summary>
    public const string FileName = "paid.bin";

    /// <summary>The same rules as SQL over <c>a</c>, the account, and <c>m</c>, the month: an account leaves in month 6 to 216, every fifth comes back after four months, and amounts change every half year.</summary>
    public const string Sql =
        "case when m >= 6 + (a * 31) % 211 and not (a % 5 = 0 and m >= 10 + (a * 31) % 211) then 0 else ((100000 + ((a * 7919) % 10007) * 971) * (100 + (a % 7 - 3) * (m // 6))) // 100 end";

    /// <summary>The segment as SQL.</summary>
    public const string SegmentSql = "(a * 7) % 4";

    /// <summary>Returns the segment of an account.</summary>
    /// <param name="account">Zero-based account.</param>
    public static int Segment(int account) => (int)(account * 7L % Segments);

    /// <summary>Writes what accounts pay.</summary>
    /// <param name="first">Zero-based first account.</param>
    /// <param name="paid">Receives <see cref="Months"/> amounts an account.</param>
    public static void Fill(int first, Span<double> paid)
    {
        for (var i = 0; i < paid.Length; i++)
        {
            var (account, month) = (first + (long)(i / Months), i % Months);
            var leaves = 6 + (account * 31 % 211);
            var isGone = month >= leaves && !(account % 5 == 0 && month >= leaves + 4);
            paid[i] = isGone ? 0 : ((100000 + (account * 7919 % 10007 * 971)) * (100 + (((account % 7) - 3) * (month / 6))) / 100) / 100d;
        }
    }
}
