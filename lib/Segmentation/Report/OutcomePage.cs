using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Segmentation.Audit;
using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>A review of outcomes as one screen for the meeting: filters for window and segment, churn and revenue with intervals and verdicts, the ARR bridge. It opens offline; everything it can show is in the page.</summary>
public static class OutcomePage
{
    private const string All = "All accounts";

    // The notes that define what is shown stand open; the rest is a click away.
    private const int Defined = 2;

    /// <summary>Returns the page as one HTML document.</summary>
    /// <param name="review">The review.</param>
    /// <param name="options">Mask: counts of fewer accounts than a small cell, and rates that rest on so few events, are hidden.</param>
    public static string Write(OutcomeReview review, RenderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(review);
        var render = options ?? RenderOptions.Default;
        var title = $"{review.Framework.Title ?? "Segmentation"}: do the segments mean anything?";
        string[] segments = [All, .. review.Periods.SelectMany(p => p.Churn.Rows.Select(r => r.Segment)).Distinct(StringComparer.Ordinal)];
        var page = new StringBuilder("<style>").Append(Asset("outcomes.css")).Append("</style>")
            .Append("<div class=\"out-head\"><div><h1>").Append(Html(title)).Append("</h1><p class=\"seg-note\">").Append(Html(Subtitle(review))).Append("</p></div><div class=\"out-filters\">")
            .Append(Filter("Window", "out-period", [.. review.Periods.Select(p => p.Name)], review.Periods.Select((p, i) => p.Cohort.IsClosed && p.Cohort.Options.WindowDays is not null ? i : -1).Append(0).Max()))
            .Append(Filter(review.Dimension, "out-segment", segments, 0)).Append("</div></div>");
        for (var period = 0; period < review.Periods.Length; period++) page.Append(Section(review.Periods[period], period, segments, render));
        return HtmlPage.Write(title, [page.Append("<script>").Append(Asset("outcomes.js")).Append("</script>").ToString()]);
    }

    /// <summary>Writes the page to a file, over an older one.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="review">The review.</param>
    /// <returns>What was written.</returns>
    public static OutcomePageFile Save(string path, OutcomeReview review)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(review);
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(path, Write(review));
        return new(Path.GetFileName(path), review.Dimension, review.Periods.Length, review.Periods.IsEmpty ? 0 : review.Periods[0].Churn.Rows.Length);
    }

    private static string Subtitle(OutcomeReview review)
    {
        var first = review.Periods.Select(p => p.Cohort).FirstOrDefault(c => c.Reason is null);
        if (first is null) return $"By {review.Dimension}. Nothing could be followed.";
        var launch = first.Launch is not { } day ? string.Empty : day.Date == first.Start.AddDays(1) ? ", the eve of the launch" : $" (launch on {DateColumn.Show(day)})";
        return $"By {review.Dimension}, framework {review.Framework.Version}: accounts that paid on {DateColumn.Show(first.Start)}{launch}, each in the segment it had {(first.Source == SegmentSource.Today ? "on the day of the exports" : "then")}.";
    }

    private static StringBuilder Section(OutcomePeriod period, int at, string[] segments, RenderOptions render)
    {
        var section = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<section data-period=\"{at}\"><p class=\"out-answer\"><b>{Html(period.Name)}.</b> {Html(Sentence(OutcomeReview.Answer(period)))}</p>"));
        if (period.Cohort.Reason is not null || period.Retention.Segments.IsEmpty) return section.Append("</section>");
        section.Append("<div class=\"out-grid\"><div class=\"out-left\">").Append(Strips(period, segments, render)).Append("</div><div class=\"out-bridge\">");
        for (var s = 0; s < segments.Length; s++)
        {
            var name = s == 0 ? ArrBridge.Total : segments[s];
            if (period.Bridge.Rows.FirstOrDefault(r => r.Group == name) is { } row) section.Append(CultureInfo.InvariantCulture, $"<div data-period=\"{at}\" data-segment=\"{s}\">{Bridge(s == 0 ? "all accounts" : name, row.Figures, period)}</div>");
        }

        return section.Append("</div></div><div class=\"out-notes\">").Append(Notes(period, render)).Append("</div></section>");
    }

    private static StringBuilder Strips(OutcomePeriod period, string[] segments, RenderOptions render)
    {
        var all = period.Retention.Segments[^1];
        var rows = segments.Select((name, s) => (
            Name: name,
            Revenue: s == 0 ? all : period.Retention.Segments.FirstOrDefault(x => x.IsSegment && x.Segment == name),
            Churn: s == 0 ? null : period.Churn.Rows.FirstOrDefault(r => r.Segment == name)?.Against)).ToArray();
        var churnAxis = (Low: 0.0, High: High(rows.Select(r => r.Churn is { Rate: not null } c ? c.RateInterval : r.Churn is null ? r.Revenue?.IntervalOf(RetentionMeasure.LogoChurnByEvent) : null)));
        var grossAxis = (Low: Low(rows.Select(r => r.Revenue?.IntervalOf(RetentionMeasure.GrossRetention))), High: 1.0);
        var netAxis = (Low: Low(rows.Select(r => r.Revenue?.IntervalOf(RetentionMeasure.NetRetention))), High: High(rows.Select(r => r.Revenue?.IntervalOf(RetentionMeasure.NetRetention))));
        var table = new StringBuilder("<table class=\"out-strips\"><thead><tr><th></th><th class=\"seg-n\">accounts</th><th class=\"seg-n\">ARR at the start</th><th colspan=\"2\">churned</th><th colspan=\"2\">revenue kept (GRR)</th><th colspan=\"2\">with growth (NRR)</th></tr></thead><tbody>");
        for (var s = 0; s < rows.Length; s++)
        {
            var (name, revenue, churn) = rows[s];
            table.Append(CultureInfo.InvariantCulture, $"<tr data-row=\"{s}\"><th scope=\"row\">{Html(name)}</th><td class=\"seg-n\">{render.Count(revenue?.Figures.Accounts ?? 0)}</td><td class=\"seg-n\">{RetentionWords.Money(revenue?.Figures.Start ?? 0)}</td>");
            var events = s == 0 ? all.Figures.Left : churn?.Events ?? 0;
            var few = render.Mask && events > 0 && events < render.SmallCell;
            table.Append(s == 0
                ? Cells(few ? null : all.Figures.Of(RetentionMeasure.LogoChurnByEvent), few ? null : all.IntervalOf(RetentionMeasure.LogoChurnByEvent), null, churnAxis, null, null, few)
                : Cells(few ? null : churn?.Rate, few || churn?.Rate is null ? null : churn.RateInterval, few ? null : all.Figures.Of(RetentionMeasure.LogoChurnByEvent), churnAxis, churn?.Verdict, churn is null ? null : SegmentComparisonWords.Verdict(churn), few));
            table.Append(Cells(revenue?.Figures.GrossRetention, revenue?.IntervalOf(RetentionMeasure.GrossRetention), s == 0 ? null : all.Figures.GrossRetention, grossAxis, revenue?.Gross?.Verdict, revenue?.Gross is { } g ? OutcomeReview.Words(g) : null, false))
                .Append(Cells(revenue?.Figures.NetRetention, revenue?.IntervalOf(RetentionMeasure.NetRetention), s == 0 ? null : all.Figures.NetRetention, netAxis, revenue?.Net?.Verdict, revenue?.Net is { } n ? OutcomeReview.Words(n) : null, false))
                .Append("</tr>");
        }

        return table.Append("</tbody></table>");
    }

    private static string Cells(double? value, Interval? interval, double? all, (double Low, double High) axis, OutcomeVerdict? verdict, string? words, bool hidden)
    {
        var shown = hidden ? RenderOptions.Hidden : value is { } v ? Phrase.Share(v) : "-";
        var range = interval is { } i ? $"<span class=\"out-small\">{Phrase.Share(i.Low).TrimEnd('%')}–{Phrase.Share(i.High)}</span>" : string.Empty;
        var kind = verdict switch { OutcomeVerdict.Difference => "out-difference", OutcomeVerdict.NoRelevantDifference => "out-none", _ => "out-unsure" };
        var said = words is null ? string.Empty : $"<span class=\"out-verdict {kind}\">{Html(words.Split(" (")[0])}</span>" + (words.Split(" (") is [_, var seen] ? $"<span class=\"out-small\">{Html(seen.TrimEnd(')'))}</span>" : string.Empty);
        return $"<td><span class=\"out-value\">{shown}</span>{range}</td><td>{(hidden ? string.Empty : OutcomeDrawing.Strip(value, interval, all, axis.Low, axis.High))}{said}</td>";
    }

    private static string Bridge(string name, RetentionFigures figures, OutcomePeriod period)
    {
        ImmutableArray<(string Name, decimal Amount, bool IsTotal)> steps =
        [
            (DateColumn.Show(period.Cohort.Start), figures.Start, true),
            ("new", figures.New, false),
            ("expansion", figures.Expansion, false),
            ("reactivation", figures.Reactivation, false),
            ("contraction", -figures.Contraction, false),
            ("churn", -figures.Churn, false),
            (DateColumn.Show(period.Cohort.History!.Months[period.Cohort.EndMonth]), figures.End, true),
        ];
        return $"<p class=\"out-title\">ARR of {Html(name)}</p>" + OutcomeDrawing.Bridge([.. steps.Where(s => s.IsTotal || s.Amount != 0)]);
    }

    private static string Notes(OutcomePeriod period, RenderOptions render)
    {
        var cohort = period.Cohort;
        var all = period.Retention.Segments[^1];
        string[] notes =
        [
            SegmentComparisonWords.Definition(SegmentComparisonMeasure.Churned) + " GRR: Σ min(ARR at the start, at the end) / Σ ARR at the start. NRR: Σ ARR at the end / Σ ARR at the start; new accounts are outside.",
            string.Create(CultureInfo.InvariantCulture, $"Marks are values, bars {cohort.Framework.Limits.Confidence * 100:0.#}% intervals (churn: Wilson; revenue: bootstrap of the accounts), the dashed line is all accounts. Verdicts compare a segment with all others of {period.Churn.Dimension}, corrected for their number; less than {Phrase.Points(cohort.Options.EquivalenceMargin)} of churn or {Phrase.Points(cohort.Options.RetentionMargin)} of revenue does not matter."),
            $"{All} counts every account of the start, also {render.Count(period.Churn.Unassigned)} Unassigned and {render.Count(period.Churn.Excluded)} excluded; the bridge of all accounts is the whole history, with those that came later.",
            .. cohort.Remarks.Select(r => r(render)),
            .. period.Churn.Notes,
            .. period.Retention.Segments.Any(s => s.Largest is { IsWarning: true }) ? [$"One account moves GRR by a point or more in {string.Join(" and ", period.Retention.Segments.Where(s => s.Largest is { IsWarning: true }).Select(s => s == all ? "all accounts" : s.Segment))}."] : Array.Empty<string>(),
        ];
        var (defined, rest) = (notes[..Defined], notes[Defined..]);
        return Paragraphs(defined) + $"<details><summary>What else to know ({rest.Length})</summary>{Paragraphs(rest)}</details>";

        static string Paragraphs(string[] lines) => string.Concat(lines.Select(n => $"<p>{Html(n)}</p>"));
    }

    private static StringBuilder Filter(string legend, string name, string[] choices, int chosen)
    {
        var filter = new StringBuilder($"<fieldset><legend>{Html(legend)}</legend>");
        for (var i = 0; i < choices.Length; i++)
            filter.Append(CultureInfo.InvariantCulture, $"<label><input type=\"radio\" name=\"{name}\" value=\"{i}\"{(i == chosen ? " checked" : string.Empty)}><span>{Html(choices[i])}</span></label>");
        return filter.Append("</fieldset>");
    }

    private static double Low(IEnumerable<Interval?> intervals) => Math.Max(0, intervals.Min(i => i?.Low) is { } low && low < 1 ? low : 0);

    private static double High(IEnumerable<Interval?> intervals) => intervals.Max(i => i?.High) is { } high && high > 0 ? high : 1;

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(OutcomePage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
