using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Lists the records of the framework's saved views, such as "My Enterprise accounts".</summary>
public static class SavedViews
{
    /// <summary>Returns every saved view of the framework, in its order.</summary>
    /// <param name="assignment">The assignment. A view of records that were not assigned is empty.</param>
    public static SavedViewsResult Of(AssignmentResult assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return new SavedViewsResult { Items = [.. assignment.Framework.Views.Select(v => Of(assignment, v))] };
    }

    /// <summary>Returns one saved view. Excluded records are in none.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="view">The view's name, without regard to case.</param>
    /// <exception cref="KeyNotFoundException">The framework has no such view, or the view asks for a dimension that was not assigned; the message lists those there are.</exception>
    public static SavedViewList Of(AssignmentResult assignment, string view)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentException.ThrowIfNullOrEmpty(view);
        var views = assignment.Framework.Views;
        return Of(assignment, views.FirstOrDefault(v => string.Equals(v.Name, view, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
            $"The framework has no view '{view}'. It has: {(views.IsEmpty ? "none; add one under 'views'" : string.Join(", ", views.Select(v => $"'{v.Name}'")))}."));
    }

    private static SavedViewList Of(AssignmentResult assignment, SavedView view)
    {
        var (side, listed, open) = (assignment.Find(view.Of), new List<int>(), new List<int>());
        if (side is not null)
        {
            var asked = view.Segments.Select(s => (Assigned: Find(side, view, s.Key), Segment: s.Value)).ToArray();
            var answers = view.Criteria?.Evaluate(side.Records.Fields, side.Records.AsOf);
            for (var row = 0; row < side.Records.Count; row++)
            {
                if (side.Exclusion[row] >= 0 || asked.Any(a => a.Assigned.Segment[row] < 0 || a.Assigned.Dimension.Segments[a.Assigned.Segment[row]].Name != a.Segment)) continue;
                var answer = answers?[row] ?? Truth.True;
                if (answer != Truth.False) (answer == Truth.True ? listed : open).Add(row);
            }
        }

        var amounts = side is null ? null : ArrAmounts.Of(side);
        return new SavedViewList
        {
            View = view.Name,
            Of = view.Of,
            Rule = Rule(view),
            Records = Rows(view.Name, view, side, listed),
            Unknown = Rows($"{view.Name}: open", view, side, open),
            Arr = amounts is { IsKnown: true } ? listed.Sum(row => amounts.Values[row]) : null,
        };
    }

    private static DimensionAssignment Find(RecordAssignment side, SavedView view, string dimension) =>
        side.Dimensions.FirstOrDefault(d => d.Dimension.Name == dimension) ?? throw new KeyNotFoundException(
            $"The view '{view.Name}' asks for the dimension '{dimension}' of {SnakeName.Of(view.Of)}, which was not assigned. There are: {string.Join(", ", side.Dimensions.Select(d => $"'{d.Dimension.Name}'"))}.");

    private static string Rule(SavedView view) => view is { Segments.IsEmpty: true, Criteria: null } ? $"all {SnakeName.Of(view.Of)}"
        : string.Join(" and ", [.. view.Segments.Select(s => $"{s.Key}: {s.Value}"), .. view.Criteria is { } criteria ? [criteria.Text] : Array.Empty<string>()]);

    private static Table Rows(string name, SavedView view, RecordAssignment? side, List<int> rows)
    {
        if (side is null) return new(name, Column.Of("owner", Array.Empty<string?>()).AsPersonal(), Column.Of("id", Array.Empty<string?>()));
        var records = side.Records;
        int[] ordered = [.. rows.OrderBy(row => records.Owners?[row] is null).ThenBy(row => records.Owners?[row], StringComparer.Ordinal)
            .ThenByDescending(row => records.Arr?[row] ?? double.NegativeInfinity).ThenBy(row => records.Ids[row], StringComparer.Ordinal)];
        var fields = (view.Criteria?.Fields ?? []).Where(f => records.Arr is null || f != "arr").Select(f => records.Fields[f].Take(ordered));
        IEnumerable<Column> names = records.Names is { } text ? [text.Take(ordered).Rename("name").AsPersonal()] : [];
        IEnumerable<Column> arr = records.Arr is { } amounts ? [amounts.WithFormat(NumberFormat.Money).Take(ordered).Rename(view.Of == EntityKind.Contacts ? "account's ARR" : "ARR")] : [];
        return new(name, UniqueNames.Of(
        [
            records.Owners?.Take(ordered).Rename("owner").AsPersonal() ?? Column.Of("owner", new string?[ordered.Length]).AsPersonal(),
            records.Ids.Take(ordered).Rename("id"),
            .. names,
            .. arr,
            .. fields,
        ]));
    }
}
