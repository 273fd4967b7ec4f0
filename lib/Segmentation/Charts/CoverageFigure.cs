using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Charts;

/// <summary>How far the CRM and one provider after the other cover a field, against the target.</summary>
internal static class CoverageFigure
{
    public static Figure Draw(EnrichmentResult enrichment, Role? field)
    {
        var many = AuditText.Many(enrichment.Records);
        var fields = enrichment.Coverage.GroupBy(c => c.Field).Where(g => g.All(c => c.Coverage is not null)).ToArray();
        if (field is { } asked && fields.All(g => g.Key != asked))
            throw new KeyNotFoundException($"Nothing was enriched in {Name(asked)}. Fields: {string.Join(", ", fields.Select(g => Name(g.Key)).DefaultIfEmpty("none"))}.");
        if (fields.Length == 0) return ChartInput.Empty($"coverage-{many}", $"Coverage of {many}", $"No provider file holds anything about the {many}.", ChartOptions.Default);

        if (field is null) return All(enrichment, [.. fields.Select(g => g.OrderBy(c => c.Step).ToArray())]);
        var chosen = fields.First(g => g.Key == field);
        FieldCoverage[] steps = [.. chosen.OrderBy(c => c.Step)];
        var (first, last) = (steps[0], steps[^1]);
        var heading = Phrase.Of(
            steps.Length == 1 ? $"No provider adds {Name(chosen.Key)} to the " : $"{steps.Length - 1} {(steps.Length == 2 ? "provider brings" : "providers bring")} {Name(chosen.Key)} from ",
            AuditText.Share(first.Coverage!.Value, first.Covered),
            steps.Length == 1 ? $" of {many} that carry it" : " to ",
            steps.Length == 1 ? string.Empty : AuditText.Share(last.Coverage!.Value, last.Covered),
            $" of {many}, {(last.MeetsTarget ? "meeting" : "short of")} the {AuditText.Limit(last.Target)} target");
        ImmutableArray<Step> drawn =
        [
            .. steps.Select((c, i) => new Step(
                i == 0 ? "CRM" : $"then {c.Provider}",
                i == 0 ? 0 : steps[i - 1].Coverage!.Value,
                c.Coverage!.Value,
                Phrase.Of(i == 0 ? AuditText.Share(c.Coverage.Value) : string.Create(CultureInfo.InvariantCulture, $"{AuditText.Share(c.Coverage.Value)} (+{c.Filled:#,0}, {c.Unique:#,0} from nobody else)")),
                i == 0 ? c.Covered : c.Filled,
                i == 0 ? FigureStyle.Aside : FigureStyle.Palette[(i - 1) % FigureStyle.Palette.Length])),
        ];
        var note = last.CoverageOfArr is { } arr && first.CoverageOfArr is { } before ? Phrase.Of($"of ARR: {AuditText.Share(before)} before, {AuditText.Share(arr)} after") : Phrase.Empty;
        return StepsFigure.Draw($"coverage-{many}-{SnakeName.Of(chosen.Key).Replace('_', '-')}", heading, note, AuditText.Shares($"share of {many} with {Name(chosen.Key)}", 1.3), drawn,
            new LimitLine(last.Target, $"target {AuditText.Limit(last.Target)}", true));
    }

    /// <summary>Every field on a line: what the CRM held, then what each provider added.</summary>
    private static Figure All(EnrichmentResult enrichment, FieldCoverage[][] fields)
    {
        var many = AuditText.Many(enrichment.Records);
        FieldCoverage[][] sorted = [.. fields.OrderByDescending(f => f[^1].Coverage).ThenBy(f => Name(f[0].Field), StringComparer.Ordinal)];
        ImmutableArray<string> labels = [.. sorted.Select(f => Name(f[0].Field))];
        string[] sources = ["CRM", .. enrichment.Providers.Select(p => p.Provider)];
        var (before, after) = (sorted.Count(f => f[0].MeetsTarget), sorted.Count(f => f[^1].MeetsTarget));
        var heading = before == after
            ? string.Create(CultureInfo.InvariantCulture, $"{after} of {sorted.Length} fields of {many} meet the {AuditText.Limit(sorted[0][0].Target)} target; no provider brings another one there")
            : string.Create(CultureInfo.InvariantCulture, $"The providers bring {after} of {sorted.Length} fields of {many} to the {AuditText.Limit(sorted[0][0].Target)} target, {after - before} of them new");
        return new Figure($"coverage-{many}", heading,
            new FigureLayout(AuditText.Shares($"share of {many} with a value", 1.08), new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            {
                Height = FigureLayout.HeightOf(sorted.Length, 34),
                Stacked = true,
                ShowLegend = true,
                Limits = [new LimitLine(sorted[0][0].Target, $"target {AuditText.Limit(sorted[0][0].Target)}", true)],
            },
            [.. sources.Select((source, i) => Part(source, i, labels, sorted))]);
    }

    private static Trace Part(string source, int place, ImmutableArray<string> labels, FieldCoverage[][] fields)
    {
        FieldCoverage?[] steps = [.. fields.Select(f => f.FirstOrDefault(c => c.Provider == source))];
        double[] added = [.. steps.Select((c, i) => c is null ? 0 : c.Coverage!.Value - (c.Step == 0 ? 0 : fields[i].Last(b => b.Step < c.Step).Coverage!.Value))];
        return new Trace("bar",
        [
            new("y", new LabelSeries(labels)),
            new("x", new NumberSeries([.. added])),
            new("hovertext", new TextSeries([.. steps.Select((c, i) => c is null ? "does not write the field" : Phrase.Of($"{(c.Step == 0 ? "holds" : "adds")} ", Piece.Count(c.Step == 0 ? c.Covered : c.Filled), $", {AuditText.Share(added[i])}"))])),
        ])
        {
            Name = source,
            Records = [.. steps.Select(c => c is null ? 0.0 : c.Step == 0 ? c.Covered : c.Filled)],
            Style = () => new JsonObject
            {
                ["orientation"] = "h",
                ["marker"] = new JsonObject { ["color"] = place == 0 ? FigureStyle.Aside : FigureStyle.Palette[(place - 1) % FigureStyle.Palette.Length] },
                ["hovertemplate"] = "%{y}: %{fullData.name} %{hovertext}<extra></extra>",
            },
        };
    }

    private static string Name(Role role) => SnakeName.Words(role);
}
