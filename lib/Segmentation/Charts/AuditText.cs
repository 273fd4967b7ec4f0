using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Words that the audit's charts share.</summary>
internal static class AuditText
{
    public static string Share(double share) => NumberColumn.Show(share, NumberFormat.Share);

    /// <summary>Returns a share without decimals, as limits are written.</summary>
    public static string Limit(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");

    /// <summary>Returns a share as a piece that is hidden where it rests on few records.</summary>
    public static Piece Share(double share, double records) => Piece.Figure(Share(share), records);

    public static string Points(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:+0.0;-0.0;0.0} points");

    /// <summary>Returns the records' name: <c>accounts</c>.</summary>
    public static string Many(EntityKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Returns one record's name: <c>account</c>.</summary>
    public static string One(EntityKind kind) => Many(kind).TrimEnd('s');

    /// <summary>Returns an axis of proportions, shown as percentages, with room for figures at its end.</summary>
    public static Axis Shares(string title, double high = 1) => new(title)
    {
        TickFormat = ".0%",
        Range = (0, high),
        Ticks = [(0, "0%"), (0.2, "20%"), (0.4, "40%"), (0.6, "60%"), (0.8, "80%"), (1, "100%")],
    };
}
