using System.Reflection;
using System.Runtime.Loader;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Loads what cells compile to, and the assemblies that they refer to by file.</summary>
internal sealed class CellAssemblies() : AssemblyLoadContext("notebook")
{
    private readonly Dictionary<string, Assembly> compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> natives = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<AssemblyDependencyResolver> resolvers = [];

    /// <summary>Loads a compiled cell; later cells find it by its name.</summary>
    public Assembly Add(string name, MemoryStream image)
    {
        image.Position = 0;
        return compiled[name] = LoadFromStream(image);
    }

    /// <summary>Makes an assembly file known by its name; loaded when first used. The first of a name stays.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="withDependencies">Whether its own <c>.deps.json</c> says where its dependencies are.</param>
    public void AddFile(string path, bool withDependencies)
    {
        if (files.TryAdd(Path.GetFileNameWithoutExtension(path), path) && withDependencies) resolvers.Add(new AssemblyDependencyResolver(path));
    }

    /// <summary>Makes a native library known by its file name.</summary>
    public void AddNative(string path) => natives.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name) return null;
        if (compiled.TryGetValue(name, out var cell)) return cell;
        if (PlatformReferences.Has(name)) return null;
        var path = files.TryGetValue(name, out var file)
            ? file
            : resolvers.Select(r => r.ResolveAssemblyToPath(assemblyName)).FirstOrDefault(p => p is not null);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var bare = Path.GetFileNameWithoutExtension(unmanagedDllName);
        var path = natives.GetValueOrDefault(bare) ?? natives.GetValueOrDefault("lib" + bare)
            ?? resolvers.Select(r => r.ResolveUnmanagedDllToPath(unmanagedDllName)).FirstOrDefault(p => p is not null);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}
