using System.Globalization;

namespace Segmentation.Samples;

/// <summary>Values as the systems write them.</summary>
internal static class Format
{
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Us(DateOnly date) => date.ToString("M/d/yyyy", CultureInfo.InvariantCulture);

    public static string European(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string German(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Stamp(DateOnly date, int secondOfDay) =>
        date.ToDateTime(TimeOnly.MinValue).AddSeconds(secondOfDay).ToString("yyyy-MM-ddTHH:mm:ss.000Z", CultureInfo.InvariantCulture);

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Thousands(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Returns an amount as a Salesforce report writes currency, with its trailing space: <c>$12,300.50 </c>.</summary>
    public static string Currency(long cents) => (cents / 100m).ToString("$#,##0.00;-$#,##0.00", CultureInfo.InvariantCulture) + " ";

    public static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Returns tenths with a decimal comma: <c>63,4</c>.</summary>
    public static string CommaTenths(int tenths) => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10},{tenths % 10}");
}
