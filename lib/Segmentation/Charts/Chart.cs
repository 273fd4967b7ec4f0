using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>
/// Charts for exploring: any table, column or SQL result in one line. What is too large for a page is counted, summed or sampled first, and the subtitle says so;
/// rows without a value are left out and counted there. A column that is missing or of the wrong type throws <see cref="KeyNotFoundException"/>
/// or <see cref="ArgumentException"/>; a table without data gives a figure that says so.
/// </summary>
public static partial class Chart
{
    /// <summary>Returns how often the values of a number or date column fall into bins of equal width (Freedman and Diaconis, rounded, at most <see cref="ChartOptions.MostBins"/>); dates by day, month, quarter or year.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">A number or date column.</param>
    /// <param name="options">Title, source, log scale, most bins.</param>
    public static Figure Histogram(Table table, string column, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return HistogramFigure.Draw(table, column, options ?? ChartOptions.Default);
    }

    /// <summary>Returns the histogram of a number or date column.</summary>
    /// <param name="column">A number or date column.</param>
    /// <param name="options">Title, source, log scale, most bins.</param>
    public static Figure Histogram(Column column, ChartOptions? options = null) => Histogram(Alone(column), column.Name, options);

    /// <summary>
    /// Returns one bar a category, the largest first and the rest as "other": the number of rows, or the sum of a number column (the mean where it holds shares or scores).
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="category">A column of any type.</param>
    /// <param name="value">The number column that is summed. Default null: rows are counted.</param>
    /// <param name="options">Title, source, unit, log scale, most categories.</param>
    public static Figure Bar(Table table, string category, string? value = null, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return BarFigure.Draw(table, category, value, options ?? ChartOptions.Default);
    }

    /// <summary>Returns how often each value of a column occurs.</summary>
    /// <param name="column">A column of any type.</param>
    /// <param name="options">Title, source, log scale, most categories.</param>
    public static Figure Bar(Column column, ChartOptions? options = null) => Bar(Alone(column), column.Name, null, options);

    /// <summary>Returns quartiles (type 7 of Hyndman and Fan) and whiskers of a number column, one box a category; values beyond 1.5 box lengths are counted, not drawn.</summary>
    /// <param name="table">The table.</param>
    /// <param name="value">A number column.</param>
    /// <param name="by">A column of any type that divides the rows. Default null: one box.</param>
    /// <param name="options">Title, source, unit, log scale, most categories.</param>
    public static Figure Box(Table table, string value, string? by = null, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return BoxFigure.Draw(table, value, by, options ?? ChartOptions.Default);
    }

    /// <summary>Returns quartiles and whiskers of a number column.</summary>
    /// <param name="column">A number column.</param>
    /// <param name="options">Title, source, unit, log scale.</param>
    public static Figure Box(Column column, ChartOptions? options = null) => Box(Alone(column), column.Name, null, options);

    /// <summary>Returns one point a row; above <see cref="ChartOptions.MostPoints"/> every n-th row, which the subtitle says.</summary>
    /// <param name="table">The table.</param>
    /// <param name="x">A number or date column.</param>
    /// <param name="y">A number or date column.</param>
    /// <param name="colour">A column of any type that colours the points. Default null: one colour.</param>
    /// <param name="options">Title, source, log scales, most points and colours.</param>
    public static Figure Scatter(Table table, string x, string y, string? colour = null, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ScatterFigure.Draw(table, x, y, colour, options ?? ChartOptions.Default);
    }

    /// <summary>Returns a line along dates or numbers: the number of rows, or the sum of a number column (the mean where it holds shares or scores). More than <see cref="ChartOptions.MostDates"/> dates are gathered by month, quarter or year.</summary>
    /// <param name="table">The table.</param>
    /// <param name="x">A number or date column.</param>
    /// <param name="y">The number column that is summed. Default null: rows are counted.</param>
    /// <param name="by">A column of any type, one line a value. Default null: one line.</param>
    /// <param name="options">Title, source, unit, log scale, most dates and lines.</param>
    public static Figure Line(Table table, string x, string? y = null, string? by = null, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return LineFigure.Draw(table, x, y, by, options ?? ChartOptions.Default);
    }

    /// <summary>Returns one cell a pair of categories: the number of rows, or the sum of a number column (the mean where it holds shares or scores).</summary>
    /// <param name="table">The table.</param>
    /// <param name="x">A column of any type.</param>
    /// <param name="y">A column of any type.</param>
    /// <param name="value">The number column that is summed. Default null: rows are counted.</param>
    /// <param name="options">Title, source, unit, most categories.</param>
    public static Figure HeatMap(Table table, string x, string y, string? value = null, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return HeatMapFigure.Draw(table, x, y, value, options ?? ChartOptions.Default);
    }

    private static Table Alone(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Table(column.Name, column);
    }
}
