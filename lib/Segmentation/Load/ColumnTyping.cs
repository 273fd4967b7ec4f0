using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Decides the type of a column from all its cells, reads them, and says why in words.</summary>
internal sealed class ColumnTyping
{
    private readonly string name;
    private readonly string header;
    private readonly ColumnCells cells;
    private readonly ColumnEvidence evidence;
    private readonly CsvOptions options;
    private readonly bool semicolons;

    private ColumnTyping(string name, string header, ColumnCells cells, bool semicolons, bool isText, CsvOptions options)
    {
        (this.name, this.header, this.cells, this.semicolons, this.options) = (name, header, cells, semicolons, options);
        evidence = new ColumnEvidence(cells, new NullTokens(options.NullTokens), isText);
    }

    /// <summary>Types a column.</summary>
    /// <param name="name">Column name.</param>
    /// <param name="header">Header as the file spells it.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="delimiter">The file's delimiter: semicolons speak for decimal commas and the day first where nothing else does.</param>
    /// <param name="options">What the caller has decided.</param>
    public static TypedColumn Type(string name, string header, ColumnCells cells, char delimiter, CsvOptions options)
    {
        var told = Told(options.Types, name);
        if (options.Exact && told is { } written) return ExactColumn.Read(name, header, cells, written);
        var order = Told(options.DateOrders, name);
        if (told is null && order is not null) told = ColumnType.Date;
        var isText = told is ColumnType.Text || (told is null && HeaderWords.NameIdentifier(header));
        var typing = new ColumnTyping(name, header, cells, delimiter == ';', isText, options);
        return told switch
        {
            ColumnType.Text => typing.ReadText("text, as told", overridden: true),
            ColumnType.Number => typing.ReadNumbers(typing.evidence.Percents * 2 > typing.evidence.Numbers, "as told: ", overridden: true),
            ColumnType.Date => typing.ReadDates(order, "as told: ", overridden: true),
            ColumnType.Boolean => typing.ReadBooleans("as told: ", overridden: true),
            _ => typing.Decide(),
        };
    }

    private static T? Told<T>(ImmutableDictionary<string, T> options, string name)
        where T : struct => options.FirstOrDefault(o => string.Equals(o.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found ? found.Value : null;

    private static string? Told(ImmutableDictionary<string, string> options, string name) =>
        options.FirstOrDefault(o => string.Equals(o.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private TypedColumn Decide()
    {
        var e = evidence;
        if (e.Values == 0) return ReadText("text: no cell holds a value");
        if (HeaderWords.NameIdentifier(header)) return ReadText("text: the header names an identifier or code, so its digits stay as written");
        if (Enough(e.BooleanWords + (e.BooleanWords > 0 ? e.BooleanDigits : 0))) return ReadBooleans(string.Empty);
        if (e.BooleanDigits == e.Values && HeaderWords.NameCondition(header)) return ReadBooleans("0 and 1 only, and the header names a condition; ");
        if (Enough(e.Dates)) return ReadDates(null, string.Empty);
        if (e.LeadingZeros > 0 && e.FewestDigits == e.MostDigits && e.LeadingZeros + e.Numbers == e.Values)
            return ReadText(Say($"text: all values are {e.MostDigits} digits and {e.LeadingZeros:#,0} start with 0, which a number would lose"));
        if (Enough(e.Percents)) return ReadNumbers(percent: true, string.Empty);
        if (Enough(e.Numbers - e.Percents)) return ReadNumbers(percent: false, e.BooleanDigits == e.Values ? "0 and 1 only, but the header names no condition; " : string.Empty);
        return ReadText(WhyText());
    }

    private bool Enough(int count) => count > 0 && count >= options.TypeEvidence * evidence.Values;

    private string WhyText()
    {
        var e = evidence;
        if (e.LeadingZeros > 0 && e.LeadingZeros >= e.Dates && !Enough(e.Values - e.LeadingZeros)) return Say($"text: {e.LeadingZeros:#,0} of {e.Values:#,0} values are digits that start with 0, which a number would lose");
        if (e.LongDigits > 0 && !Enough(e.Values - e.LongDigits)) return Say($"text: {e.LongDigits:#,0} of {e.Values:#,0} values have more digits than a number keeps");
        if (e.Phones > 0 && !Enough(e.Values - e.Phones)) return Say($"text: {e.Phones:#,0} of {e.Values:#,0} values look like phone numbers");
        if (e.Percents > 0 && Enough(e.Numbers)) return Say($"text: {e.Percents:#,0} values in percent and {e.Numbers - e.Percents:#,0} plain numbers do not share a unit");
        var (count, what) = new[] { (e.Numbers, "numbers"), (e.Dates, "dates"), (e.BooleanWords, "true or false") }.MaxBy(c => c.Item1);
        return count == 0
            ? Say($"text: none of {e.Values:#,0} values reads as a number, date or true/false")
            : Say($"text: only {count:#,0} of {e.Values:#,0} values read as {what}; {options.TypeEvidence * 100:0.#}% would have to");
    }

    private TypedColumn ReadText(string why, bool overridden = false)
    {
        var column = cells.ReadText(name, evidence.HasTokensOrSpaces ? evidence.IsEmpty : null);
        return Result(column, why, null, undecidable: false, overridden, [], "text");
    }

    private TypedColumn ReadBooleans(string why, bool overridden = false)
    {
        var (values, nulls, unreadable) = cells.Read(Read, false);
        var e = evidence;
        var format = e.BooleanWords == 0 ? "0/1" : null;
        return Result(new BooleanColumn(name, values, nulls), why + HowMany("true or false", unreadable.Count), format, undecidable: false, overridden, unreadable, "true or false (yes/no, 1/0)");

        CellState Read(ReadOnlySpan<byte> cell, out bool value)
        {
            if (BooleanText.TryRead(cell, out value) || BooleanText.TryReadDigit(cell, out value)) return CellState.Value;
            return evidence.IsEmpty(cell) ? CellState.Empty : CellState.Unreadable;
        }
    }

    private TypedColumn ReadNumbers(bool percent, string why, bool overridden = false)
    {
        var e = evidence;
        var comma = e.CommaMarks == e.PointMarks ? semicolons : e.CommaMarks > e.PointMarks;
        var contradictory = e.CommaMarks > 0 && e.PointMarks > 0;
        var undecidable = e.EitherMarks > 0 && (contradictory || e.CommaMarks + e.PointMarks == 0);
        var (values, nulls, unreadable) = cells.Read(Read, double.NaN);
        var formats = new List<string>();
        if (percent) formats.Add("percent");
        if (e.Currencies.Count > 0) formats.Add("currency");
        if (e.CommaMarks > e.PointMarks || (comma && e.EitherMarks > 0)) formats.Add("comma decimals");
        var format = percent ? NumberFormat.Share : e.Currencies.Count > 0 ? NumberFormat.Money : NumberFormat.General;
        var reason = why + HowMany(percent ? "percentages (held as proportions)" : "numbers", unreadable.Count);
        if (e.Currencies.Count > 0) reason += $"; currency {string.Join(", ", e.Currencies.Select(c => Say($"{c.Key} ×{c.Value:#,0}")))}{(e.Currencies.Count > 1 ? ", not converted" : string.Empty)}";
        if (e.Scaled > 0) reason += Say($"; {e.Scaled:#,0} written with k, M or B");
        reason += DecimalReason(comma, contradictory, undecidable);
        return Result(new NumberColumn(name, values, nulls, format), reason, formats.Count == 0 ? null : string.Join(", ", formats), undecidable, overridden, unreadable, percent ? "a percentage" : "a number");

        CellState Read(ReadOnlySpan<byte> cell, out double value)
        {
            if (NumberText.TryRead(cell, out var reading) && reading.Percent == percent)
            {
                value = comma ? reading.AsComma : reading.AsPoint;
                return double.IsFinite(value) ? CellState.Value : CellState.Unreadable;
            }

            value = double.NaN;
            return evidence.IsEmpty(cell) ? CellState.Empty : CellState.Unreadable;
        }
    }

    private string DecimalReason(bool comma, bool contradictory, bool undecidable)
    {
        var e = evidence;
        var mark = comma ? "comma" : "point";
        if (contradictory)
            return Say($"; decimal point in {e.PointMarks:#,0} and decimal comma in {e.CommaMarks:#,0} values contradict each other: each was read as it must be, and {e.EitherMarks:#,0} that allow both with a decimal {mark}");
        if (undecidable)
            return Say($"; {Values(e.EitherMarks)} such as 1{(comma ? '.' : ',')}234 can be read in two ways and no value decides: the decimal {mark} was taken by convention{(semicolons ? ", as the file is divided by semicolons" : string.Empty)}");
        return e.CommaMarks > 0 ? Say($"; decimal comma, decided by {Values(e.CommaMarks)}") : string.Empty;
    }

    private TypedColumn ReadDates(string? told, string why, bool overridden = false)
    {
        var e = evidence;
        var tied = e.DayFirst == e.MonthFirst;
        var dayFirst = told is not null ? told == "dmy" : tied ? semicolons || e.PointDates > 0 : e.DayFirst > e.MonthFirst;
        var contradictory = e.DayFirst > 0 && e.MonthFirst > 0;
        var undecidable = told is null && ((e.EitherOrder > 0 && e.DayFirst + e.MonthFirst == 0) || contradictory);
        var (values, nulls, unreadable) = cells.Read(Read, default(DateTime));
        var order = dayFirst ? "dmy" : "mdy";
        var ordered = e.Dates - e.IsoDates - e.NamedDates - e.Months;
        var formats = new List<string>();
        if (e.IsoDates > 0) formats.Add("iso");
        if (ordered > 0) formats.Add(order);
        if (e.NamedDates > 0) formats.Add("month names");
        if (e.Months > 0) formats.Add("months");
        var reason = why + HowMany("dates", unreadable.Count);
        if (e.OffsetDates > 0) reason += Say($"; {e.OffsetDates:#,0} with an offset, held in UTC");
        if (e.Months > 0) reason += Say($"; {Values(e.Months)} without a day, held as the first of the month");
        if (ordered > 0) reason += OrderReason(dayFirst, contradictory, undecidable, told is not null);
        return Result(new DateColumn(name, values, nulls), reason, formats.Count == 0 ? null : string.Join(", ", formats), undecidable, overridden, unreadable, told is null ? "a date" : $"a date in {order} order");

        CellState Read(ReadOnlySpan<byte> cell, out DateTime value)
        {
            if (DateText.TryRead(cell, out var reading))
            {
                // Told an order, nothing else is a date; found by evidence, a value that allows one reading only is read that way.
                var first = told is null ? (dayFirst ? reading.HasDayFirst : !reading.HasMonthFirst) : dayFirst;
                value = first ? reading.DayFirst : reading.MonthFirst;
                return first ? reading.HasDayFirst ? CellState.Value : CellState.Unreadable : reading.HasMonthFirst ? CellState.Value : CellState.Unreadable;
            }

            value = default;
            return evidence.IsEmpty(cell) ? CellState.Empty : CellState.Unreadable;
        }
    }

    private string OrderReason(bool dayFirst, bool contradictory, bool undecidable, bool told)
    {
        var e = evidence;
        var order = dayFirst ? "day before month" : "month before day";
        if (told) return $"; {order}, as told";
        if (contradictory)
            return Say($"; {Values(e.DayFirst)} can only have the day first and {e.MonthFirst:#,0} only the month: each was read as it must be, and {e.EitherOrder:#,0} that allow both with the {order}");
        if (undecidable)
            return Say($"; {Values(e.EitherOrder)} can be read in both orders and none decides: {order} was taken by convention{(semicolons ? ", as the file is divided by semicolons" : string.Empty)}");
        return e.DayFirst + e.MonthFirst == 0 ? string.Empty : Say($"; {order}, decided by {Values(e.DayFirst + e.MonthFirst)}");
    }

    private string HowMany(string what, int unreadable) => unreadable == 0
        ? Say($"all {Values(evidence.Values)} read as {what}")
        : Say($"{evidence.Values - unreadable:#,0} of {evidence.Values:#,0} values read as {what}, the others are kept aside");

    private TypedColumn Result(Column column, string reason, string? format, bool undecidable, bool overridden, List<(int Row, string Cell)> unreadable, string expected)
    {
        if (evidence.KeptTokens > 0) reason += Say($"; 'NA' ×{evidence.KeptTokens:#,0} stands beside other regions or country codes and is kept as a value");
        var tokens = evidence.Tokens.ToImmutableSortedDictionary(StringComparer.Ordinal);
        var decision = new ColumnDecision(name, header, column.Type, reason, format, undecidable, overridden, column.Length - column.NullCount, evidence.Blanks, tokens, unreadable.Count);
        return new TypedColumn(column, decision, unreadable, expected);
    }

    private static string Values(int count) => Say($"{count:#,0} {(count == 1 ? "value" : "values")}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
