using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Segmentation.Load;

/// <summary>Reads numbers as exports write them: thousands, decimal comma or point, currencies, percent, brackets, k/M/B.</summary>
internal static class NumberText
{
    /// <summary>More digits than this are an identifier: a double would not keep them.</summary>
    private const int MostDigits = 15;

    /// <summary>A plus sign in front of at least this many digits is a phone number.</summary>
    private const int PhoneDigits = 10;

    /// <summary>The most bytes around the digits: a sign, brackets, a currency, spaces.</summary>
    private const int MostAround = 12;

    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(p => double.Parse("1e" + p.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];

    private static readonly string[] CurrencyTexts =
    [
        "US$", "CA$", "AU$", "NZ$", "HK$", "A$", "C$", "R$", "S$", "$", "€", "£", "¥", "₹", "₩", "₽", "₺", "₪", "zł", "kr", "Kč",
        "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "INR", "CNY", "HKD", "SGD",
        "KRW", "BRL", "MXN", "ZAR", "ILS", "TRY", "AED", "SAR", "THB",
    ];

    private static readonly byte[][] Currencies = [.. CurrencyTexts.Select(Encoding.UTF8.GetBytes)];
    private static readonly bool[] CurrencyStarts = [.. Enumerable.Range(0, 256).Select(b => Currencies.Any(c => c[0] == b))];

    /// <summary>Reads a number in the reading or readings it allows.</summary>
    /// <param name="text">The cell; white space around it does not count.</param>
    /// <param name="reading">What it says.</param>
    /// <returns>Whether it is a number: identifiers that a number would damage (leading zeros, more than 15 digits) and phone numbers are not.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out NumberReading reading)
    {
        reading = default;
        if (TryReadPlain(text, ref reading)) return reading.Shape == NumberShape.Number;
        reading = default;
        var first = text.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (first is < 0 or > MostAround) return false;
        var last = text.LastIndexOfAnyInRange((byte)'0', (byte)'9');
        if (first > 0 && text[first - 1] is (byte)'.' or (byte)',') first--;
        var before = CellText.Trim(text[..first]);
        var after = CellText.Trim(text[(last + 1)..]);
        if (before.Length > MostAround || after.Length > MostAround) return false;
        var signs = default(Signs);
        if (!TryReadBefore(before, ref signs) || !TryReadAfter(after, ref signs) || !TryReadBody(text[first..(last + 1)], ref reading)) return false;
        if (signs.Plus && reading.Digits >= PhoneDigits) reading.Shape = NumberShape.Phone;
        if (reading.Shape != NumberShape.Number && (signs.Scale != 0 || signs.Currency != 0)) reading.Shape = NumberShape.None;
        (reading.Percent, reading.Currency, reading.Scaled) = (signs.Percent, signs.Currency, signs.Scale != 0);
        reading.AsPoint = Apply(signs, reading.AsPoint);
        reading.AsComma = Apply(signs, reading.AsComma);
        return reading.Shape == NumberShape.Number;
    }

    /// <summary>Gets the currencies as exports write them.</summary>
    public static IEnumerable<string> CurrencyNames => CurrencyTexts;

    /// <summary>The name of a currency found; 1 is the first.</summary>
    public static string CurrencyName(int currency) => CurrencyTexts[currency - 1];

    /// <summary>The common case in one pass: an optional minus, digits, at most one point. Returns false where the cell is anything else.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> cell, ref NumberReading reading)
    {
        var start = cell.Length > 0 && cell[0] == '-' ? 1 : 0;
        if (cell.Length == start || cell.Length > start + MostDigits + 1) return false;
        long mantissa = 0;
        var point = -1;
        for (var i = start; i < cell.Length; i++)
        {
            var digit = (uint)cell[i] - '0';
            if (digit <= 9) mantissa = (mantissa * 10) + digit;
            else if (cell[i] == '.' && point < 0 && i > start && i + 1 < cell.Length) point = i;
            else return false;
        }

        var digits = cell.Length - start - (point < 0 ? 0 : 1);
        if (digits > MostDigits) return false;
        var whole = point < 0 ? digits : point - start;
        var value = point < 0 ? mantissa : mantissa / Powers[digits - whole];
        reading.Digits = digits;
        reading.Whole = point < 0;
        reading.Shape = LeadingZero(cell[start..(start + whole)]) ? NumberShape.LeadingZero : NumberShape.Number;
        reading.AsPoint = start == 1 ? -value : value;
        reading.AsComma = reading.AsPoint;
        if (point >= 0) Mark(ref reading, thousands: digits - whole == 3 && whole <= 3 && cell[start] != '0', isComma: false, start == 1 ? -mantissa : mantissa);
        return true;
    }

    /// <summary>Digits with separators, no sign.</summary>
    private static bool TryReadBody(ReadOnlySpan<byte> cell, ref NumberReading reading)
    {
        Span<byte> digits = stackalloc byte[64];
        Span<int> groups = stackalloc int[24];
        var (count, groupCount, points, commas, others, last) = (0, 0, 0, 0, 0, 0);
        var exponent = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            var b = cell[i];
            if (char.IsAsciiDigit((char)b))
            {
                if (count == digits.Length) return false;
                digits[count++] = b;
                continue;
            }

            if (b is (byte)'E' or (byte)'e' && i + 2 < cell.Length && cell[i + 1] is (byte)'+' or (byte)'-')
            {
                // A sign tells 1.2E+05 from an identifier such as 12E5.
                if (!Utf8Parser.TryParse(cell[(i + 1)..], out exponent, out var used) || i + 1 + used != cell.Length || Math.Abs(exponent) > 300) return false;
                break;
            }

            if (groupCount == groups.Length) return false;
            groups[groupCount++] = count;
            if (b == '.') points++;
            else if (b == ',') commas++;
            else if (b is (byte)' ' or (byte)'\'') others++;
            else if (CellText.WideSpace(cell[i..]) is var wide and > 0) (others, i) = (others + 1, i + wide - 1);
            else return false;
            last = b;
        }

        if (count == 0 || (groupCount > 0 && groups[groupCount - 1] == count)) return false;
        if (groupCount == 0) return Finish(ref reading, digits[..count], count, exponent);
        var fraction = count - groups[groupCount - 1];
        if (points + commas == 0) return Grouped(groups[..groupCount], count) && Finish(ref reading, digits[..count], count, exponent);
        if (others > 0 || (points > 0 && commas > 0))
        {
            // Two kinds of separator: the last is the decimal mark, the others group.
            var isComma = last == ',';
            if ((isComma ? commas : points) != 1 || (others > 0 && points + commas != 1) || last is not ((byte)',' or (byte)'.')) return false;
            if (!Grouped(groups[..(groupCount - 1)], groups[groupCount - 1]) || !Finish(ref reading, digits[..count], groups[groupCount - 1], exponent)) return false;
            reading.Mark = isComma ? DecimalMark.Comma : DecimalMark.Point;
            return true;
        }

        if (groupCount > 1)
        {
            // The same separator twice can only group.
            if (!Grouped(groups[..groupCount], count) || !Finish(ref reading, digits[..count], count, exponent)) return false;
            reading.Mark = commas > 0 ? DecimalMark.Point : DecimalMark.Comma;
            return true;
        }

        if (!Finish(ref reading, digits[..count], groups[0], exponent)) return false;
        var asWhole = reading;
        var mayGroup = fraction == 3 && groups[0] is > 0 and <= 3 && digits[0] != '0' && exponent == 0 && Finish(ref asWhole, digits[..count], count, 0);
        Mark(ref reading, mayGroup, commas > 0, asWhole.AsPoint);
        return true;
    }

    /// <summary>States what one single separator says: a decimal mark for certain, or possibly thousands.</summary>
    private static void Mark(ref NumberReading reading, bool thousands, bool isComma, double asWhole)
    {
        reading.Whole = false;
        if (!thousands)
        {
            reading.Mark = isComma ? DecimalMark.Comma : DecimalMark.Point;
            return;
        }

        reading.Mark = DecimalMark.Either;
        if (isComma) reading.AsPoint = asWhole;
        else reading.AsComma = asWhole;
    }

    private static bool Finish(ref NumberReading reading, ReadOnlySpan<byte> digits, int whole, int exponent)
    {
        reading.Digits = digits.Length;
        reading.Whole = whole == digits.Length && exponent == 0;
        reading.Shape = whole > MostDigits ? NumberShape.LongDigits : LeadingZero(digits[..whole]) ? NumberShape.LeadingZero : NumberShape.Number;
        Span<byte> plain = stackalloc byte[80];
        digits.CopyTo(plain);
        plain[digits.Length] = (byte)'e';
        if (!Utf8Formatter.TryFormat(whole - digits.Length + exponent, plain[(digits.Length + 1)..], out var written)) return false;
        reading.AsPoint = double.Parse(plain[..(digits.Length + 1 + written)], NumberStyles.Float, CultureInfo.InvariantCulture);
        reading.AsComma = reading.AsPoint;
        return true;
    }

    /// <summary>Groups of three behind a first of one to three digits; groups of two before the last three, as India writes lakh and crore.</summary>
    private static bool Grouped(ReadOnlySpan<int> ends, int count)
    {
        if (ends.Length == 0) return true;
        if (ends[0] is < 1 or > 3 || count - ends[^1] != 3) return false;
        var (threes, twos) = (true, ends[0] <= 2);
        for (var i = 1; i < ends.Length; i++)
        {
            threes &= ends[i] - ends[i - 1] == 3;
            twos &= ends[i] - ends[i - 1] == 2;
        }

        return threes || twos;
    }

    private static bool LeadingZero(ReadOnlySpan<byte> whole) => whole.Length > 1 && whole[0] == '0' && whole.ContainsAnyExcept((byte)'0');

    private static bool TryReadBefore(ReadOnlySpan<byte> text, ref Signs signs)
    {
        while (text.Length > 0)
        {
            var used = 1;
            if (text[0] == '(' && !signs.Open) signs.Open = signs.Negative = true;
            else if (text[0] == '-' && !signs.Negative) signs.Negative = true;
            else if (text[0] == '+' && !signs.Plus) signs.Plus = true;
            else if (text.StartsWith("\u2212"u8) && !signs.Negative) (signs.Negative, used) = (true, 3);
            else used = Currency(text, ref signs);
            if (used == 0) return false;
            text = CellText.Trim(text[used..]);
        }

        return true;
    }

    private static bool TryReadAfter(ReadOnlySpan<byte> text, ref Signs signs)
    {
        while (text.Length > 0)
        {
            var used = Currency(text, ref signs);
            if (used == 0)
            {
                used = 1;
                if (text[0] == ')' && signs.Open) signs.Open = false;
                else if (text[0] == '-' && text.Length == 1 && !signs.Negative) signs.Negative = true;
                else if (text[0] == '%' && !signs.Percent) signs.Percent = true;
                else if (signs.Scale == 0 && !signs.Percent) used = Scale(text, ref signs);
                else return false;
            }

            if (used == 0) return false;
            text = CellText.Trim(text[used..]);
        }

        return !signs.Open;
    }

    private static int Currency(ReadOnlySpan<byte> text, ref Signs signs)
    {
        if (signs.Currency != 0 || !CurrencyStarts[text[0]]) return 0;
        for (var i = 0; i < Currencies.Length; i++)
        {
            if (!text.StartsWith(Currencies[i])) continue;
            signs.Currency = i + 1;
            return Currencies[i].Length;
        }

        return 0;
    }

    private static int Scale(ReadOnlySpan<byte> text, ref Signs signs)
    {
        signs.Scale = (text[0] | 0x20) switch { 'k' => 1e3, 'm' => 1e6, 'b' => 1e9, _ => 0 };
        return signs.Scale == 0 ? 0 : text.Length > 1 && (text[1] | 0x20) == 'n' && signs.Scale > 1e3 ? 2 : 1;
    }

    private static double Apply(in Signs signs, double value)
    {
        if (signs.Scale != 0) value *= signs.Scale;

        // Division keeps 12% at the double nearest to 0.12; a product with 0.01 would not.
        if (signs.Percent) value /= 100;
        return signs.Negative ? -value : value;
    }

    /// <summary>What stands around the digits. A scale of 0 is none.</summary>
    private struct Signs
    {
        public bool Open;
        public bool Negative;
        public bool Plus;
        public bool Percent;
        public int Currency;
        public double Scale;
    }
}
