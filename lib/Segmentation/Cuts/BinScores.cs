namespace Segmentation.Cuts;

/// <summary>
/// What joined parts are worth: sums that add up over bands, from the first of one part to before another. One kind a target.
/// </summary>
internal abstract class BinScores
{
    private readonly int[] records;
    private readonly double[] amounts;

    protected BinScores(PreBins parts)
    {
        Parts = parts;
        (records, amounts) = (new int[parts.Parts + 1], new double[parts.Parts + 1]);
        var paid = parts.Sample.Amounts;
        var times = parts.Times;
        for (var part = 0; part < parts.Parts; part++)
        {
            var (count, amount) = (0, 0d);
            for (var i = parts.Start[part]; i < parts.Start[part + 1]; i++)
            {
                count += times[i];
                amount += times[i] * paid[i];
            }

            records[part + 1] = records[part] + count;
            amounts[part + 1] = amounts[part] + amount;
        }
    }

    /// <summary>Gets the parts.</summary>
    public PreBins Parts { get; }

    public static BinScores Of(PreBins parts) => parts.Sample.Target switch
    {
        BinaryTarget binary => new BinaryBinScores(parts, binary),
        ContinuousTarget continuous => new ContinuousBinScores(parts, continuous),
        CensoredTarget censored => new CensoredBinScores(parts, censored),
        _ => throw new ArgumentException("the sample knows no outcome; supervised cuts need one: pass a target to CutSample.Of.", nameof(parts)),
    };

    public int Records(int from, int to) => records[to] - records[from];

    public double Amount(int from, int to) => amounts[to] - amounts[from];

    /// <summary>Returns the events of a band; null for a target that has none.</summary>
    public abstract int? Events(int from, int to);

    /// <summary>Returns what a band adds to the score.</summary>
    public abstract double Score(int from, int to);

    /// <summary>Returns the rate of a band: share of events, mean, events per unit of time.</summary>
    public abstract double Rate(int from, int to);

    /// <summary>Returns the p-value between two neighbours, as if the cut between them had not been chosen.</summary>
    public abstract double PValue(int from, int cut, int to);

    /// <summary>Tells whether two neighbours differ at a p-value of at most a limit.</summary>
    public virtual bool Differ(int from, int cut, int to, double largest) => PValue(from, cut, to) <= largest;

    /// <summary>Tells whether a band holds only events, or none, so that half a record made up would decide what it is worth; always false where nothing is made up.</summary>
    public virtual bool IsPure(int from, int to) => false;

    /// <summary>Gets whether the outcome is the same for every record.</summary>
    public abstract bool IsConstant { get; }

    /// <summary>Gets the score in words.</summary>
    public abstract string Words { get; }
}
