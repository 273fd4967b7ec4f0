using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>What the engagement export says of each account over the last full months before the date of the values.</summary>
/// <remarks>A month is full where its last day is not after the date: on 30 June the window is April to June, on 29 June it is March to May. A mean is over the rows that
/// there are: a month without a row says nothing, it does not say 0.</remarks>
internal sealed class EngagementMonths(RecordSources sources)
{
    /// <summary>Months in the window.</summary>
    private const int Months = 3;

    private static readonly string[] Active = ["activeusers", "monthlyactiveusers", "mau"];
    private static readonly string[] Licensed = ["licensedusers", "licenses", "licences", "seats", "licensedseats", "purchasedseats", "totalseats"];
    private static readonly string[] Adoption = ["featureadoption", "adoption", "adoptionrate", "featureadoptionrate", "productadoption"];
    private static readonly string[] Nps = ["nps", "npsscore", "netpromoterscore"];

    private readonly Export? export = sources.Workspace.Find(EntityKind.Engagement);
    private int[]? accountOf;

    public NumberColumn? Of(string name)
    {
        if (!sources.HasDate || export?.Find(Role.AccountId) is not { } links || export.Find(Role.Period) is not DateColumn period) return null;
        accountOf ??= sources.AccountsOf(links);
        return name switch
        {
            "usage" => export.Find(Role.Usage) is NumberColumn usage ? Mean(period, usage, null) : null,
            "adoption" => Named(Adoption) is { } adoption ? Mean(period, adoption, null) : null,
            "active_share" => Named(Active) is { } active && Named(Licensed) is { } licensed ? Mean(period, active, licensed) : null,
            "nps" => Named(Nps) is { } nps ? Latest(period, nps) : null,
            _ => null,
        };
    }

    private NumberColumn? Named(string[] keys) => export!.Table.Columns.OfType<NumberColumn>().FirstOrDefault(c => keys.Contains(HeaderKey.Of(c.Name)));

    /// <summary>Returns the sum over the window by the sum of another column, or by the number of rows.</summary>
    private NumberColumn Mean(DateColumn period, NumberColumn over, NumberColumn? by)
    {
        var next = sources.AsOf.Date.AddDays(1);
        var end = new DateTime(next.Year, next.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var begin = end.AddMonths(-Months);
        var (sums, divisors) = (new double[sources.AccountRows], new double[sources.AccountRows]);
        for (var row = 0; row < accountOf!.Length; row++)
        {
            if (accountOf[row] < 0 || over[row] is not { } value || period[row] is not { } day || day < begin || day >= end) continue;
            if (by is null) divisors[accountOf[row]]++;
            else if (by[row] is { } divisor) divisors[accountOf[row]] += divisor;
            else continue;
            sums[accountOf[row]] += value;
        }

        return sources.OfFirstRow(row => divisors[row] > 0 ? sums[row] / divisors[row] : double.NaN, by is null ? over.Format : NumberFormat.Share);
    }

    /// <summary>Returns the last value on or before the date; of two on one day the later row.</summary>
    private NumberColumn Latest(DateColumn period, NumberColumn of)
    {
        var (days, values) = (new DateTime[sources.AccountRows], new double[sources.AccountRows]);
        Array.Fill(values, double.NaN);
        for (var row = 0; row < accountOf!.Length; row++)
        {
            if (accountOf[row] is >= 0 and var account && of[row] is { } value && period[row] is { } day && day <= sources.AsOf && day >= days[account])
                (days[account], values[account]) = (day, value);
        }

        return sources.OfFirstRow(row => values[row], of.Format);
    }
}
