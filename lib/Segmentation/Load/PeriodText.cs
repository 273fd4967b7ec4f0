using System.Globalization;
using System.Text.RegularExpressions;

namespace Segmentation.Load;

/// <summary>Months and quarters that are written as text: <c>2026-06</c>, <c>2026/6</c>, <c>202606</c>, <c>Jun 2026</c>, <c>June-26</c>, <c>06/2026</c>, <c>2026-Q2</c>, <c>Q2 2026</c>.</summary>
internal static partial class PeriodText
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Returns the first day of the month or quarter; null where the text names none.</summary>
    public static DateTime? Read(string text)
    {
        text = text.Trim();
        if (text.Length is < 5 or > 14) return null;
        var match = YearMonth().Match(text);
        if (!match.Success) match = MonthYear().Match(text);
        if (match.Success) return Day(match.Groups["y"].Value, int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture));
        match = Named().Match(text);
        if (match.Success) return Day(match.Groups["y"].Value, Array.IndexOf(MonthNames, match.Groups["m"].Value[..3].ToLowerInvariant()) + 1);
        match = Quarter().Match(text);
        return match.Success
            ? Day(match.Groups["y"].Value + match.Groups["y2"].Value, (int.Parse(match.Groups["q"].Value + match.Groups["q2"].Value, CultureInfo.InvariantCulture) * 3) - 2)
            : null;
    }

    private static DateTime? Day(string year, int month)
    {
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        return month is < 1 or > 12 ? null : new DateTime(y < 100 ? 2000 + y : y, month, 1, 0, 0, 0, DateTimeKind.Unspecified);
    }

    [GeneratedRegex("^(?<y>(?:19|20)[0-9]{2})(?:[-/. ]?(?<m>[0-9]{2})|[-/. ](?<m>[0-9]))$")]
    private static partial Regex YearMonth();

    [GeneratedRegex("^(?<m>[0-9]{1,2})[-/. ](?<y>(?:19|20)[0-9]{2})$")]
    private static partial Regex MonthYear();

    [GeneratedRegex("^(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[-/. ']+(?<y>(?:19|20)?[0-9]{2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex("^(?:(?<y>(?:19|20)[0-9]{2})[-/ ]?Q(?<q>[1-4])|Q(?<q2>[1-4])[-/ ]?(?<y2>(?:19|20)[0-9]{2}))$", RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();
}
