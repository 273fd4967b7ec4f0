using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>The covariates of a regression, record after record, with what each varies by.</summary>
/// <param name="Values">Length n p, record after record, as they came.</param>
/// <param name="Names">Length p.</param>
/// <param name="Mean">Length p.</param>
/// <param name="Scale">Length p. Standard deviation; 0 where the covariate is constant.</param>
internal sealed record Covariates(double[] Values, string[] Names, double[] Mean, double[] Scale)
{
    /// <summary>Gets the number of covariates p.</summary>
    public int Count => Names.Length;

    /// <exception cref="ArgumentException">The inputs differ in length, a name comes twice, or a value is not finite.</exception>
    public static Covariates Of(ReadOnlySpan<double> values, int records, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var p = names.Count;
        if (values.Length != (long)records * p)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"covariates has {values.Length} values but {records} records of {p} covariates need {(long)records * p}, record after record."), nameof(values));
        if (names.Distinct(StringComparer.Ordinal).Count() < p)
            throw new ArgumentException($"the covariate '{names.GroupBy(n => n, StringComparer.Ordinal).First(g => g.Count() > 1).Key}' is named twice; names must differ.", nameof(names));
        var (mean, squares, first) = (new double[p], new double[p], new bool[p]);
        for (var i = 0; i < records; i++)
        {
            for (var j = 0; j < p; j++)
            {
                var value = values[(i * p) + j];
                if (!double.IsFinite(value))
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"covariate '{names[j]}' of record {i} is {value} but must be finite. Leave out records without a value, and count them."), nameof(values));
                first[j] |= value != values[j];
                mean[j] += value;
            }
        }

        for (var j = 0; j < p; j++) mean[j] /= Math.Max(1, records);
        for (var i = 0; i < records; i++)
        {
            for (var j = 0; j < p; j++) squares[j] += (values[(i * p) + j] - mean[j]) * (values[(i * p) + j] - mean[j]);
        }

        return new(values.ToArray(), [.. names], mean, [.. squares.Select((s, j) => first[j] ? Math.Sqrt(s / records) : 0)]);
    }

    /// <summary>Returns a sentence for each covariate that is not fitted.</summary>
    public IEnumerable<string> LeftOut(IReadOnlyCollection<int> fitted) => Enumerable.Range(0, Count).Where(j => !fitted.Contains(j)).Select(j => Scale[j] > 0
        ? $"'{Names[j]}' is left out: the covariates before it determine it wherever records can be compared."
        : $"'{Names[j]}' is left out: it is the same for every record.");

    /// <summary>Returns the place of a name.</summary>
    /// <exception cref="ArgumentException">There is no such covariate.</exception>
    public static int Find(IReadOnlyList<string> names, string name)
    {
        for (var j = 0; j < names.Count; j++)
        {
            if (names[j].Equals(name, StringComparison.Ordinal)) return j;
        }

        throw new ArgumentException($"the regression has no covariate '{name}'. It has {string.Join(", ", names.Select(n => $"'{n}'"))}.", nameof(name));
    }
}
