using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Some of the records of a framework, or the same records with other values: what "what would happen if" is asked of.</summary>
internal static class RecordRows
{
    /// <summary>Returns the records taken, in that order.</summary>
    public static FrameworkRecords Take(FrameworkRecords records, ReadOnlySpan<int> rows) => records with
    {
        Ids = (TextColumn)records.Ids.Take(rows),
        Names = (TextColumn?)records.Names?.Take(rows),
        Owners = (TextColumn?)records.Owners?.Take(rows),
        Arr = (NumberColumn?)records.Arr?.Take(rows),
        Fields = records.Fields.Take(rows),
    };

    /// <summary>Returns the records with other values of one field.</summary>
    public static FrameworkRecords With(FrameworkRecords records, Column column) => records with { Fields = records.Fields.With(column) };

    /// <summary>Returns the fields that a framework names: from some records where they have them in its type, else from others of the same length.</summary>
    /// <param name="records">The records asked about.</param>
    /// <param name="others">The same records at another time, taken for the fields that <paramref name="records"/> lack.</param>
    /// <param name="framework">The framework to run.</param>
    /// <param name="lacking">Receives the names of the fields taken from the others.</param>
    public static FrameworkRecords Fit(FrameworkRecords records, FrameworkRecords others, SegmentationFramework framework, ISet<string>? lacking = null)
    {
        var columns = new List<Column>();
        foreach (var field in framework.Fields.Where(f => f.Of == records.Of).Select(f => f.Definition))
        {
            var own = records.Fields.Find(field.Name);
            if (own?.Type == TypeOf(field.Type)) columns.Add(own);
            else if (others.Fields.Find(field.Name) is { } theirs)
            {
                columns.Add(theirs);
                lacking?.Add(field.Name);
            }
        }

        return records with { Fields = new Table(SnakeName.Of(records.Of), columns) };
    }

    /// <summary>Returns the name of each record's place in a dimension.</summary>
    public static string[] Places(DimensionAssignment dimension)
    {
        var places = new string[dimension.Segment.Length];
        for (var row = 0; row < places.Length; row++) places[row] = dimension.NameOf(row);
        return places;
    }

    /// <summary>Returns an amount as it may be added up: a negative one is a mistake and adds nothing.</summary>
    public static double Counted(double? arr) => arr > 0 ? arr.Value : 0;

    private static ColumnType TypeOf(FieldType type) => type switch
    {
        FieldType.Text => ColumnType.Text,
        FieldType.Date => ColumnType.Date,
        FieldType.Flag => ColumnType.Boolean,
        _ => ColumnType.Number,
    };
}
