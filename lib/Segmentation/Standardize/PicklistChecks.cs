using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>
/// Refuses decisions that contradict themselves, so that applying them twice changes nothing more than applying them once. A contradiction
/// lies between two lines: the message names both.
/// </summary>
internal static class PicklistChecks
{
    /// <summary>Checks the rules of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="allowed">The allowed values; empty where every value is.</param>
    /// <param name="file">The file the rules stand in; null where they were made in code.</param>
    /// <exception cref="WorkspaceException">A value has two targets, a target is mapped on, a target is not allowed, or a pair is both approved and never to be merged.</exception>
    public static void Check(Role role, PicklistRules rules, ImmutableArray<string> allowed, string? file)
    {
        var name = SnakeName.Of(role);
        Values(name, rules, file);
        var approved = Once(name, rules.Approved, v => v, file);
        var aliases = Once(name, rules.Aliases, Fingerprint.Of, file);
        foreach (var alias in rules.Aliases)
        {
            if (Fingerprint.Of(alias.Written).Length == 0)
                throw Error(alias.Place, file, $"{name} has an alias without a letter or digit", $"'{alias.Written}'", "a name", "Map it under 'approved', where every letter counts.");
            if (approved.TryGetValue(alias.Written, out var other) && other.Target != alias.Target) throw Two(name, other, alias, file);
        }

        foreach (var mapping in rules.Approved.Concat(rules.Aliases))
        {
            if (!allowed.IsEmpty && !allowed.Contains(mapping.Target)) throw Outside(name, mapping, allowed, rules, file);
            // A target must stay what it is, or a second run would move its records on.
            if (approved.TryGetValue(mapping.Target, out var next)
                || (!allowed.Contains(mapping.Target) && aliases.TryGetValue(Fingerprint.Of(mapping.Target), out next) && next.Target != mapping.Target))
            {
                throw Chain(name, mapping, next, file);
            }
        }

        Never(name, rules, approved, file);
    }

    private static void Values(string name, PicklistRules rules, string? file)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Values.Length; i++)
        {
            if (seen.TryAdd(rules.Values[i], i)) continue;
            var (first, second) = rules.ValuePlaces.IsEmpty ? (null, null) : ((YamlPlace?)rules.ValuePlaces[seen[rules.Values[i]]], (YamlPlace?)rules.ValuePlaces[i]);
            throw Error(second, file, $"the values of {name} say '{rules.Values[i]}' twice", $"it{At(first)} and{At(second)}", "each value once", "Remove one of the two.");
        }
    }

    /// <summary>Returns the mappings by written value; a value with two targets, or listed twice, is refused.</summary>
    private static Dictionary<string, PicklistMapping> Once(string name, ImmutableArray<PicklistMapping> mappings, Func<string, string> key, string? file)
    {
        var known = new Dictionary<string, PicklistMapping>(StringComparer.Ordinal);
        foreach (var mapping in mappings)
        {
            if (mapping.Written == mapping.Target)
                throw Error(mapping.Place, file, $"{name} maps '{mapping.Written}' to itself", $"'{mapping.Written}' under '{mapping.Target}'", "other spellings of the target", "Remove the entry.");
            if (known.TryAdd(key(mapping.Written), mapping)) continue;
            throw Two(name, known[key(mapping.Written)], mapping, file);
        }

        return known;
    }

    private static WorkspaceException Two(string name, PicklistMapping first, PicklistMapping second, string? file) => first.Target == second.Target
        ? Error(second.Place, file, $"{name} maps '{second.Written}' to '{second.Target}' twice", $"'{first.Written}'{At(first.Place)} and '{second.Written}'{At(second.Place)}", "each value once", "Remove one of the two.")
        : Error(second.Place, file, $"{name} maps '{second.Written}' to two targets", $"'{first.Target}'{At(first.Place)} and '{second.Target}'{At(second.Place)}", "one target a value",
            $"Remove '{second.Written}' from one of the two.");

    private static WorkspaceException Chain(string name, PicklistMapping mapping, PicklistMapping next, string? file) => Error(
        next.Place,
        file,
        next.Target == mapping.Written ? $"{name} maps '{mapping.Written}' to '{mapping.Target}' and back" : $"{name} maps '{mapping.Written}' to '{mapping.Target}', and that on to '{next.Target}'",
        $"'{mapping.Written}' to '{mapping.Target}'{At(mapping.Place)} and '{next.Written}' to '{next.Target}'{At(next.Place)}",
        "targets that are mapped nowhere, so that a second run changes nothing",
        next.Target == mapping.Written ? "Remove one of the two." : $"Write '{mapping.Written}' under '{next.Target}', or remove one of the two.");

    private static WorkspaceException Outside(string name, PicklistMapping mapping, ImmutableArray<string> allowed, PicklistRules rules, string? file)
    {
        var shown = WorkspaceOptions.Default.ListedNames;
        var list = string.Join(", ", allowed.Take(shown).Select(v => $"'{v}'")) + (allowed.Length > shown ? string.Create(CultureInfo.InvariantCulture, $" and {allowed.Length - shown} more") : string.Empty);
        var nearest = allowed.MinBy(v => EditDistance.Damerau(Folding.Fold(v), Folding.Fold(mapping.Target)))!;
        var where = rules.ValuePlaces.IsEmpty ? " (the list of workspace.yaml or the built-in one)" : $" (the list{At(rules.ValuePlaces[0])})";
        return Error(mapping.Place, file, $"{name} maps '{mapping.Written}' to a value that is not in the list", $"'{mapping.Target}'{At(mapping.Place)}", $"one of {list}{where}",
            $"Write '{nearest}', or add '{mapping.Target}' to the list.");
    }

    private static void Never(string name, PicklistRules rules, Dictionary<string, PicklistMapping> approved, string? file)
    {
        foreach (var pair in rules.Never)
        {
            var (one, other) = (approved.GetValueOrDefault(pair.Value), approved.GetValueOrDefault(pair.Other));
            if ((one?.Target ?? pair.Value) != (other?.Target ?? pair.Other)) continue;
            var mapping = one ?? other!;
            throw Error(pair.Place, file, $"{name} both merges '{pair.Value}' with '{pair.Other}' and says never", $"'{mapping.Written}' to '{mapping.Target}'{At(mapping.Place)} and the pair{At(pair.Place)}",
                "one decision a pair", "Remove one of the two.");
        }
    }

    private static string At(YamlPlace? place) => place is { } at ? string.Create(CultureInfo.InvariantCulture, $" on line {at.Line}") : string.Empty;

    private static WorkspaceException Error(YamlPlace? place, string? file, string subject, string found, string expected, string remedy) =>
        new(subject, found, expected, remedy, place?.File ?? file, place?.Line, place?.Column);
}
