using Segmentation.Statistics;

namespace Segmentation.Cuts;

/// <summary>A number for what happened to each counted record, and its sums over parts, as they are or dealt out anew.</summary>
internal sealed class OutcomeScores
{
    // Records with the most frequent score need not be dealt out: they are where the others are not.
    private readonly double usual;
    private readonly double[] unusual;
    private readonly ushort[] places;
    private readonly double[] observed;
    private readonly int[] sizes;

    private OutcomeScores(PreBins parts, double[] scores)
    {
        var counts = new Dictionary<double, int>();
        var (sum, total) = (0d, 0);
        for (var i = 0; i < scores.Length; i++)
        {
            sum += parts.Times[i] * scores[i];
            total += parts.Times[i];
            if (parts.Times[i] > 0) counts[scores[i]] = counts.GetValueOrDefault(scores[i]) + parts.Times[i];
        }

        var mean = total == 0 ? 0 : sum / total;
        var most = counts.Count == 0 ? mean : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
        usual = most - mean;
        var rest = new List<double>();
        (places, observed, sizes) = (new ushort[total], new double[parts.Parts], new int[parts.Parts]);
        var (place, squares) = (0, 0d);
        for (var part = 0; part < parts.Parts; part++)
        {
            for (var i = parts.Start[part]; i < parts.Start[part + 1]; i++)
            {
                for (var time = 0; time < parts.Times[i]; time++)
                {
                    places[place++] = (ushort)part;
                    if (scores[i] != most) rest.Add(scores[i] - most);
                }

                observed[part] += parts.Times[i] * (scores[i] - mean);
                squares += parts.Times[i] * (scores[i] - mean) * (scores[i] - mean);
                sizes[part] += parts.Times[i];
            }
        }

        unusual = [.. rest];
        Variance = counts.Count < 2 ? 0 : squares / (total - 1);
    }

    /// <summary>Gets the variance of the scores; 0 where all are equal.</summary>
    public double Variance { get; }

    public static OutcomeScores Of(PreBins parts)
    {
        var scores = new double[parts.Times.Length];
        switch (parts.Sample.Target)
        {
            case BinaryTarget binary:
                for (var i = 0; i < scores.Length; i++) scores[i] = binary.Event[i] ? 1 : 0;
                break;
            case ContinuousTarget continuous:
                continuous.Value.CopyTo(scores);
                break;
            case CensoredTarget censored:
                var ranks = CensoredBinScores.RanksOf(censored);
                var hazard = CensoredBinScores.CumulativeHazard(ranks, censored, parts.Times);
                for (var i = 0; i < scores.Length; i++) scores[i] = (censored.Event[i] ? 1 : 0) - hazard[ranks.Rank[i]];
                break;
            default:
                throw new ArgumentException("the sample knows no outcome; a test needs one: pass a target to CutSample.Of.", nameof(parts));
        }

        return new(parts, scores);
    }

    /// <summary>Returns the sums of scores less their mean, as they are.</summary>
    public double[] Sums() => observed;

    public double[] NewSums() => new double[observed.Length];

    public ushort[] NewPlaces() => new ushort[places.Length];

    /// <summary>Deals the scores out anew.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="dealt">Room for the place of every record; overwritten.</param>
    /// <param name="sums">Receives the sums.</param>
    public void Permute(SeededRandom random, ushort[] dealt, double[] sums)
    {
        places.CopyTo(dealt, 0);
        for (var part = 0; part < sums.Length; part++) sums[part] = sizes[part] * usual;
        for (var i = 0; i < unusual.Length; i++)
        {
            var j = i + random.Next(dealt.Length - i);
            (dealt[i], dealt[j]) = (dealt[j], dealt[i]);
            sums[dealt[i]] += unusual[i];
        }
    }
}
