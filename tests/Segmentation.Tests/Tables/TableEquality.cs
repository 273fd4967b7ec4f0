using Segmentation.Tables;

namespace Segmentation.Tests.Tables;

/// <summary>Compares tables in everything a reader can see: names, order, types, formats, marks, nulls and values.</summary>
internal static class TableEquality
{
    public static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(expected.Columns.Select(Shape), actual.Columns.Select(Shape));
        Assert.Equal(expected.RowCount, actual.RowCount);
        foreach (var (a, b) in expected.Columns.Zip(actual.Columns))
        {
            for (var row = 0; row < a.Length; row++)
            {
                if (a.IsNull(row) != b.IsNull(row) || !Equals(a.Value(row), b.Value(row)))
                    Assert.Fail($"column '{a.Name}', row {row}: expected {Shown(a, row)}, found {Shown(b, row)}");
            }
        }
    }

    private static (string, ColumnType, NumberFormat?, bool) Shape(Column column) => (column.Name, column.Type, (column as NumberColumn)?.Format, column.IsPersonal);

    private static string Shown(Column column, int row) => column.IsNull(row) ? "null" : $"'{column.Raw(row)}'";
}
