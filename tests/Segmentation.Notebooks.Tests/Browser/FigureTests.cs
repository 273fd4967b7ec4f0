using System.Globalization;
using System.Reflection;
using Microsoft.Playwright;
using Segmentation.Charts;
using Segmentation.Report;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Every figure in the real plotly.js in the real browser.</summary>
public sealed class FigureTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    public static TheoryData<string, bool> Functions()
    {
        var data = new TheoryData<string, bool>();
        foreach (var function in FigureCases.ByFunction.Keys)
        {
            data.Add(function, false);
            data.Add(function, true);
        }

        return data;
    }

    [Fact]
    public void Every_chart_function_has_a_case() => Assert.Equal(
        typeof(Chart).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal),
        FigureCases.ByFunction.Keys);

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_figure_is_valid_and_draws_without_a_complaint(string function, bool mask)
    {
        var options = new RenderOptions(Mask: mask);
        var figures = FigureCases.ByFunction[function]().ToArray();
        await using var open = await chromium.OpenAsync(HtmlPage.Write(function, figures.Select(f => f.ToHtml(options))));

        var invalid = await open.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.seg-figure script[type="application/json"]')].flatMap((s, i) => {
              const f = JSON.parse(s.textContent);
              // Plotly copies the arguments of a slider's steps and then takes the copy of an object for another value.
              const copied = e => e.code === 'dynamic' && e.path[0] === 'sliders' && e.path.includes('args');
              return (Plotly.validate(f.data, f.layout) || []).filter(e => !copied(e)).map(e => i + ': ' + e.msg);
            })
            """);
        Assert.Empty(invalid);
        await open.Page.WaitForFunctionAsync("n => document.querySelectorAll('.seg-plot .main-svg .infolayer').length >= n", figures.Length);
        Assert.Equal(figures.Length, await open.Page.Locator(".seg-plot.js-plotly-plot").CountAsync());
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_figure_keeps_its_height_when_the_window_changes()
    {
        var table = new Table("accounts", Column.Of("tier", ["SMB", "SMB", "Enterprise"]));
        await using var open = await chromium.OpenAsync(HtmlPage.Write("resize", [Chart.Bar(table, "tier").ToHtml()]));
        const string height = "() => document.querySelector('.js-plotly-plot')._fullLayout.height";
        await open.Page.WaitForFunctionAsync("() => document.querySelector('.js-plotly-plot')?._fullLayout");
        var (before, width) = (await open.Page.EvaluateAsync<int>(height), open.Page.ViewportSize!.Width);
        await open.Page.SetViewportSizeAsync(width - 200, 700);

        await open.Page.WaitForFunctionAsync("w => document.querySelector('.js-plotly-plot')._fullLayout.width <= w", width - 200);
        Assert.Equal(before, await open.Page.EvaluateAsync<int>(height));
    }

    [Fact]
    public async Task A_slider_moves_its_cut_and_says_what_that_costs()
    {
        await using var open = await chromium.OpenAsync(HtmlPage.Write("slider", [CalibrationCases.CutSliders().First().ToHtml()]));
        const string state = "() => { const l = document.querySelector('.js-plotly-plot').layout; return [l.title.text, String(l.shapes.filter(s => s.type === 'line')[0].x0)]; }";
        await open.Page.WaitForFunctionAsync("() => document.querySelector('.slider-rail-touch-rect')");
        var before = await open.Page.EvaluateAsync<string[]>(state);
        Assert.Contains("Kept: 100.", before[0], StringComparison.Ordinal);
        var rail = (await open.Page.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        await open.Page.Mouse.ClickAsync(rail.X + (rail.Width * 0.95f), rail.Y + (rail.Height / 2));
        await open.Page.WaitForFunctionAsync("t => document.querySelector('.js-plotly-plot').layout.title.text !== t", before[0]);

        var after = await open.Page.EvaluateAsync<string[]>(state);
        Assert.Matches("moves .* accounts? down", after[0]);
        Assert.True(double.Parse(after[1], CultureInfo.InvariantCulture) > double.Parse(before[1], CultureInfo.InvariantCulture));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_company_called_like_a_script_or_in_bold_is_shown_letter_by_letter()
    {
        var table = new Table("accounts", Column.Of("name", [FigureCases.Script, "<b>x</b>", "<b>x</b>", "%{y}"]));
        await using var open = await chromium.OpenAsync(HtmlPage.Write("names", [table.ToHtml(), Chart.Bar(table, "name").ToHtml()]));
        await open.Page.WaitForSelectorAsync(".seg-plot .yaxislayer-above text, .seg-plot .ytick text");

        var labels = await open.Page.Locator(".seg-plot .ytick text").AllTextContentsAsync();
        Assert.Equal(["%{y}", "<b>x</b>", FigureCases.Script], labels.Order(StringComparer.Ordinal));
        Assert.Contains("<b>x</b>", await open.Page.Locator(".seg-plot .gtitle").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await open.Page.Locator(".seg-plot .ytick b, .seg-plot .ytick tspan[style*='bold']").CountAsync());
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_hover_box_shows_a_hostile_label_letter_by_letter()
    {
        var table = new Table("accounts", Column.Of("name", [FigureCases.Script, FigureCases.Script]));
        await using var open = await chromium.OpenAsync(HtmlPage.Write("hover", [Chart.Bar(table, "name").ToHtml()]));
        await open.Page.Locator(".seg-plot .bars .point path").First.HoverAsync(new LocatorHoverOptions { Force = true });
        Assert.Contains(FigureCases.Script, await open.Page.Locator(".hoverlayer").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_diagram_is_drawn_from_the_page_itself()
    {
        await using var open = await chromium.OpenAsync(HtmlPage.Write("diagram", ["<pre class=\"mermaid\">flowchart LR\n  A[Exports] --&gt; B[Audit]</pre>"]));
        await open.Page.WaitForSelectorAsync("pre.mermaid svg");
        Assert.Contains("Exports", await open.Page.Locator("pre.mermaid").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_page_reaches_for_nothing_outside_itself()
    {
        await using var open = await chromium.OpenAsync(HtmlPage.Write("outside", ["<p><img src=\"https://example.invalid/pixel.png\" alt=\"\"></p>", "<p id=\"end\">end</p>"]));
        await open.Page.WaitForSelectorAsync("#end");
        Assert.DoesNotContain(open.Complaints, c => c.StartsWith("request:", StringComparison.Ordinal));
        Assert.Contains(open.Complaints, c => c.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wide_table_scrolls_in_its_own_box()
    {
        var wide = new Table("wide", Enumerable.Range(0, 60).Select(i => (Column)Column.Of($"a column with number {i}", [1.0, 2.0])));
        await using var open = await chromium.OpenAsync(HtmlPage.Write("wide", [wide.ToHtml()]));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => { const t = document.querySelector('.seg-table'); return t.scrollWidth > t.clientWidth; }"));
        Assert.Empty(open.Complaints);
    }
}
