using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>Cuts by the share of what all records pay: the top band is the fewest values from the highest down that pay a share of it together.</summary>
/// <remarks>ABC analysis after V. Pareto: H. F. Dickie, "ABC Inventory Analysis Shoots for Dollars, Not Pennies", Factory Management and Maintenance 109(7), 1951, 92-94.</remarks>
public static class ParetoCuts
{
    /// <summary>Gets the shares that are commonly asked for: the A records pay 80%, with the B records 95%.</summary>
    public static ImmutableArray<double> CommonShares { get; } = [0.80, 0.95];

    /// <summary>Returns the cuts.</summary>
    /// <param name="sample">The sample, with amounts.</param>
    /// <param name="shares">Ascending proportions in (0, 1): the values from the highest down that pay at least so much make the bands above a cut. <see cref="CommonShares"/> where default.</param>
    /// <param name="limits">What is reported where the bands do not meet it; <see cref="BandLimits.None"/> where null.</param>
    /// <returns>As many cuts as shares; fewer where one value pays several, or where a share takes all values.</returns>
    /// <exception cref="ArgumentException">The shares do not ascend, or are outside (0, 1).</exception>
    public static CutFinding Find(CutSample sample, ImmutableArray<double> shares = default, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (shares.IsDefault) shares = CommonShares;
        for (var i = 0; i < shares.Length; i++)
        {
            if (!(shares[i] > (i == 0 ? 0 : shares[i - 1]) && shares[i] < 1))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"share {i + 1} is {shares[i]}; shares must ascend within (0, 1), such as 0.8, 0.95."), nameof(shares));
        }

        var method = "Pareto, " + string.Join(" and ", shares.Select(ShortfallWords.Share));
        using var groups = ValueGroups.Of(sample, CutScale.Raw, CutWeight.Amount);
        if (CutWords.NoCut(groups, 1, CutScale.Raw, CutWeight.Amount) is { } reason) return new(method, []) { Reason = reason };
        var (paid, total) = (0.0, 0.0);
        foreach (var amount in groups.Amounts) total += amount;
        var cuts = new List<double>();
        var next = 0;
        for (var i = groups.Length - 1; i > 0 && next < shares.Length; i--)
        {
            paid += groups.Amounts[i];
            if (paid < shares[next] * total) continue;
            cuts.Add(groups.At[i]);
            while (next < shares.Length && paid >= shares[next] * total) next++;
        }

        cuts.Reverse();
        var found = new CutFinding(method, [.. cuts]);
        if (cuts.Count == 0) return found with { Reason = $"no cut is supported: only all records together pay {ShortfallWords.Share(shares[0])}" };
        if (cuts.Count < shares.Length) found = found with { Reason = $"{ShortfallWords.Bands(shares.Length + 1)} were asked for, {cuts.Count + 1} found: single values pay several shares, or the lowest is needed for the last" };
        return CutWords.Checked(found, sample, limits);
    }
}
