using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>Lists the items of a framework in the order of its file, each with the way to change it.</summary>
internal static class FrameworkItems
{
    /// <summary>What stands between the parts of an item's name.</summary>
    public const string Between = " / ";

    /// <summary>Returns every item.</summary>
    public static IEnumerable<FrameworkItem> Of(SegmentationFramework framework) => Places(framework).Select(p => p.Item);

    /// <summary>Returns the names of the fields that the rules use: those of exclusions and segments.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="of">Whose.</param>
    public static HashSet<string> FieldsInUse(SegmentationFramework framework, EntityKind of) => framework.Exclusions.Where(e => e.Of == of).Select(e => e.Criteria)
        .Concat(framework.DimensionsOf(of).SelectMany(d => d.Segments).Select(s => s.Criteria)).SelectMany(c => c.Fields).ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns a framework with an item changed.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="name">The item's name, or the end of it that tells it from the others.</param>
    /// <param name="standing">How its standing changes.</param>
    /// <param name="criteria">Its new criteria; null where they stay.</param>
    /// <exception cref="ArgumentException">No item is called so, several are, or criteria are given for an item that has none.</exception>
    /// <exception cref="CriterionException">The criteria cannot be used.</exception>
    public static SegmentationFramework Change(SegmentationFramework framework, string name, Func<Standing, Standing> standing, string? criteria = null)
    {
        var place = Find(framework, name);
        if (criteria is null) return place.Change(standing(place.Item.Standing), null);
        if (place.Of is not { } of) throw new ArgumentException($"The {place.Item.Kind} '{place.Item.Name}' has no criteria: found '{criteria}', expected a segment, an exclusion or a view. Change the {place.Item.Kind} with With(…), then call Correct without criteria.", nameof(criteria));
        return place.Change(standing(place.Item.Standing), Criterion.Parse(criteria, framework.DefinitionsOf(of)));
    }

    private static Place Find(SegmentationFramework framework, string name)
    {
        var places = Places(framework).ToArray();
        var asked = "/" + Key(name);
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            var found = places.Where(p => $"/{p.Item.Kind}s/{Key(p.Item.Name)}".EndsWith(asked, comparison)).ToArray();
            if (found.Length == 1) return found[0];
            if (found.Length > 1)
                throw new ArgumentException($"Several items of the framework are called '{name}': found {string.Join(", ", found.Select(f => $"'{f.Item.Kind}s / {f.Item.Name}'"))}, expected one. Write one of these names in full.", nameof(name));
        }

        var last = Key(name).Split('/')[^1];
        var near = places.Where(p => p.Item.Name.Contains(last, StringComparison.OrdinalIgnoreCase)).Concat(places.Where(p => p.Item.Kind is "dimension" or "segment")).Select(p => $"'{p.Item.Name}'").Distinct().Take(10).ToArray();
        throw new ArgumentException($"No item of the framework is called '{name}': expected {(near.Length == 0 ? "an item, but the framework has none" : $"one such as {string.Join(", ", near)}")}. FrameworkStatus.Of(framework) lists them all.", nameof(name));
    }

    private static string Key(string name) => string.Join('/', name.Split('/').Select(p => p.Trim()));

    private static IEnumerable<Place> Places(SegmentationFramework f)
    {
        foreach (var (t, i) in f.Terms.Select((t, i) => (t, i)))
            yield return new(new("term", t.Name, t.Meaning, t.Standing, t.Standing.IsCritical ?? false), null, (s, _) => f with { Terms = f.Terms.SetItem(i, t with { Standing = s }) });
        var used = new[] { EntityKind.Accounts, EntityKind.Contacts }.ToDictionary(k => k, k => FieldsInUse(f, k));
        foreach (var (field, i) in f.Fields.Select((t, i) => (t, i)))
        {
            yield return new(new("field", SnakeName.Of(field.Of) + Between + field.Definition.Name, field.Source, field.Standing, field.Standing.IsCritical ?? used[field.Of].Contains(field.Definition.Name)), null,
                (s, _) => f with { Fields = f.Fields.SetItem(i, field with { Standing = s }) });
        }

        foreach (var (e, i) in f.Exclusions.Select((t, i) => (t, i)))
        {
            yield return new(new("exclusion", e.Name, e.Criteria.Text, e.Standing, e.Standing.IsCritical ?? true), e.Of,
                (s, c) => f with { Exclusions = f.Exclusions.SetItem(i, e with { Standing = s, Criteria = c ?? e.Criteria }) });
        }

        foreach (var (d, i) in f.Dimensions.Select((t, i) => (t, i)))
        {
            yield return new(new("dimension", d.Name, d.Purpose, d.Standing, d.Standing.IsCritical ?? true), null, (s, _) => f with { Dimensions = f.Dimensions.SetItem(i, d with { Standing = s }) });
            foreach (var (g, j) in d.Segments.Select((t, j) => (t, j)))
            {
                yield return new(new("segment", d.Name + Between + g.Name, g.Criteria.Text, g.Standing, g.Standing.IsCritical ?? true), d.Of,
                    (s, c) => f with { Dimensions = f.Dimensions.SetItem(i, d with { Segments = d.Segments.SetItem(j, g with { Standing = s, Criteria = c ?? g.Criteria }) }) });
            }
        }

        foreach (var (o, i) in f.Overrides.Select((t, i) => (t, i)))
        {
            yield return new(new("override", FrameworkTree.IdOf(o), $"{o.Segment}: {o.Reason}", o.Standing, o.Standing.IsCritical ?? false), null,
                (s, _) => f with { Overrides = f.Overrides.SetItem(i, o with { Standing = s }) });
        }

        foreach (var (v, i) in f.Views.Select((t, i) => (t, i)))
        {
            yield return new(new("view", v.Name, v.Criteria?.Text, v.Standing, v.Standing.IsCritical ?? false), v.Of,
                (s, c) => f with { Views = f.Views.SetItem(i, v with { Standing = s, Criteria = c ?? v.Criteria }) });
        }
    }

    /// <summary>An item with the way to change it.</summary>
    private sealed record Place(FrameworkItem Item, EntityKind? Of, Func<Standing, Criterion?, SegmentationFramework> Change);
}
