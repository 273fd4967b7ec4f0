using Segmentation.Text;

namespace Segmentation.Match;

/// <summary>
/// One way to compare the values of one field, answered as the number of bounds that a pair reaches: bound 1 is the loosest. What depends on
/// one value alone is prepared once a distinct value.
/// </summary>
internal abstract class PairComparerMeasure(double[] bounds)
{
    /// <summary>Gets the bounds, from the loosest to the strictest.</summary>
    protected double[] Bounds { get; } = bounds;

    /// <summary>Returns a measure.</summary>
    /// <param name="test">How the values are compared.</param>
    /// <param name="values">The field's distinct values.</param>
    /// <param name="bounds">From the loosest to the strictest, each once.</param>
    public static PairComparerMeasure Of(LevelTest test, string[] values, double[] bounds) => test switch
    {
        LevelTest.Exact => new Exact(),
        LevelTest.JaroWinkler => new Similarity(values, bounds),
        LevelTest.Levenshtein => new Distance(values, bounds, swaps: false),
        LevelTest.Damerau => new Distance(values, bounds, swaps: true),
        LevelTest.Jaccard => new Words(values, bounds),
        LevelTest.Prefix => new Beginning(values, bounds),
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, "Expected a test of LevelTest."),
    };

    /// <summary>Returns the number of bounds that two values reach.</summary>
    /// <param name="left">Code of one value.</param>
    /// <param name="right">Code of the other.</param>
    public abstract int Reached(int left, int right);

    private protected int AtOrAbove(double value)
    {
        var reached = 0;
        while (reached < Bounds.Length && value >= Bounds[reached]) reached++;
        return reached;
    }

    private protected int AtOrBelow(double value)
    {
        var reached = 0;
        while (reached < Bounds.Length && value <= Bounds[reached]) reached++;
        return reached;
    }

    /// <summary>Equality is told by the codes, before any measure is asked.</summary>
    private sealed class Exact() : PairComparerMeasure([])
    {
        public override int Reached(int left, int right) => 0;
    }

    private sealed class Similarity(string[] values, double[] bounds) : PairComparerMeasure(bounds)
    {
        // Rounding may lift a similarity by less than this above what it can be.
        private const double Rounding = 1e-9;
        private readonly PairComparerLetters[] letters = PairComparerLetters.OfAll(values);

        public override int Reached(int left, int right)
        {
            if (left == right) return AtOrAbove(1);
            var (a, b) = (letters[left], letters[right]);
            if (a.Length == 0 || b.Length == 0) return AtOrAbove(0);
            // A letter that the other text does not hold matches nothing: most pairs of different names end here.
            var matches = Math.Min(a.Length - a.Beyond(b), b.Length - b.Beyond(a));
            return JaroWinkler.AtMost(matches, a.CommonPrefix(b), a.Length, b.Length) + Rounding < Bounds[0] ? 0 : AtOrAbove(JaroWinkler.Similarity(values[left], values[right]));
        }
    }

    private sealed class Distance(string[] values, double[] bounds, bool swaps) : PairComparerMeasure(bounds)
    {
        private readonly PairComparerLetters[] letters = PairComparerLetters.OfAll(values);

        public override int Reached(int left, int right)
        {
            if (left == right) return AtOrBelow(0);
            var (a, b) = (letters[left], letters[right]);
            // An error removes at most one letter that the other text does not hold, and changes the length by at most one.
            if (Math.Max(Math.Max(a.Beyond(b), b.Beyond(a)), Math.Abs(a.Length - b.Length)) > Bounds[0]) return 0;
            return AtOrBelow(swaps ? EditDistance.Damerau(values[left], values[right]) : EditDistance.Levenshtein(values[left], values[right]));
        }
    }

    private sealed class Beginning(string[] values, double[] bounds) : PairComparerMeasure(bounds)
    {
        public override int Reached(int left, int right)
        {
            var (a, b) = (values[left], values[right]);
            var shared = Math.Min(a.Length, b.Length);
            return a.AsSpan(0, shared).SequenceEqual(b.AsSpan(0, shared)) ? AtOrAbove(shared) : 0;
        }
    }

    private sealed class Words : PairComparerMeasure
    {
        // The words of value v as numbers in ascending order, each once: words[starts[v] .. starts[v + 1]).
        private readonly int[] words;
        private readonly int[] starts;

        public Words(string[] values, double[] bounds)
            : base(bounds)
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            var all = new List<int>();
            starts = new int[values.Length + 1];
            for (var value = 0; value < values.Length; value++)
            {
                var own = new SortedSet<int>();
                foreach (var word in values[value].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!known.TryGetValue(word, out var number)) known[word] = number = known.Count;
                    own.Add(number);
                }

                all.AddRange(own);
                starts[value + 1] = all.Count;
            }

            words = [.. all];
        }

        public override int Reached(int left, int right)
        {
            if (left == right) return AtOrAbove(1);
            var a = words.AsSpan(starts[left]..starts[left + 1]);
            var b = words.AsSpan(starts[right]..starts[right + 1]);
            if (a.Length + b.Length == 0) return 0;
            var shared = 0;
            for (int i = 0, j = 0; i < a.Length && j < b.Length;)
            {
                if (a[i] == b[j]) shared++;
                var step = a[i].CompareTo(b[j]);
                if (step <= 0) i++;
                if (step >= 0) j++;
            }

            return AtOrAbove((double)shared / (a.Length + b.Length - shared));
        }
    }
}
