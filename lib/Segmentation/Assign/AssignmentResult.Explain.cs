using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Assign;

/// <content>Explanations of single records.</content>
public sealed partial record AssignmentResult
{
    /// <summary>Most ids that an error offers.</summary>
    private const int Offered = 5;

    /// <summary>Gets the id of the record to explain first: one that an override holds, else the one with most ARR that is in a segment, else the first of all; null where there are no records.</summary>
    public string? MostTelling
    {
        get
        {
            if ((Accounts ?? Contacts) is not { Records.Count: > 0 } side) return null;
            var rows = Enumerable.Range(0, side.Records.Count).Where(r => !side.Records.Ids.IsNull(r)).ToArray();
            int? overridden = rows.Where(r => side.Dimensions.Any(d => d.State[r] == AssignmentState.Overridden)).Select(r => (int?)r).FirstOrDefault();
            var row = overridden ?? rows.Where(r => side.Dimensions.Any(d => d.State[r] == AssignmentState.Matched)).Select(r => (int?)r).MaxBy(r => side.Records.Arr?[r!.Value] ?? 0) ?? rows.Select(r => (int?)r).FirstOrDefault();
            return row is { } found ? side.Records.Ids[found] : null;
        }
    }

    /// <summary>Returns why a record is where it is.</summary>
    /// <param name="id">Id of an account or a contact, as the export has it. An account comes first where both have it; the first record where the export repeats it.</param>
    /// <exception cref="WorkspaceException">No record has the id; the message names the nearest, or the id of the record that is called so.</exception>
    public AssignmentExplanation Explain(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var sides = new[] { Accounts, Contacts }.OfType<RecordAssignment>().ToArray();
        foreach (var side in sides)
        {
            if (RowOf(side.Records.Ids, id) is >= 0 and var row) return AssignmentExplainer.Of(side, row);
        }

        var called = sides.Select(s => (Side: s, Row: s.Records.Names is { } names ? RowOf(names, id) : -1)).FirstOrDefault(s => s.Row >= 0);
        throw new WorkspaceException(
            $"no record has the id '{id}'",
            called.Side is not null ? $"a record of that name with the id '{called.Side.Records.Ids[called.Row]}'"
                : Nearest(sides, id) is { Length: > 0 } near ? $"the nearest ids {string.Join(", ", near.Select(n => $"'{n}'"))}" : "no records",
            "the id of an account or contact that was assigned",
            $"Take the id from the export: Explain(\"{(called.Side is not null ? called.Side.Records.Ids[called.Row] : "<id>")}\").");
    }

    private static int RowOf(TextColumn column, string value)
    {
        var wanted = System.Text.Encoding.UTF8.GetBytes(value);
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsNull(row) && column.Utf8(row).SequenceEqual(wanted)) return row;
        }

        return -1;
    }

    /// <summary>Returns the ids that begin as the one asked for (a report shows the first 15 of 18 characters), then those with the fewest typing errors between.</summary>
    private static string[] Nearest(RecordAssignment[] sides, string id) =>
    [
        .. sides.SelectMany(s => Enumerable.Range(0, s.Records.Count).Select(r => s.Records.Ids[r])).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(candidate => (Id: candidate, Edits: id.Length > 0 && candidate.StartsWith(id, StringComparison.OrdinalIgnoreCase) ? -1 : EditDistance.Damerau(id, candidate)))
            .OrderBy(c => c.Edits).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Offered).Select(c => c.Id),
    ];
}
