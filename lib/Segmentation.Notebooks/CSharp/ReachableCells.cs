using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Segmentation.Notebooks.CSharp;

/// <summary>
/// Keeps count of what later cells can still name. A cell of which every variable and method has been declared again cannot be named by any
/// cell to come: the session need not hold it, and what it held goes, unless a closure or a cell that used it still does.
/// </summary>
internal sealed class ReachableCells
{
    private readonly Dictionary<string, List<(int Slot, ISymbol Member)>> named = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> members = [];

    /// <summary>Takes in a cell; returns the cells that nothing can name from here on, itself included where it declares nothing.</summary>
    /// <param name="slot">The cell's place among the submissions.</param>
    /// <param name="declared">What it declares.</param>
    public IEnumerable<int> Add(int slot, ImmutableArray<ISymbol> declared)
    {
        members[slot] = declared.Length;
        foreach (var member in declared)
        {
            if (!named.TryGetValue(member.Name, out var all)) named[member.Name] = all = [];
            all.RemoveAll(old =>
            {
                if (old.Slot == slot || !Hides(member, old.Member)) return false;
                members[old.Slot]--;
                return true;
            });
            all.Add((slot, member));
        }

        var gone = members.Where(m => m.Value == 0).Select(m => m.Key).ToArray();
        foreach (var cell in gone) members.Remove(cell);
        return gone;
    }

    /// <summary>
    /// Tells whether one name always means the later declaration. A call passes over what cannot be called, and takes in methods of the same
    /// name from every cell; so only a method with the same parameters hides a method.
    /// </summary>
    private static bool Hides(ISymbol later, ISymbol earlier) => (later, earlier) switch
    {
        (IMethodSymbol a, IMethodSymbol b) => !a.IsGenericMethod && !b.IsGenericMethod && a.Parameters.Length == b.Parameters.Length
            && a.Parameters.Zip(b.Parameters).All(p => p.First.Name == p.Second.Name && p.First.RefKind == p.Second.RefKind && p.First.IsParams == p.Second.IsParams
                && p.First.IsOptional == p.Second.IsOptional && SymbolEqualityComparer.Default.Equals(p.First.Type, p.Second.Type)),
        (_, IMethodSymbol) or (IMethodSymbol, _) => false,
        _ => !IsCallable(earlier) || IsCallable(later),
    };

    private static bool IsCallable(ISymbol member) => member switch
    {
        IFieldSymbol { Type.TypeKind: TypeKind.Delegate or TypeKind.Dynamic or TypeKind.FunctionPointer } => true,
        IPropertySymbol { Type.TypeKind: TypeKind.Delegate or TypeKind.Dynamic or TypeKind.FunctionPointer } => true,
        IEventSymbol => true,
        _ => false,
    };
}
