using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Session;
using Segmentation.Notebooks.Tests.Session;

namespace Segmentation.Notebooks.Tests.CSharp;

/// <summary>What was shown can be replaced where it stands.</summary>
public sealed class DisplayHandleTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Theory]
    [InlineData("var shown = display(1);")]
    [InlineData("var shown = 1.Display();")]
    public async Task An_update_has_the_id_of_what_it_replaces_also_from_a_later_cell(string cell)
    {
        var first = Assert.IsType<CellOutput.Shown>(Assert.Single((await probe.RunAsync(cell)).Outputs));
        var second = Assert.IsType<CellOutput.Shown>(Assert.Single((await probe.RunAsync("shown.Update(\"two\");")).Outputs));
        Assert.Equal(("1", false), (first.Data.Plain, first.IsUpdate));
        Assert.Equal(("two", true), (second.Data.Plain, second.IsUpdate));
        Assert.NotNull(first.DisplayId);
        Assert.Equal(first.DisplayId, second.DisplayId);
    }

    [Fact]
    public async Task A_handle_or_a_bar_at_the_end_of_a_cell_shows_nothing_more()
    {
        Assert.Single((await probe.RunAsync("display(1)")).Outputs);
        Assert.Single((await probe.RunAsync("2.Display()")).Outputs);
        Assert.Single((await probe.RunAsync("progress(\"p\", 2)")).Outputs);
    }

    [Fact]
    public async Task Two_displays_have_two_ids() =>
        Assert.Equal(2, (await probe.RunAsync("display(1); display(1);")).Outputs.OfType<CellOutput.Shown>().Select(s => s.DisplayId).Distinct().Count());

    [Fact]
    public void Null_shows_nothing_until_something_takes_its_place()
    {
        var scope = new ScopeProbe();
        scope.Scope.Enter();
        var shown = CellFunctions.display(null);
        Assert.Empty(scope.Outputs);
        shown.Update(1);
        shown.Update(null);
        shown.Update(2);
        Assert.Equal(["shown 1", "updated ", "updated 2"], scope.Said);
    }

    [Fact]
    public void Outside_of_cells_there_is_nothing_to_show_on() =>
        Assert.Equal(
            "Nothing can be shown or asked here: no notebook cell is running. 'display' is for code in cells.",
            Assert.Throws<InvalidOperationException>(() => CellFunctions.display(1)).Message);
}
