using Segmentation.Charts;
using Segmentation.Clean;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Charts of clean-ups: of the samples, and of results made by hand that are empty or hold hostile names.</summary>
internal static class CleanCases
{
    public static readonly Lazy<CleanupResult> Samples = new(() =>
    {
        var folder = Path.Combine(Repository.Folder, "data-samples");
        return Cleanup.Run(Workspace.Open(folder), CleanupDecisions.Load(Path.Combine(folder, "decisions")));
    });

    public static IEnumerable<Figure> Coverage()
    {
        var accounts = Samples.Value.AccountEnrichment!;
        return
        [
            Chart.Coverage(accounts),
            Chart.Coverage(accounts, accounts.MostImproved),
            Chart.Coverage(Samples.Value.ContactEnrichment),
            Chart.Coverage(accounts with { Coverage = [] }),
            Chart.Coverage(accounts with { Coverage = [.. accounts.Coverage.Select(c => c with { Provider = c.Step == 0 ? "CRM" : FigureCases.Script, Filled = 1, Covered = 3 })] }, Role.Industry),
            Chart.Coverage(accounts with { Coverage = [.. accounts.Coverage.Where(c => c.Step == 0)] }),
            Chart.Coverage(null),
        ];
    }

    public static IEnumerable<Figure> MatchWeights()
    {
        var model = Samples.Value.AccountMatch!.Model;
        return
        [
            Chart.MatchWeights(model),
            Chart.MatchWeights(Samples.Value.ContactMatch!.Model),
            Chart.MatchWeights(model with { Settings = model.Settings with { Comparisons = [.. model.Settings.Comparisons.Select(c => c with { Name = FigureCases.Script })] } }),
            Chart.MatchWeights(model with { Settings = model.Settings with { Comparisons = [] } }),
            Chart.MatchWeights(null),
        ];
    }

    public static IEnumerable<Figure> Explanation()
    {
        var closest = Samples.Value.AccountMatch!.ClosestJoin!;
        return
        [
            Chart.Explanation(closest),
            Chart.Explanation(Samples.Value.ContactMatch!.ClosestJoin),
            Chart.Explanation(closest with { Left = FigureCases.Script, Right = "%{x}", Evidence = [.. closest.Evidence.Select(e => e with { Comparison = new Comparison("<b>x</b>", "name", [ComparisonLevel.Of(FigureCases.Script, "name", LevelTest.Exact)]), Level = 1 })] }),
            Chart.Explanation(closest with { Evidence = [] }),
            Chart.Explanation(null),
        ];
    }

    public static IEnumerable<Figure> BeforeAfter()
    {
        var quality = Samples.Value.BeforeAfter();
        return
        [
            Chart.BeforeAfter(quality),
            Chart.BeforeAfter(quality.AgainstLimits()),
            Chart.BeforeAfter(quality with { Figures = [] }),
            Chart.BeforeAfter(quality with
            {
                Figures =
                [
                    new("s", FigureCases.Script, "<b>x</b>", 0.8, "at least", new(0.5, 3, null, false), new(0.9, 90, null, true)),
                    new("s", "accounts", "%{y}", null, null, new(0.5, 3, null, null), null),
                    new("s", "accounts", "known after only", 0.1, "at most", null, new(0.2, 20, null, false)),
                ],
            }),
        ];
    }

    public static IEnumerable<Figure> ValuesMoved()
    {
        var moved = Samples.Value.ValuesMoved();
        return
        [
            Chart.ValuesMoved(moved),
            Chart.ValuesMoved(moved, Role.Country),
            Chart.ValuesMoved(moved, Role.Department, "contacts"),
            Chart.ValuesMoved(moved, Role.Currency),
            Chart.ValuesMoved(moved with { Moves = [] }),
            Chart.ValuesMoved(moved with
            {
                Moves = [new("accounts", FigureCases.Script, Role.Industry, "<b>x</b>", "%{y}", 3, null), new("accounts", FigureCases.Script, Role.Industry, "%{y}", "<b>x</b>", 30, 1), new("accounts", FigureCases.Script, Role.Industry, null, FigureCases.Script, 4, null)],
            }),
            Chart.ValuesMoved(moved with { Moves = [.. Enumerable.Range(0, 40).Select(i => new ValueMove("accounts", "Industry", Role.Industry, NumberColumn.Show(i, NumberFormat.Count), "One", i + 1, null))] }),
        ];
    }
}
