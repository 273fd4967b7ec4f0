using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Takes the <c>#r</c> lines out of a cell and makes what they name available to it and the cells after it.</summary>
internal sealed partial class References(string folder, PackageRestore packages)
{
    /// <summary>How a target starts that is a package.</summary>
    public const string Package = "nuget:";

    private readonly Dictionary<string, DateTime> files = new(StringComparer.Ordinal);
    private volatile ImmutableHashSet<string> taken = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Tells whether a cell has brought what a line names; may be asked from any thread.</summary>
    public bool Has(string target) => taken.Contains(target);

    /// <summary>Returns why a line cannot be followed, as far as its text and the folder tell; null where it may be.</summary>
    /// <param name="directive"><c>r</c> or <c>i</c>.</param>
    /// <param name="target">What it names.</param>
    /// <param name="line">The line, for the error.</param>
    public CellFailure? Refusal(char directive, string target, int line)
    {
        if (directive == 'i') return new CellFailure("Package", "'#i' is not understood. Package sources come from nuget.config: add the source there.", line);
        if (!target.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
        {
            return File.Exists(Path.GetFullPath(target, folder)) ? null
                : new CellFailure("Reference", $"'#r \"{target}\"' names a file that is not there; it is looked for beside the notebook. For a package write '#r \"nuget: Name, 1.2.3\"'.", line);
        }

        try
        {
            PackageName.Parse(target[Package.Length..], line);
            return null;
        }
        catch (CellFailure failure)
        {
            return failure;
        }
    }

    /// <summary>Returns the cell without its <c>#r</c> lines, which are blank so that line numbers hold.</summary>
    public async Task<string> TakeAsync(string code, CellCompiler compiler, CellAssemblies assemblies, CancellationToken cancellation)
    {
        if (!code.Contains("#r", StringComparison.Ordinal) && !code.Contains("#i", StringComparison.Ordinal)) return code;
        var lines = code.Split('\n');
        var wanted = new SortedSet<PackageName>();
        var (firstPackage, targets) = (0, new List<string>());
        for (var i = 0; i < lines.Length; i++)
        {
            var match = Directive().Match(lines[i]);
            if (!match.Success) continue;
            lines[i] = string.Empty;
            var target = match.Groups["target"].Value.Trim();
            targets.Add(target);
            if (Refusal(match.Groups["directive"].Value[0], target, i + 1) is { } refusal) throw refusal;
            if (target.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
            {
                wanted.Add(PackageName.Parse(target[Package.Length..], i + 1));
                if (firstPackage == 0) firstPackage = i + 1;
            }
            else
            {
                AddFile(target, i + 1, compiler, assemblies);
            }
        }

        if (wanted.Count > 0)
        {
            var assets = await packages.RestoreAsync(wanted, firstPackage, cancellation).ConfigureAwait(false);
            foreach (var path in assets.References.Where(p => !PlatformReferences.Has(Path.GetFileNameWithoutExtension(p)))) compiler.Reference(MetadataReference.CreateFromFile(path));
            foreach (var path in assets.Assemblies) assemblies.AddFile(path, withDependencies: false);
            foreach (var path in assets.Natives) assemblies.AddNative(path);
        }

        taken = taken.Union(targets);
        return string.Join('\n', lines);
    }

    [GeneratedRegex("""^\s*#(?<directive>[ri])\s+"(?<target>[^"]*)"\s*(//.*)?$""")]
    private static partial Regex Directive();

    private void AddFile(string target, int line, CellCompiler compiler, CellAssemblies assemblies)
    {
        var path = Path.GetFullPath(target, folder);
        var written = File.GetLastWriteTimeUtc(path);
        if (files.TryGetValue(path, out var loaded))
        {
            if (loaded != written) throw new CellFailure("Reference", $"'{target}' has changed since this session loaded it, and an assembly cannot be loaded again. Restart the session to use the new one.", line);
            return;
        }

        files[path] = written;
        if (PlatformReferences.Has(Path.GetFileNameWithoutExtension(path))) return;
        compiler.Reference(MetadataReference.CreateFromFile(path));
        assemblies.AddFile(path, withDependencies: true);
    }
}
