using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Segmentation.Tables;

namespace Segmentation.Notebooks.CSharp;

/// <summary>What every cell can use without saying so: the framework, the library, and the packages the library brings.</summary>
internal static class PlatformReferences
{
    private static readonly Lazy<ImmutableDictionary<string, string>> Paths = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            // The compiler and the test host are the engine's business, and would clutter what a name can mean in a cell.
            .Where(p => !Path.GetFileName(p).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .GroupBy(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<ImmutableArray<MetadataReference>> Made = new(() =>
        [.. Paths.Value.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => MetadataReference.CreateFromFile(p.Value))]);

    // The compiler makes a symbol for each type that it meets in a reference, and every compilation shares those it finds. Two that look at once find
    // none, and each makes its own: a value of the one's List<Uri> is then none of the other's, and a variable of the first cell does not fit the second.
    // So one compilation comes before all others, and is kept, since the compiler holds on to symbols only as long as somebody else does.
    private static readonly Lazy<CSharpCompilation> First = new(() =>
    {
        var compilation = CSharpCompilation.CreateScriptCompilation("Platform", null, Made.Value, CellCompiler.Options(OutputKind.DynamicallyLinkedLibrary), null, typeof(object));
        compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    });

    private static readonly Lazy<ImmutableArray<string>> Namespaces = new(() =>
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks",
        .. typeof(Table).Assembly.GetExportedTypes().Select(t => t.Namespace!).Distinct().Order(StringComparer.Ordinal),
        typeof(CellFunctions).Namespace!,
        typeof(CellFunctions).FullName!,
    ]);

    /// <summary>Gets the references; made once a process, since they are immutable and hold the metadata. A type in them is the same to every compilation.</summary>
    public static ImmutableArray<MetadataReference> All => First.Value.ExternalReferences;

    /// <summary>Gets the namespaces (and the class of functions) that every cell imports.</summary>
    public static ImmutableArray<string> Imports => Namespaces.Value;

    /// <summary>Returns the file of an assembly; null where it is not among these.</summary>
    public static string? PathOf(string assemblyName) => Paths.Value.GetValueOrDefault(assemblyName);

    /// <summary>Tells whether an assembly is there already: it stays the one used, whatever a package brings.</summary>
    public static bool Has(string assemblyName) => Paths.Value.ContainsKey(assemblyName);
}
