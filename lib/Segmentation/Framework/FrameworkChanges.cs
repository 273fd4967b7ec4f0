using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Finds what changed between two frameworks, and says it in words.</summary>
internal static class FrameworkChanges
{
    /// <summary>Returns the changes in the order of the file.</summary>
    public static IEnumerable<FrameworkChange> Between(SegmentationFramework older, SegmentationFramework newer) =>
    [
        .. Whole(older, newer),
        .. Items("term", older.Terms, newer.Terms, t => t.Name, t => t.Meaning, t => t.Standing, (a, b) => [Moved("meaning", a.Meaning, b.Meaning)]),
        .. Items("field", older.Fields, newer.Fields, f => SnakeName.Of(f.Of) + FrameworkItems.Between + f.Definition.Name, f => SnakeName.Of(f.Definition.Type), f => f.Standing, Field),
        .. Items("exclusion", older.Exclusions, newer.Exclusions, e => e.Name, e => e.Criteria.Text, e => e.Standing,
            (a, b) => [Moved("of", SnakeName.Of(a.Of), SnakeName.Of(b.Of)), Criteria(a.Criteria, b.Criteria), Moved("reason", a.Reason, b.Reason)]),
        .. Order("framework", "exclusions", [.. older.Exclusions.Select(e => e.Name)], [.. newer.Exclusions.Select(e => e.Name)]),
        .. Dimensions(older, newer),
        .. Order("framework", "dimensions", [.. older.Dimensions.Select(d => d.Name)], [.. newer.Dimensions.Select(d => d.Name)]),
        .. Items("override", older.Overrides, newer.Overrides, FrameworkTree.IdOf, o => $"{o.Segment} until {DateColumn.Show(o.Expires)}, by {o.Owner}: {o.Reason}", o => o.Standing,
            (a, b) => [Moved("segment", a.Segment, b.Segment), Moved("owner", a.Owner, b.Owner), Moved("reason", a.Reason, b.Reason), Moved("expires", DateColumn.Show(a.Expires), DateColumn.Show(b.Expires))]),
        .. Items("view", older.Views, newer.Views, v => v.Name, Shown, v => v.Standing,
            (a, b) => [Moved("of", SnakeName.Of(a.Of), SnakeName.Of(b.Of)), Moved("segments", Segments(a), Segments(b)), Criteria(a.Criteria, b.Criteria)]),
    ];

    private static IEnumerable<FrameworkChange> Whole(SegmentationFramework older, SegmentationFramework newer)
    {
        string?[] changes =
        [
            Moved("title", older.Title, newer.Title),
            Moved("naming", $"\"{older.Naming.Inside}\" and \"{older.Naming.Between}\"", $"\"{newer.Naming.Inside}\" and \"{newer.Naming.Between}\""),
            Moved("blanks", SnakeName.Of(older.Blanks), SnakeName.Of(newer.Blanks)),
            Moved("conflicts", SnakeName.Of(older.Conflicts), SnakeName.Of(newer.Conflicts)),
        ];
        foreach (var change in changes.OfType<string>()) yield return new("framework", newer.Title ?? "framework", change);
        foreach (var (name, property) in WorkspaceYaml.LimitProperties)
        {
            if (Moved("limit", Number(property, older), Number(property, newer)) is { } change) yield return new("limit", name, change);
        }

        static string Number(PropertyInfo property, SegmentationFramework of) => Convert.ToString(property.GetValue(of.Limits), CultureInfo.InvariantCulture)!;
    }

    private static IEnumerable<FrameworkChange> Dimensions(SegmentationFramework older, SegmentationFramework newer)
    {
        foreach (var change in Items("dimension", older.Dimensions, newer.Dimensions, d => d.Name, d => string.Join(", ", d.Segments.Select(s => s.Name)), d => d.Standing, Dimension)) yield return change;
        foreach (var dimension in newer.Dimensions)
        {
            if (older.Dimensions.FirstOrDefault(d => d.Name == dimension.Name) is not { } before) continue;
            foreach (var change in Items("segment", before.Segments, dimension.Segments, s => dimension.Name + FrameworkItems.Between + s.Name, s => s.Criteria.Text, s => s.Standing, Segment)) yield return change;
            foreach (var change in Order("dimension", dimension.Name, [.. before.Segments.Select(s => s.Name)], [.. dimension.Segments.Select(s => s.Name)])) yield return change;
        }
    }

    private static IEnumerable<string?> Dimension(Dimension a, Dimension b) =>
        [Moved("label", a.Label, b.Label), Moved("kind", SnakeName.Of(a.Kind), SnakeName.Of(b.Kind)), Moved("of", SnakeName.Of(a.Of), SnakeName.Of(b.Of)), Moved("purpose", a.Purpose, b.Purpose)];

    private static IEnumerable<string?> Segment(Segment a, Segment b) =>
        [Criteria(a.Criteria, b.Criteria), Moved("action", a.Action, b.Action), Moved("owner", a.Owner, b.Owner), Moved("expected", Count(a.Expected), Count(b.Expected))];

    private static IEnumerable<string?> Field(FrameworkField a, FrameworkField b) =>
    [
        Moved("type", SnakeName.Of(a.Definition.Type), SnakeName.Of(b.Definition.Type)),
        Moved("unit", a.Definition.Unit, b.Definition.Unit),
        Moved("says what a customer is worth", a.Definition.IsValue ? "yes" : "no", b.Definition.IsValue ? "yes" : "no"),
        Moved("column", a.Definition.Column, b.Definition.Column),
        Moved("picklist", string.Join(", ", a.Definition.Picklist), string.Join(", ", b.Definition.Picklist)),
        Moved("source", a.Source, b.Source),
    ];

    /// <summary>Returns what changed of items that are told apart by name: removed, added, changed, agreed.</summary>
    private static IEnumerable<FrameworkChange> Items<T>(string kind, ImmutableArray<T> older, ImmutableArray<T> newer, Func<T, string> name, Func<T, string> says, Func<T, Standing> standing,
        Func<T, T, IEnumerable<string?>> changes)
    {
        var before = older.ToDictionary(name, StringComparer.Ordinal);
        foreach (var item in newer)
        {
            if (!before.Remove(name(item), out var old))
            {
                yield return new(kind, name(item), $"added: {says(item)} ({FrameworkTree.Name(standing(item).Status)})");
                continue;
            }

            foreach (var change in changes(old, item).Concat(Standings(standing(old), standing(item))).OfType<string>()) yield return new(kind, name(item), change);
        }

        foreach (var gone in older.Where(o => before.ContainsKey(name(o)))) yield return new(kind, name(gone), $"removed: {says(gone)}");
    }

    private static IEnumerable<FrameworkChange> Order(string kind, string item, string[] older, string[] newer)
    {
        var (before, after) = (older.Intersect(newer).ToArray(), newer.Intersect(older).ToArray());
        if (!before.SequenceEqual(after)) yield return new(kind, item, $"order of precedence changed: {string.Join(", ", before)} → {string.Join(", ", after)}");
    }

    private static IEnumerable<string?> Standings(Standing a, Standing b)
    {
        if (a.Status != b.Status)
        {
            yield return $"{FrameworkTree.Name(a.Status)} → {FrameworkTree.Name(b.Status)}{(b.Date is { } date ? $" on {DateColumn.Show(date)}" : string.Empty)}{(b.Evidence is { } evidence ? $" (evidence {evidence})" : string.Empty)}";
        }
        else
        {
            yield return Moved("date", a.Date is { } from ? DateColumn.Show(from) : null, b.Date is { } to ? DateColumn.Show(to) : null);
            yield return Moved("evidence", a.Evidence, b.Evidence);
        }

        if (a.Question != b.Question) yield return a.Question is null ? $"question asked: {b.Question}" : b.Question is null ? $"question answered: {a.Question}" : Moved("question", a.Question, b.Question);
        yield return Moved("sign-off waits for it", Critical(a), Critical(b));

        static string Critical(Standing standing) => standing.IsCritical switch { null => "by its kind", true => "yes", false => "no" };
    }

    private static string? Criteria(Criterion? a, Criterion? b)
    {
        if (a is null || b is null) return Moved("criteria", a?.Text, b?.Text);
        if (a.SameRule(b)) return null;
        var values = a.LiteralChanges(b);
        return values.IsEmpty ? $"criteria changed: {a.Text} → {b.Text}" : $"criteria changed: {string.Join(", ", values.Select(v => $"{v.Field} {v.Before} → {v.After}"))}";
    }

    private static string? Moved(string what, string? from, string? to) => from == to ? null : $"{what} changed: {(string.IsNullOrEmpty(from) ? "nothing" : from)} → {(string.IsNullOrEmpty(to) ? "nothing" : to)}";

    private static string? Count(int? count) => count?.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Segments(SavedView view) => string.Join(", ", view.Segments.Select(s => $"{s.Key}: {s.Value}"));

    private static string Shown(SavedView view) => string.Join(", ", new[] { Segments(view), view.Criteria?.Text ?? string.Empty }.Where(t => t.Length > 0)) is { Length: > 0 } text ? text : $"all {SnakeName.Of(view.Of)}";
}
