using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Report;

/// <summary>Small drawings of a page as SVG, in the page's own colours: no script draws them.</summary>
internal static class OutcomeDrawing
{
    private const double StripWidth = 200;
    private const double StripHeight = 34;
    private const double BarsWidth = 520;
    private const double RowHeight = 34;
    private const double NameWidth = 120;
    private const double AmountWidth = 96;
    private const string Up = "#009e73";
    private const string Down = "#d55e00";
    private const string Total = "#5f6b7a";
    private const string Accent = "#0072b2";

    /// <summary>Returns a value with its interval on an axis that all rows share, with the value of all accounts as a line.</summary>
    /// <param name="value">The value; null where there is none.</param>
    /// <param name="interval">Its interval; null where there is none.</param>
    /// <param name="all">The value of all; null for no line.</param>
    /// <param name="low">Lower end of the axis.</param>
    /// <param name="high">Upper end, above <paramref name="low"/>.</param>
    public static string Strip(double? value, Interval? interval, double? all, double low, double high)
    {
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {StripWidth} {StripHeight}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"))
            .Append(CultureInfo.InvariantCulture, $"<line x1=\"0\" x2=\"{StripWidth}\" y1=\"17\" y2=\"17\" stroke=\"#e6e9ed\" vector-effect=\"non-scaling-stroke\"/>");
        if (all is { } a) svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(a):0.##}\" x2=\"{X(a):0.##}\" y1=\"2\" y2=\"32\" stroke=\"#9aa5b1\" stroke-dasharray=\"3 3\" vector-effect=\"non-scaling-stroke\"/>");
        if (interval is { } i) svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(i.Low):0.##}\" x2=\"{X(i.High):0.##}\" y1=\"17\" y2=\"17\" stroke=\"{Accent}\" stroke-width=\"3\" vector-effect=\"non-scaling-stroke\"/>");
        if (value is { } v) svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(v):0.##}\" x2=\"{X(v):0.##}\" y1=\"9\" y2=\"25\" stroke=\"{Accent}\" stroke-width=\"4\" vector-effect=\"non-scaling-stroke\"/>");
        return svg.Append("</svg>").ToString();

        double X(double at) => 2 + ((StripWidth - 4) * Math.Clamp((at - low) / (high - low), 0, 1));
    }

    /// <summary>Returns a bridge of amounts: totals as bars from 0, changes as bars that float where the one before ended.</summary>
    /// <param name="steps">Name, amount and whether it is a total, from top to bottom.</param>
    public static string Bridge(ImmutableArray<(string Name, decimal Amount, bool IsTotal)> steps)
    {
        var height = RowHeight * steps.Length;
        var (low, high, running) = (0m, 0m, 0m);
        foreach (var (_, amount, total) in steps)
        {
            running = total ? amount : running + amount;
            (low, high) = (Math.Min(low, running), Math.Max(high, running));
        }

        var span = high > low ? high - low : 1m;
        var width = BarsWidth - NameWidth - AmountWidth;
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {BarsWidth} {height}\" role=\"img\" font-size=\"16\" font-family=\"inherit\">"));
        running = 0;
        for (var row = 0; row < steps.Length; row++)
        {
            var (name, amount, total) = steps[row];
            var from = total ? 0 : running;
            running = total ? amount : running + amount;
            var (left, right) = (X(Math.Min(from, running)), X(Math.Max(from, running)));
            var y = row * RowHeight;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 22}\" fill=\"#1f2933\">{WebUtility.HtmlEncode(name)}</text>")
                .Append(CultureInfo.InvariantCulture, $"<rect x=\"{left:0.##}\" y=\"{y + 8}\" width=\"{Math.Max(1.5, right - left):0.##}\" height=\"18\" fill=\"{(total ? Total : amount < 0 ? Down : Up)}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{BarsWidth}\" y=\"{y + 22}\" text-anchor=\"end\" fill=\"#1f2933\">{WebUtility.HtmlEncode(RetentionWords.Money(amount))}</text>");
        }

        return svg.Append("</svg>").ToString();

        double X(decimal at) => NameWidth + (width * (double)((at - low) / span));
    }
}
