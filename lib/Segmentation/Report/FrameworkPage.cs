using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Segmentation.Charts;
using Segmentation.Criteria;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>The framework as a page for the meeting: dimensions, criteria in words, actions, sizes, statuses, open questions.</summary>
public static class FrameworkPage
{
    // A framework is a few dozen lines; all of them are read.
    private const int EveryRow = 1000;

    /// <summary>Returns the page as one HTML document that opens offline.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="distribution">Who is in which segment, for the sizes; null leaves them out.</param>
    /// <param name="options">Mask: sizes of fewer records than a small cell are left out.</param>
    public static string Write(SegmentationFramework framework, DistributionResult? distribution = null, RenderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var render = (options ?? RenderOptions.Default) with { RowLimit = EveryRow };
        var title = framework.Title ?? "Segmentation framework";
        var blocks = new List<string> { Heading(1, $"{title}, {framework.Version}") + Paragraph(Status(framework)) };
        if (distribution is { Totals.IsEmpty: false })
        {
            blocks.Add(Paragraph($"Sizes as of {DateColumn.Show(distribution.AsOf)}; shares are of the records that no exclusion holds."));
            blocks.Add(Chart.ArrBySegment(distribution).ToHtml(render));
        }

        if (framework.Dimensions.IsEmpty) blocks.Add(Paragraph("There is no dimension yet."));
        foreach (var dimension in framework.Dimensions) blocks.Add(Section(framework, dimension, distribution?.Dimensions.FirstOrDefault(d => d.Name == dimension.Name && d.Of == dimension.Of), render));
        Add("Exclusions, before every segment", Exclusions(framework));
        Add("Overrides", Overrides(framework));
        Add("Words agreed", Terms(framework));
        Add("Fields and where they come from", Fields(framework));
        Add("Open questions", Questions(framework));
        return HtmlPage.Write($"{title}, {framework.Version}", blocks);

        void Add(string heading, Table table)
        {
            if (table.RowCount > 0) blocks.Add(Heading(2, heading) + table.ToHtml(render));
        }
    }

    /// <summary>Writes the page to a file, over an older one.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="framework">The framework.</param>
    /// <param name="distribution">Who is in which segment, for the sizes; null leaves them out.</param>
    /// <returns>What was written.</returns>
    public static FrameworkPageFile Save(string path, SegmentationFramework framework, DistributionResult? distribution = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(framework);
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(path, Write(framework, distribution));
        return new(Path.GetFileName(path), framework.Version, framework.Dimensions.Length, framework.Dimensions.Sum(d => d.Segments.Length));
    }

    private static string Section(SegmentationFramework framework, Dimension dimension, DimensionDistribution? sizes, RenderOptions options)
    {
        ImmutableArray<FieldDefinition> fields = [.. framework.Fields.Where(f => f.Of == dimension.Of).Select(f => f.Definition)];
        var segments = dimension.Segments;
        SegmentDistribution?[] found = [.. segments.Select(s => sizes?.Segments.FirstOrDefault(x => !x.IsUnassigned && x.Name == s.Name))];
        var many = SnakeName.Of(dimension.Of);
        var columns = new List<Column>
        {
            Column.Of("segment", segments.Select(s => s.Name)),
            Column.Of("who belongs to it", segments.Select(s => s.Criteria.ToWords(fields))),
            Column.Of("what we do", segments.Select(s => s.Action ?? "(no action yet)")),
            Column.Of("owner", segments.Select(s => s.Owner)),
        };
        if (sizes is not null)
        {
            columns.Add(NumberColumn.Create(many, [.. found.Select(s => (double)(s?.Records ?? 0))], NumberFormat.Count));
            columns.Add(Column.Of("share", found.Select(s => s?.Share), NumberFormat.Share));
            if (sizes.Arr is not null) columns.Add(Column.Of("ARR", found.Select(s => s?.Arr), NumberFormat.Money));
        }

        columns.Add(Column.Of("status", segments.Select(s => s.Standing.Date == dimension.Standing.Date ? Word(s.Standing.Status) : Status(s.Standing))));
        if (segments.Any(s => s.Standing.Question is not null)) columns.Add(Column.Of("open question", segments.Select(s => s.Standing.Question)));
        var about = $"Divides {many}; {SnakeName.Words(dimension.Kind)}; {Status(dimension.Standing)}.";
        var unassigned = sizes is { Unassigned.Records: > 0 and var records } ? $"Unassigned: {options.Count(records)} {many}." : string.Empty;
        return Heading(2, dimension.Name) + Paragraph(string.Join(" ", new[] { dimension.Purpose, about, dimension.Standing.Question, unassigned }.Where(t => !string.IsNullOrEmpty(t))))
            + new Table($"{dimension.Name}, in order of precedence", columns).ToHtml(options);
    }

    private static Table Exclusions(SegmentationFramework framework) => new(
        "exclusions",
        Column.Of("of", framework.Exclusions.Select(e => SnakeName.Of(e.Of))),
        Column.Of("exclusion", framework.Exclusions.Select(e => e.Name)),
        Column.Of("who is excluded", framework.Exclusions.Select(e => e.Criteria.ToWords(framework.Fields.Where(f => f.Of == e.Of).Select(f => f.Definition)))),
        Column.Of("why", framework.Exclusions.Select(e => e.Reason)),
        Column.Of("status", framework.Exclusions.Select(e => Status(e.Standing))));

    private static Table Overrides(SegmentationFramework framework) => new(
        "overrides",
        Column.Of("record", framework.Overrides.Select(o => o.RecordId)),
        Column.Of("dimension", framework.Overrides.Select(o => o.Dimension)),
        Column.Of("segment", framework.Overrides.Select(o => o.Segment)),
        Column.Of("decided by", framework.Overrides.Select(o => o.Owner)),
        Column.Of("why", framework.Overrides.Select(o => o.Reason)),
        Column.Of("until, included", framework.Overrides.Select(o => (DateTime?)o.Expires)));

    private static Table Terms(SegmentationFramework framework) => new(
        "definition alignment",
        Column.Of("word", framework.Terms.Select(t => t.Name)),
        Column.Of("means here", framework.Terms.Select(t => t.Meaning)),
        Column.Of("status", framework.Terms.Select(t => Status(t.Standing))),
        Column.Of("open question", framework.Terms.Select(t => t.Standing.Question)));

    private static Table Fields(SegmentationFramework framework) => new(
        "fields",
        Column.Of("of", framework.Fields.Select(f => SnakeName.Of(f.Of))),
        Column.Of("field", framework.Fields.Select(f => f.Definition.Name)),
        Column.Of("holds", framework.Fields.Select(f => string.Join(", ", new[] { SnakeName.Words(f.Definition.Type), f.Definition.Unit }.Where(t => t is not null)))),
        Column.Of("source", framework.Fields.Select(f => f.Source ?? "(no source yet)")),
        Column.Of("status", framework.Fields.Select(f => Status(f.Standing))),
        Column.Of("evidence", framework.Fields.Select(f => f.Standing.Evidence)));

    private static Table Questions(SegmentationFramework framework)
    {
        (string Item, string Question)[] open = [.. Items(framework).Where(i => i.Standing.Question is not null).Select(i => (i.Item, i.Standing.Question!))];
        return new("open questions", Column.Of("about", open.Select(q => q.Item)), Column.Of("question", open.Select(q => q.Question)));
    }

    private static IEnumerable<(string Item, Standing Standing)> Items(SegmentationFramework framework) =>
    [
        .. framework.Dimensions.SelectMany(d => d.Segments.Select(s => ($"{d.Name}: {s.Name}", s.Standing)).Prepend((d.Name, d.Standing))),
        .. framework.Exclusions.Select(e => (e.Name, e.Standing)),
        .. framework.Terms.Select(t => (t.Name, t.Standing)),
        .. framework.Fields.Select(f => (f.Definition.Name, f.Standing)),
        .. framework.Overrides.Select(o => ($"{o.RecordId} in {o.Dimension}", o.Standing)),
        .. framework.Views.Select(v => (v.Name, v.Standing)),
    ];

    private static string Status(SegmentationFramework framework) => "Items: " + string.Join(", ", Enum.GetValues<ItemStatus>().Reverse()
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"{Items(framework).Count(i => i.Standing.Status == s):#,0} {Word(s)}"))) + ".";

    private static string Word(ItemStatus status) => SnakeName.Of(status).ToUpperInvariant();

    private static string Status(Standing standing) => Word(standing.Status) + (standing.Date is { } date ? $" on {DateColumn.Show(date)}" : string.Empty);

    private static string Heading(int level, string text) => string.Create(CultureInfo.InvariantCulture, $"<h{level}>{WebUtility.HtmlEncode(text)}</h{level}>");

    private static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>";
}
