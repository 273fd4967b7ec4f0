using Microsoft.Playwright;
using Segmentation.Framework;
using Segmentation.Outcome;
using Segmentation.Report;

namespace Segmentation.Notebooks.Tests.Browser;

public sealed class OutcomePageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const int ScreenWidth = 1440;
    private const int ScreenHeight = 900;

    private static readonly Lazy<OutcomeReview> Review = new(() =>
        OutcomeReview.Of(CleanCases.Samples.Value.Workspace, SegmentationFramework.Load(Path.Combine(Repository.Folder, "data-samples", "framework.yaml")), "Customer Tier", OutcomeOptions.Default with { Resamples = 50 }));

    [Fact]
    public async Task The_page_fits_one_screen_and_its_filters_work_offline()
    {
        await using var open = await chromium.OpenAsync(OutcomePage.Write(Review.Value));
        await open.Page.SetViewportSizeAsync(ScreenWidth, ScreenHeight);
        Assert.True(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight") <= ScreenHeight);
        Assert.Equal(["90 days."], await Visible(open.Page, ".out-answer b"));
        Assert.Equal(["ARR of all accounts"], await Visible(open.Page, ".out-title"));

        await open.Page.GetByText("60 days", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await open.Page.GetByText("SMB", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        Assert.Equal(["60 days."], await Visible(open.Page, ".out-answer b"));
        Assert.Equal(["ARR of SMB"], await Visible(open.Page, ".out-title"));

        // The chosen segment and all accounts stay; the others step back.
        Assert.Equal(["Enterprise", "Mid-Market"], await Visible(open.Page, "tr.out-quiet th"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_segment_and_a_title_that_are_markup_are_shown_letter_by_letter()
    {
        var periods = Review.Value.Periods.Select(p => p with { Churn = p.Churn with { Rows = [.. p.Churn.Rows.Select(r => r with { Segment = r.Segment + FigureCases.Script })] } });
        var hostile = Review.Value with { Dimension = FigureCases.Script, Framework = Review.Value.Framework with { Title = FigureCases.Script }, Periods = [.. periods] };
        await using var open = await chromium.OpenAsync(OutcomePage.Write(hostile));
        Assert.Contains(FigureCases.Script, await open.Page.Locator("h1").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("SMB" + FigureCases.Script, await Visible(open.Page, "tbody th"));
        Assert.Empty(open.Complaints);
    }

    private static async Task<string[]> Visible(IPage page, string selector) =>
        await page.EvaluateAsync<string[]>("s => [...document.querySelectorAll(s)].filter(e => e.getClientRects().length).map(e => e.textContent)", selector);
}
