using Segmentation.Notebooks.Tests.Session;

namespace Segmentation.Notebooks.Tests.CSharp;

/// <summary>What later cells can no longer name is let go, unless something that still runs can reach it. Counted as objects that the collector took.</summary>
public sealed class ReachableCellsTests : IDisposable
{
    private const string Watch = "var seen = new List<WeakReference>();";
    private const string Big = "var big = new byte[1000];\nseen.Add(new WeakReference(big));";

    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Fact]
    public async Task A_variable_that_is_declared_again_is_let_go()
    {
        await probe.RunAsync(Watch);
        for (var i = 0; i < 20; i++)
        {
            await probe.RunAsync(Big);
            await probe.RunAsync("var length = big.Length;\nlength");
        }

        Assert.InRange(await LivingAsync(), 1, 2);
        Assert.Equal("1000", await probe.ShowsAsync("big.Length"));
    }

    [Fact]
    public async Task A_function_keeps_the_variables_that_it_saw()
    {
        await probe.RunAsync("var n = 1;");
        await probe.RunAsync("int Seen() => n;");
        await probe.RunAsync("var n = 2;");
        Assert.Equal("3", await probe.ShowsAsync("Seen() + n"));
    }

    [Fact]
    public async Task A_cell_of_which_one_variable_can_still_be_named_stays()
    {
        await probe.RunAsync("var a = 1; var b = 2;");
        await probe.RunAsync("var a = 10;");
        Assert.Equal("12", await probe.ShowsAsync("a + b"));
    }

    [Fact]
    public async Task A_function_that_is_declared_again_with_the_same_parameters_is_the_later_one_and_overloads_stay()
    {
        await probe.RunAsync("int F(int n) => 1;");
        await probe.RunAsync("int F(string s) => 2;");
        await probe.RunAsync("int F(int n) => 3;");
        Assert.Equal("32", await probe.ShowsAsync("$\"{F(1)}{F(\"\")}\""));
    }

    [Fact]
    public async Task A_delegate_can_be_called_behind_a_number_of_its_name()
    {
        await probe.RunAsync("Func<int> f = () => 5;");
        await probe.RunAsync("var f = 1;");
        Assert.Equal("1", await probe.ShowsAsync("f"));
        Assert.Null((await probe.RunAsync("var g = f();")).Error);
    }

    [Fact]
    public async Task The_result_of_SQL_takes_the_place_of_the_one_before()
    {
        await probe.RunAsync("#!sql\nselect 1 n");
        await probe.RunAsync("int Last() => (int)sql.Number(\"n\")[0]!;");
        await probe.RunAsync("#!sql\nselect 2 n");
        Assert.Equal("2", await probe.ShowsAsync("Last()"));
        Assert.Equal("2", await probe.ShowsAsync("sql.Number(\"n\")[0]"));
    }

    private async Task<int> LivingAsync()
    {
        await probe.RunAsync("GC.Collect();\nGC.WaitForPendingFinalizers();\nGC.Collect();");
        return int.Parse(await probe.ShowsAsync("seen.Count(s => s.IsAlive)"), System.Globalization.CultureInfo.InvariantCulture);
    }
}
