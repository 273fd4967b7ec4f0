using System.Collections.Immutable;

namespace Segmentation.Notebooks.Run;

/// <summary>What a run was asked to do.</summary>
public sealed record RunOptions
{
    /// <summary>Gets the notebooks: paths, names (<c>01-audit</c>) or numbers (<c>01</c>). Default: none, which runs all of <c>notebooks/</c> in order.</summary>
    public ImmutableArray<string> Notebooks { get; init; } = [];

    /// <summary>Gets the folder of exports as it was given; becomes the parameter <c>data</c>. Default null: each notebook's own.</summary>
    public string? Data { get; init; }

    /// <summary>Gets the folder that outputs go to; becomes the parameter <c>output</c> of notebooks that have one. Default null: <c>out</c> beside <c>notebooks</c>.</summary>
    public string? Out { get; init; }

    /// <summary>Gets whether personal values and small counts are hidden. Default false.</summary>
    public bool Mask { get; init; }

    /// <summary>Gets the parameters, as <c>name=value</c>.</summary>
    public ImmutableArray<string> Parameters { get; init; } = [];

    /// <summary>Gets the folder from which relative paths and the search for <c>notebooks/</c> start. Default: the current folder.</summary>
    public string From { get; init; } = Environment.CurrentDirectory;
}
