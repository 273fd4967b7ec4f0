using Segmentation.Notebooks.Tests.Session;

namespace Segmentation.Notebooks.Tests.CSharp;

/// <summary>The checks that are compiled into cells change nothing that C# says of them.</summary>
public sealed class CheckPointsTests : IDisposable
{
    private readonly Probe probe = new();

    public void Dispose() => probe.Dispose();

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = n => n + 1;\ne.Compile()(1)", "2")]
    [InlineData("new[] { 3, 1, 2 }.AsQueryable().Where(n => n > 1).OrderBy(n => n).First()", "2")]
    [InlineData("async Task<int> One() => await Task.FromResult(1);\nasync Task Two() => await Task.Delay(1);\nawait Two();\nawait One()", "1")]
    [InlineData("Func<Task<int>> f = async () => await Task.FromResult(3);\nFunc<Task> g = async () => await Task.Delay(1);\nawait g();\nawait f()", "3")]
    [InlineData("var n = 0; Action a = () => n++; a(); a();\nn", "2")]
    [InlineData("int[] all = [1, 2]; ref int At(int i) => ref all[i];\nAt(1) = 5;\nall[1]", "5")]
    [InlineData("static int Twice(int n) => n * 2;\nconst int Four = 4;\nTwice(Four)", "8")]
    [InlineData("unsafe { int x = 5; int* p = &x; while (*p < 9) (*p)++; display(x); }", "9")]
    [InlineData("IEnumerable<int> Some() { for (var i = 0; i < 3; i++) yield return i; }\nSome().Sum()", "3")]
    [InlineData("async IAsyncEnumerable<int> Some() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }\nvar s = 0;\nawait foreach (var i in Some()) s += i;\ns", "3")]
    [InlineData("class P { int v; public int V { get => v; set => v = value; } public int this[int i] => i + v; public P(int a) => v = a; public static P operator +(P a, P b) => new(a.v + b.v); }\n(new P(1) + new P(2))[1]", "4")]
    [InlineData("int F(object? o) => o switch { int n => n, _ => throw new Exception() };\nF(2)", "2")]
    [InlineData("var t = \"\"; for (var i = 0; i < 3; i++) switch (i) { case 1: continue; default: t += i; break; }\nt", "02")]
    [InlineData("var i = 0; again: i++; if (i < 3) goto again;\ni", "3")]
    [InlineData("(from n in new[] { 1, 2, 3 } where n > 1 select n * 2).Sum()", "10")]
    [InlineData("string S(int n) => $\"{string.Concat(Enumerable.Range(0, n).Select(x => { return x; }))}\";\nS(3)", "012")]
    public async Task A_cell_means_what_it_says(string source, string shown) => Assert.Equal(shown, await probe.ShowsAsync(source));

    [Fact]
    public async Task Lines_of_stack_traces_are_those_of_the_cell()
    {
        var ran = await probe.RunAsync("int Divide(int by) =>\n    1 /\n    by;\nvar f = (int n) =>\n    Divide(n);\nfor (var i = 1; ; i--)\n    f(i);");
        Assert.Equal("cell 1, line 2; cell 1, line 5; cell 1, line 7", string.Join("; ", ran.Error!.Trace));
    }

    [Fact]
    public async Task Columns_of_compiler_errors_are_those_of_the_cell()
    {
        var ran = await probe.RunAsync("while (true) { nope(); }\nfor (;;) { int f() => nada; }");
        Assert.EndsWith("line 2, column 23: CS0103: The name 'nada' does not exist in the current context", ran.Error!.Message, StringComparison.Ordinal);
    }
}
