using System.Collections.Immutable;
using Segmentation.Notebooks.Documents;

namespace Segmentation.Notebooks.Run;

/// <summary>Reads <c>name=value</c> from the command line against the parameters that the notebooks declare.</summary>
internal static class RunParameters
{
    /// <summary>The parameter that <c>--data</c> sets.</summary>
    public const string Data = "data";

    /// <summary>The parameter that <c>--out</c> sets.</summary>
    public const string Output = "output";


    /// <summary>Returns the values by name.</summary>
    /// <exception cref="RunException">A parameter is not written as name=value, is given twice, or is one that no notebook declares.</exception>
    public static ImmutableSortedDictionary<string, string> Read(RunOptions options, ImmutableArray<Notebook> notebooks)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var given in options.Parameters)
        {
            var at = given.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw new RunException($"'-p {given}' is not understood. Expected name=value, such as '-p limit=0.8'.");
            if (!values.TryAdd(given[..at].Trim(), given[(at + 1)..])) throw new RunException($"The parameter '{given[..at]}' is given twice.");
        }

        if (options.Data is { } data)
        {
            if (!Directory.Exists(Path.GetFullPath(data, options.From))) throw new RunException($"--data '{data}' is not a folder. Expected a folder of CSV exports.");
            if (!values.TryAdd(Data, data)) throw new RunException("The parameter 'data' is given twice: by --data and by -p.");
        }

        if (options.Out is not null && values.ContainsKey(Output)) throw new RunException("The parameter 'output' is given twice: by --out and by -p.");
        var known = notebooks.SelectMany(n => ParameterCell.Declared(n)).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (values.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown)
            throw new RunException($"No notebook of this run has a parameter '{unknown}'. Parameters: {string.Join(", ", known.DefaultIfEmpty($"none (no cell is tagged '{ParameterCell.Tag}')"))}.");
        return values.ToImmutable();
    }

    /// <summary>Returns the values as a notebook in a folder needs them: the folders of exports and of outputs as seen from there.</summary>
    /// <remarks>Relative, so that nothing a notebook shows holds a path of this machine.</remarks>
    public static ImmutableSortedDictionary<string, string> For(ImmutableSortedDictionary<string, string> values, RunOptions options, string folder)
    {
        if (options.Data is { } data) values = values.SetItem(Data, Seen(data));
        return options.Out is { } output ? values.SetItem(Output, Seen(output)) : values;

        string Seen(string path) => Path.GetRelativePath(folder, Path.GetFullPath(path, options.From)).Replace('\\', '/');
    }
}
