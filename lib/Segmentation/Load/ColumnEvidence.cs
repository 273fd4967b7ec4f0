using System.Text;

namespace Segmentation.Load;

/// <summary>What the cells of a column could be, counted over all rows.</summary>
internal sealed class ColumnEvidence
{
    // Beside these, NA is North America and no missing value.
    private static readonly HashSet<string> Regions = new(StringComparer.OrdinalIgnoreCase) { "EMEA", "APAC", "LATAM", "AMER", "APJ", "JAPAC", "ANZ", "DACH", "EU", "LAC", "SEA" };

    private static readonly bool[] Openings = FindOpenings();

    private readonly NullTokens nullTokens;
    private readonly SortedDictionary<string, int> currencies = new(StringComparer.Ordinal);
    private readonly bool isText;
    private int regionRows;
    private int twoLetterRows;

    /// <param name="cells">The cells.</param>
    /// <param name="nullTokens">The tokens that stand for "no value".</param>
    /// <param name="isText">Whether the column is text whatever its values are: then they are counted, not looked at.</param>
    public ColumnEvidence(ColumnCells cells, NullTokens nullTokens, bool isText)
    {
        (this.nullTokens, this.isText) = (nullTokens, isText);
        cells.Each(Look);
        if (Tokens.TryGetValue("NA", out var rows) && Values > 0 && (regionRows > 0 || twoLetterRows == Values))
        {
            KeptTokens = rows;
            Values += rows;
            Tokens.Remove("NA");
        }
    }

    /// <summary>Gets the cells with nothing but white space.</summary>
    public int Blanks { get; private set; }

    /// <summary>Gets whether a cell with at least one byte holds no value.</summary>
    public bool HasTokensOrSpaces { get; private set; }

    /// <summary>Gets the cells with a token for "no value", by token as the file spells it.</summary>
    public SortedDictionary<string, int> Tokens { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the cells that read NA and mean North America or Namibia.</summary>
    public int KeptTokens { get; }

    /// <summary>Gets the cells that hold a value.</summary>
    public int Values { get; private set; }

    /// <summary>Gets the values that are words for true or false.</summary>
    public int BooleanWords { get; private set; }

    /// <summary>Gets the values that are 0 or 1.</summary>
    public int BooleanDigits { get; private set; }

    /// <summary>Gets the values that read as numbers.</summary>
    public int Numbers { get; private set; }

    /// <summary>Gets the numbers that stand in percent.</summary>
    public int Percents { get; private set; }

    /// <summary>Gets the numbers in which the decimal mark can only be a point.</summary>
    public int PointMarks { get; private set; }

    /// <summary>Gets the numbers in which the decimal mark can only be a comma.</summary>
    public int CommaMarks { get; private set; }

    /// <summary>Gets the numbers with one separator that may be either.</summary>
    public int EitherMarks { get; private set; }

    /// <summary>Gets the numbers that end in k, M or B.</summary>
    public int Scaled { get; private set; }

    /// <summary>Gets the values of digits with a zero in front.</summary>
    public int LeadingZeros { get; private set; }

    /// <summary>Gets the values of more digits than a number keeps.</summary>
    public int LongDigits { get; private set; }

    /// <summary>Gets the values that look like phone numbers.</summary>
    public int Phones { get; private set; }

    /// <summary>Gets the fewest digits of a value without decimal mark.</summary>
    public int FewestDigits { get; private set; } = int.MaxValue;

    /// <summary>Gets the most digits of a value without decimal mark.</summary>
    public int MostDigits { get; private set; }

    /// <summary>Gets the values that read as dates.</summary>
    public int Dates { get; private set; }

    /// <summary>Gets the dates written year first.</summary>
    public int IsoDates { get; private set; }

    /// <summary>Gets the dates with the month's name.</summary>
    public int NamedDates { get; private set; }

    /// <summary>Gets the months without a day.</summary>
    public int Months { get; private set; }

    /// <summary>Gets the dates in which only the day can stand first.</summary>
    public int DayFirst { get; private set; }

    /// <summary>Gets the dates in which only the month can stand first.</summary>
    public int MonthFirst { get; private set; }

    /// <summary>Gets the dates that are different days depending on what stands first.</summary>
    public int EitherOrder { get; private set; }

    /// <summary>Gets the dates divided by points.</summary>
    public int PointDates { get; private set; }

    /// <summary>Gets the dates with an offset.</summary>
    public int OffsetDates { get; private set; }

    /// <summary>Gets the numbers by currency as the file spells it.</summary>
    public IReadOnlyDictionary<string, int> Currencies => currencies;

    /// <summary>Tells whether a cell holds no value: nothing, white space, or a token.</summary>
    public bool IsEmpty(ReadOnlySpan<byte> cell)
    {
        var trimmed = CellText.Trim(cell);
        return trimmed.IsEmpty || (nullTokens.Contains(trimmed) && !(KeptTokens > 0 && trimmed.SequenceEqual("NA"u8)));
    }

    private void Look(ReadOnlySpan<byte> cell, int rows)
    {
        var trimmed = CellText.Trim(cell);
        if (trimmed.IsEmpty)
        {
            Blanks += rows;
            HasTokensOrSpaces |= cell.Length > 0;
            return;
        }

        if (nullTokens.Contains(trimmed))
        {
            HasTokensOrSpaces = true;
            var token = Encoding.UTF8.GetString(trimmed);
            Tokens[token] = Tokens.GetValueOrDefault(token) + rows;
            return;
        }

        Values += rows;
        if (isText) return;
        if (trimmed.Length <= 5 && char.IsAsciiLetter((char)trimmed[0])) LookAtWord(trimmed, rows);
        else if (MayHoldNumberOrDate(trimmed) && !LookAtNumber(trimmed, rows)) LookAtDate(trimmed, rows);
    }

    /// <summary>Turns most text away by its first three letters: a number or date in letters starts with a currency or a month.</summary>
    private static bool MayHoldNumberOrDate(ReadOnlySpan<byte> cell)
    {
        if (!char.IsAsciiLetter((char)cell[0])) return true;
        return cell.Length < 3 || !char.IsAsciiLetter((char)cell[1]) || !char.IsAsciiLetter((char)cell[2]) || Openings[Opening(cell)];
    }

    private static int Opening(ReadOnlySpan<byte> letters) => ((letters[0] & 31) << 10) | ((letters[1] & 31) << 5) | (letters[2] & 31);

    private static bool[] FindOpenings()
    {
        var openings = new bool[1 << 15];
        foreach (var name in NumberText.CurrencyNames.Concat(DateText.MonthNames))
        {
            if (name.Length >= 3 && name[..3].All(char.IsAsciiLetter)) openings[Opening(Encoding.UTF8.GetBytes(name))] = true;
        }

        return openings;
    }

    private void LookAtWord(ReadOnlySpan<byte> word, int rows)
    {
        if (BooleanText.TryRead(word, out _)) BooleanWords += rows;
        if (word.Length == 2 && char.IsAsciiLetterUpper((char)word[0]) && char.IsAsciiLetterUpper((char)word[1])) twoLetterRows += rows;
        if (Regions.Contains(Encoding.UTF8.GetString(word))) regionRows += rows;
        if (!LookAtNumber(word, rows)) LookAtDate(word, rows);
    }

    private bool LookAtNumber(ReadOnlySpan<byte> cell, int rows)
    {
        var isNumber = NumberText.TryRead(cell, out var reading);
        if (reading.Shape == NumberShape.None) return false;
        if (reading.Shape == NumberShape.LeadingZero) LeadingZeros += rows;
        if (reading.Shape == NumberShape.LongDigits) LongDigits += rows;
        if (reading.Shape == NumberShape.Phone) Phones += rows;
        if (reading.Whole) (FewestDigits, MostDigits) = (Math.Min(FewestDigits, reading.Digits), Math.Max(MostDigits, reading.Digits));
        if (!isNumber) return true;
        Numbers += rows;
        if (reading.Digits == 1 && reading.Whole && BooleanText.TryReadDigit(cell, out _)) BooleanDigits += rows;
        if (reading.Percent) Percents += rows;
        if (reading.Scaled) Scaled += rows;
        if (reading.Mark == DecimalMark.Point) PointMarks += rows;
        if (reading.Mark == DecimalMark.Comma) CommaMarks += rows;
        if (reading.Mark == DecimalMark.Either) EitherMarks += rows;
        if (reading.Currency == 0) return true;
        var currency = NumberText.CurrencyName(reading.Currency);
        currencies[currency] = currencies.GetValueOrDefault(currency) + rows;
        return true;
    }

    private void LookAtDate(ReadOnlySpan<byte> cell, int rows)
    {
        if (!DateText.TryRead(cell, out var reading)) return;
        Dates += rows;
        if (reading.Form == DateForm.Iso) IsoDates += rows;
        if (reading.Form == DateForm.Named) NamedDates += rows;
        if (reading.Form == DateForm.Month) Months += rows;
        if (reading.HasOffset) OffsetDates += rows;
        if (reading.Form != DateForm.Ordered) return;
        if (reading.Points) PointDates += rows;
        if (!reading.HasMonthFirst) DayFirst += rows;
        else if (!reading.HasDayFirst) MonthFirst += rows;
        else if (reading.DayFirst != reading.MonthFirst) EitherOrder += rows;
    }
}
