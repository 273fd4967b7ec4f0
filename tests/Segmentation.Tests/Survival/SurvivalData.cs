using System.Globalization;
using Segmentation.Survival;

namespace Segmentation.Tests.Survival;

/// <summary>Published survival times, + where censored.</summary>
internal static class SurvivalData
{
    /// <summary>E. J. Freireich and others, Blood 21(6), 1963, 699-716: remission in weeks under 6-mercaptopurine.</summary>
    public const string SixMercaptopurine = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    /// <summary>The same study, placebo.</summary>
    public const string Placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    /// <summary>(start, stop, event) of eight records that come under watch late.</summary>
    public static EventTimes Late { get; } = EventTimes.Of([4, 6, 7, 5, 9, 3, 8, 10], [true, false, true, true, false, true, true, false], [0, 0, 2, 3, 5, 1, 4, 0]);

    /// <summary>Gets veterans who are said to come under watch as many days late as months had passed since their diagnosis, the day before their last one at most.</summary>
    public static EventTimes LateVeterans { get; } = EventTimes.Of(
        [.. VeteransLungCancer.All.Select(p => p.Days)], [.. VeteransLungCancer.All.Select(p => p.Died)], [.. VeteransLungCancer.All.Select(p => Math.Min(p.Days - 1, p.MonthsFromDiagnosis))]);

    public static EventTimes Of(params string[] groups)
    {
        string[] words = [.. groups.SelectMany(Words)];
        return EventTimes.Of([.. words.Select(w => double.Parse(w.TrimEnd('+'), CultureInfo.InvariantCulture))], [.. words.Select(w => !w.EndsWith('+'))]);
    }

    public static int[] GroupsOf(params string[] groups) => [.. groups.SelectMany((g, i) => Words(g).Select(_ => i))];

    private static string[] Words(string group) => group.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
