using System.Reflection;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Runs C# cells one after the other over one state.</summary>
internal sealed class CSharpCells(string folder, PackageRestore packages, CSharpOptions options)
{
    private readonly CellCompiler compiler = new(folder, options);
    private readonly CellAssemblies assemblies = new();
    private readonly References references = new(folder, packages);
    private readonly ReachableCells reachable = new();
    private readonly Dictionary<string, object> given = new(StringComparer.Ordinal);
    private object?[] states = new object?[16];

    /// <summary>Gets what the next cell would be compiled on.</summary>
    public CellChain Chain => compiler.Chain;

    /// <summary>Gets how deep text may be nested.</summary>
    public Nesting Nesting => compiler.Nesting;

    /// <summary>Gets the folder from which <c>#r "file"</c> and <c>#load</c> start.</summary>
    public string Folder => folder;

    /// <summary>Gets what <c>#r</c> lines have brought.</summary>
    public References References => references;

    /// <summary>Gets the variables declared so far.</summary>
    public SessionVariables Variables { get; } = new();

    /// <summary>Runs a cell and returns the value of its trailing expression; null where it has none.</summary>
    /// <exception cref="CellFailure">The cell does not compile, a package does not restore, or the cell threw.</exception>
    /// <param name="code">The cell's text.</param>
    /// <param name="cell">What messages call the cell.</param>
    /// <param name="runner">Runs the compiled code.</param>
    /// <param name="cancellation">Stops what comes before the code runs.</param>
    public async Task<object?> RunAsync(string code, string cell, CellCode runner, CancellationToken cancellation)
    {
        var bare = await references.TakeAsync(code, compiler, assemblies, cancellation).ConfigureAwait(false);
        return await ExecuteAsync(bare, cell, runner, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives the cells that follow a variable with a value. One that was given before, and not declared since, only changes its value.</summary>
    public async Task GiveAsync(string name, Type type, object value, CellCode runner, CancellationToken cancellation)
    {
        if (!given.TryGetValue(name, out var cell) || !ReferenceEquals(Variables.CellOf(name), cell))
        {
            await ExecuteAsync($"global::{type.FullName} @{name} = null!;", name, runner, cancellation).ConfigureAwait(false);
            given[name] = Variables.CellOf(name)!;
        }

        Variables.Set(name, value);
    }

    private async Task<object?> ExecuteAsync(string code, string cell, CellCode runner, CancellationToken cancellation)
    {
        var compiled = compiler.Compile(code, cell, cancellation);
        if (compiled is null) return null;
        using var image = compiled.Image;
        var assembly = assemblies.Add(compiled.Assembly, image);
        if (compiled.EntryType is null) return null;
        if (compiled.Slot >= states.Length) Array.Resize(ref states, states.Length * 2);
        var run = assembly.GetType(compiled.EntryType, throwOnError: true)!
            .GetMethod(compiled.EntryMethod!, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object>>>();
        try
        {
            var value = await runner.RunAsync(() => run(states)).ConfigureAwait(false);
            return compiled.ShowsValue ? value : null;
        }
        finally
        {
            if (states[compiled.Slot] is { } state) Variables.Add(state);
            foreach (var gone in reachable.Add(compiled.Slot, compiled.Declared)) states[gone] = null;
        }
    }
}
