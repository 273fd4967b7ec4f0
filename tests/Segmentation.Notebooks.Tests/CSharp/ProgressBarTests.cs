using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;
using Segmentation.Notebooks.Tests.Session;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.CSharp;

/// <summary>Progress is drawn in one place, not too often, and never without its end; expected texts are counted by hand.</summary>
public sealed class ProgressBarTests
{
    private readonly ScopeProbe probe = new();

    public ProgressBarTests() => probe.Scope.Enter();

    [Fact]
    public void Reports_within_the_interval_are_drawn_once_with_the_last()
    {
        using var bar = CellFunctions.progress("Matching", 10);
        for (var i = 1; i <= 4; i++) bar.Report(i);
        Assert.Equal(["shown Matching [....................] 0 of 10 (0 %)"], probe.Said);
        probe.Clock.Advance(ProgressOptions.Default.Interval);
        Assert.Equal("updated Matching [########............] 4 of 10 (40 %)", Assert.Single(probe.Said.Skip(1)));
    }

    [Fact]
    public void A_report_after_the_interval_is_drawn_at_once()
    {
        using var bar = CellFunctions.progress("Matching", 10);
        probe.Clock.Advance(ProgressOptions.Default.Interval);
        bar.Advance(5);
        Assert.Equal("updated Matching [##########..........] 5 of 10 (50 %)", Assert.Single(probe.Said.Skip(1)));
    }

    [Fact]
    public void The_last_state_is_drawn_at_the_end_of_the_bar_and_of_the_cell()
    {
        using (var bar = CellFunctions.progress("a", 2)) bar.Report(2);
        var left = CellFunctions.progress("b", 2);
        left.Report(1);
        probe.Scope.Finish();
        Assert.Equal(["shown a [....................] 0 of 2 (0 %)", "updated a [####################] 2 of 2 (100 %)", "shown b [....................] 0 of 2 (0 %)", "updated b [##########..........] 1 of 2 (50 %)"], probe.Said);
        left.Dispose();
        Assert.Equal(4, probe.Outputs.Length);
    }

    [Fact]
    public void All_drawings_of_a_bar_are_of_one_place_and_none_is_a_result()
    {
        foreach (var _ in CellFunctions.track([1, 2, 3], "Items")) probe.Clock.Advance(ProgressOptions.Default.Interval);
        var drawn = probe.Outputs.Cast<CellOutput.Shown>().ToArray();
        Assert.Equal(4, drawn.Length);
        Assert.Single(drawn.Select(d => d.DisplayId).Distinct());
        Assert.Equal([false, true, true, true], drawn.Select(d => d.IsUpdate));
        Assert.All(drawn, d => Assert.Null(d.Value));
    }

    [Fact]
    public void A_sequence_whose_length_nobody_knows_is_counted()
    {
        Assert.Equal(5, CellFunctions.track(Endless().TakeWhile(n => n <= 5), "Reading").Count());
        Assert.Equal(["shown Reading 0", "updated Reading 5"], probe.Said);

        static IEnumerable<int> Endless()
        {
            for (var i = 1; ; i++) yield return i;
        }
    }

    [Fact]
    public void A_loop_that_is_left_early_shows_how_far_it_came()
    {
        foreach (var n in CellFunctions.track(Enumerable.Range(1, 4).ToArray()))
        {
            if (n == 3) break;
        }

        Assert.Equal("updated [##########..........] 2 of 4 (50 %)", probe.Said.Last());
    }

    [Theory]
    [InlineData(0, 0, "[####################] 0 of 0 (100 %)")]
    [InlineData(-1, 4, "[....................] -1 of 4 (0 %)")]
    [InlineData(9, 4, "[####################] 9 of 4 (100 %)")]
    [InlineData(1999, 2000, "[###################.] 1,999 of 2,000 (99 %)")]
    public void The_numbers_are_those_that_were_told_and_the_bar_stays_in_its_bounds(long value, long total, string expected) =>
        Assert.Equal(expected, Plain(new ProgressState(string.Empty, value, total)));

    [Fact]
    public void A_total_below_zero_is_an_error() =>
        Assert.StartsWith("A progress bar's total is the number of steps: at least 0, or null", Assert.Throws<ArgumentOutOfRangeException>(() => CellFunctions.progress("x", -1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Html_encodes_the_title_tells_the_share_and_takes_the_editor_s_colours()
    {
        var html = (string)new ProgressState("<b>", 1, 4).ToMimeBundle(RenderOptions.Default)["text/html"];
        Assert.Contains("<span>&lt;b&gt;</span>", html, StringComparison.Ordinal);
        Assert.Contains("aria-valuenow=\"25\"", html, StringComparison.Ordinal);
        Assert.Contains("width:25%", html, StringComparison.Ordinal);
        Assert.Contains("var(--vscode-progressBar-background,", html, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-valuenow", (string)new ProgressState("<b>", 1, null).ToMimeBundle(RenderOptions.Default)["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_mask_hides_a_title_which_may_quote_the_data()
    {
        var hidden = new ProgressState("Anna", 1, 2).ToMimeBundle(RenderOptions.Default with { Mask = true });
        Assert.All(hidden.Values, text => Assert.DoesNotContain("Anna", (string)text, StringComparison.Ordinal));
    }

    private static string Plain(ProgressState state) => (string)state.ToMimeBundle(RenderOptions.Default)["text/plain"];
}
