using System.Buffers.Text;

namespace Segmentation.Load;

/// <summary>Reads dates as exports write them: ISO, day or month first, month names, months alone; with time and offset.</summary>
internal static class DateText
{
    private const int Shortest = 6;
    private const int Longest = 40;

    /// <summary>Two-digit years below this are in the 2000s, the others in the 1900s.</summary>
    private const int Pivot = 70;

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Gets the months' names in small letters.</summary>
    public static IEnumerable<string> MonthNames => Months;

    /// <summary>Reads a date in the reading or readings it allows.</summary>
    /// <param name="text">The cell; white space around it does not count.</param>
    /// <param name="reading">What it says; values with an offset are in UTC.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateReading reading)
    {
        reading = default;
        if (TryReadPlain(text, ref reading)) return true;
        var cell = CellText.Trim(text);
        if (cell.Length is < Shortest or > Longest) return false;
        if (!char.IsAsciiDigit((char)cell[0])) return char.IsAsciiLetter((char)cell[0]) && TryReadNameFirst(cell, ref reading);
        var (first, digits) = Number(ref cell);
        if (cell.Length < 2) return false;
        var mark = cell[0];
        cell = cell[1..];
        if (mark is not ((byte)'-' or (byte)'/' or (byte)'.' or (byte)' ')) return false;
        if (digits == 4) return mark != ' ' && TryReadYearFirst(cell, first, mark, ref reading);
        if (digits > 2) return false;
        if (!char.IsAsciiDigit((char)cell[0])) return TryReadNameSecond(cell, first, ref reading);
        if (mark == ' ') return false;
        var (second, secondDigits) = Number(ref cell);
        if (cell.Length == 0) return secondDigits == 4 && mark != '.' && Month(second, first, ref reading);
        if (secondDigits > 2 || cell[0] != mark || cell.Length < 2) return false;
        cell = cell[1..];
        var (year, yearDigits) = Number(ref cell);

        // With points, one-digit parts and a short year it is a version number.
        if (!Year(ref year, yearDigits) || (mark == '.' && yearDigits == 2 && (digits != 2 || secondDigits != 2))) return false;
        if (!Time(cell, ref reading, out var time)) return false;
        reading.Form = DateForm.Ordered;
        reading.Points = mark == '.';
        reading.HasDayFirst = Date(year, second, first, time, out reading.DayFirst);
        reading.HasMonthFirst = Date(year, first, second, time, out reading.MonthFirst);
        return reading.HasDayFirst || reading.HasMonthFirst;
    }

    /// <summary>The common case without a search: 2024-01-31, with or without T10:30:00 and a fraction and Z.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> cell, ref DateReading reading)
    {
        if (cell.Length < 10 || cell[4] != '-' || cell[7] != '-' || !Pair(cell, 0, out var century) || !Pair(cell, 2, out var year) || !Pair(cell, 5, out var month) || !Pair(cell, 8, out var day)) return false;
        var time = default((TimeSpan OfDay, TimeSpan));
        if (cell.Length > 10)
        {
            if (cell.Length is not (20 or 24) || cell[10] is not ((byte)'T' or (byte)' ') || cell[13] != ':' || cell[16] != ':' || cell[^1] != 'Z') return false;
            if (!Pair(cell, 11, out var hour) || !Pair(cell, 14, out var minute) || !Pair(cell, 17, out var second) || hour > 23 || minute > 59 || second > 59) return false;
            var (milliseconds, last) = (0, 0);
            if (cell.Length == 24 && (cell[19] != '.' || !Pair(cell, 20, out milliseconds) || !char.IsAsciiDigit((char)cell[22]))) return false;
            if (cell.Length == 24) last = cell[22] - '0';
            time.OfDay = new TimeSpan(0, hour, minute, second, (milliseconds * 10) + last);
            reading.HasOffset = true;
        }

        return Single(DateForm.Iso, (century * 100) + year, month, day, time, ref reading);
    }

    private static bool Pair(ReadOnlySpan<byte> cell, int at, out int value)
    {
        var (tens, ones) = ((uint)cell[at] - '0', (uint)cell[at + 1] - '0');
        value = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }

    private static bool TryReadYearFirst(ReadOnlySpan<byte> cell, int year, byte mark, ref DateReading reading)
    {
        var (month, monthDigits) = Number(ref cell);
        if (monthDigits is < 1 or > 2) return false;
        if (cell.Length == 0) return mark != '.' && Month(year, month, ref reading);
        if (cell[0] != mark) return false;
        cell = cell[1..];
        var (day, dayDigits) = Number(ref cell);
        return dayDigits is 1 or 2 && Time(cell, ref reading, out var time) && Single(DateForm.Iso, year, month, day, time, ref reading);
    }

    /// <summary>12-Mar-2024, 12 March 2024.</summary>
    private static bool TryReadNameSecond(ReadOnlySpan<byte> cell, int day, ref DateReading reading)
    {
        var month = MonthName(ref cell);
        if (month == 0 || !Skip(ref cell)) return false;
        var (year, digits) = Number(ref cell);
        return Year(ref year, digits) && Time(cell, ref reading, out var time) && Single(DateForm.Named, year, month, day, time, ref reading);
    }

    /// <summary>Mar 12, 2024; March 2024; Mar-24.</summary>
    private static bool TryReadNameFirst(ReadOnlySpan<byte> cell, ref DateReading reading)
    {
        var month = MonthName(ref cell);
        if (month == 0 || cell.Length == 0) return false;
        var dash = cell[0] == '-';
        if (!Skip(ref cell)) return false;
        var (first, digits) = Number(ref cell);
        if (cell.Length == 0)
        {
            if (digits != 4 && !(digits == 2 && dash)) return false;
            return Year(ref first, digits) && Month(first, month, ref reading);
        }

        if (digits is < 1 or > 2 || !Skip(ref cell)) return false;
        var (year, yearDigits) = Number(ref cell);
        return yearDigits == 4 && Time(cell, ref reading, out var time) && Single(DateForm.Named, year, month, first, time, ref reading);
    }

    private static bool Month(int year, int month, ref DateReading reading) => Single(DateForm.Month, year, month, 1, default, ref reading);

    private static bool Single(DateForm form, int year, int month, int day, (TimeSpan OfDay, TimeSpan Offset) time, ref DateReading reading)
    {
        reading.Form = form;
        reading.HasDayFirst = reading.HasMonthFirst = Date(year, month, day, time, out reading.DayFirst);
        reading.MonthFirst = reading.DayFirst;
        return reading.HasDayFirst;
    }

    private static bool Date(int year, int month, int day, (TimeSpan OfDay, TimeSpan Offset) time, out DateTime date)
    {
        date = default;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var local = new DateTime(year, month, day).Ticks + time.OfDay.Ticks - time.Offset.Ticks;
        if (local < 0) return false;
        date = new DateTime(local);
        return true;
    }

    /// <summary>Nothing, or a time of day with seconds, fraction, AM/PM and offset as far as they are there.</summary>
    private static bool Time(ReadOnlySpan<byte> cell, ref DateReading reading, out (TimeSpan OfDay, TimeSpan Offset) time)
    {
        time = default;
        if (cell.Length == 0) return true;
        if (cell[0] == ',') cell = cell[1..];
        if (cell.Length < 5 || cell[0] is not ((byte)'T' or (byte)'t' or (byte)' ')) return false;
        cell = cell[1..];
        var (hour, hourDigits) = Number(ref cell);
        if (hourDigits is < 1 or > 2 || cell.Length < 3 || cell[0] != ':') return false;
        cell = cell[1..];
        var (minute, minuteDigits) = Number(ref cell);
        if (minuteDigits != 2) return false;
        var (second, fraction) = (0, 0L);
        if (cell.Length > 2 && cell[0] == ':')
        {
            cell = cell[1..];
            (second, var secondDigits) = Number(ref cell);
            if (secondDigits != 2) return false;
            if (cell.Length > 1 && cell[0] is (byte)'.' or (byte)',' && char.IsAsciiDigit((char)cell[1])) fraction = Fraction(ref cell);
        }

        cell = CellText.Trim(cell);
        if (cell.Length >= 2 && (cell[0] | 0x20) is 'a' or 'p' && (cell[1] | 0x20) == 'm')
        {
            if (hour is < 1 or > 12) return false;
            hour = (hour % 12) + ((cell[0] | 0x20) == 'p' ? 12 : 0);
            cell = CellText.Trim(cell[2..]);
        }

        if (hour > 23 || minute > 59 || second > 59 || !Offset(cell, out var offset)) return false;
        reading.HasOffset = cell.Length > 0;
        time = (new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction), offset);
        return true;
    }

    private static long Fraction(ref ReadOnlySpan<byte> cell)
    {
        var ticks = 0L;
        var unit = TimeSpan.TicksPerSecond / 10;
        cell = cell[1..];
        while (cell.Length > 0 && char.IsAsciiDigit((char)cell[0]))
        {
            ticks += (cell[0] - '0') * unit;
            unit /= 10;
            cell = cell[1..];
        }

        return ticks;
    }

    private static bool Offset(ReadOnlySpan<byte> cell, out TimeSpan offset)
    {
        offset = default;
        if (cell.Length == 0 || cell.SequenceEqual("Z"u8) || cell.SequenceEqual("z"u8) || cell.SequenceEqual("UTC"u8) || cell.SequenceEqual("GMT"u8)) return true;
        if (cell.Length is not (3 or 5 or 6) || cell[0] is not ((byte)'+' or (byte)'-') || (cell.Length == 6 && cell[3] != ':')) return false;
        if (!Utf8Parser.TryParse(cell[1..3], out int hours, out var used) || used != 2 || hours > 18) return false;
        var minutes = 0;
        if (cell.Length > 3 && (!Utf8Parser.TryParse(cell[^2..], out minutes, out used) || used != 2 || minutes > 59)) return false;
        offset = new TimeSpan(hours, minutes, 0) * (cell[0] == '-' ? -1 : 1);
        return true;
    }

    private static (int Value, int Digits) Number(ref ReadOnlySpan<byte> cell)
    {
        var (value, digits) = (0, 0);
        while (digits < cell.Length && digits < 5 && char.IsAsciiDigit((char)cell[digits])) value = (value * 10) + (cell[digits++] - '0');
        cell = cell[digits..];
        return (value, digits);
    }

    private static bool Year(ref int year, int digits)
    {
        if (digits == 2) year += year < Pivot ? 2000 : 1900;
        return digits is 2 or 4;
    }

    private static int MonthName(ref ReadOnlySpan<byte> cell)
    {
        var length = 0;
        while (length < cell.Length && char.IsAsciiLetter((char)cell[length])) length++;
        if (length < 3) return 0;
        for (var month = 0; month < Months.Length; month++)
        {
            var name = Months[month];
            if ((length != 3 && length != name.Length && !(length == 4 && month == 8)) || !Starts(cell[..length], name)) continue;
            cell = cell[length..];
            return month + 1;
        }

        return 0;
    }

    private static bool Starts(ReadOnlySpan<byte> word, string name)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if ((word[i] | 0x20) != name[i]) return false;
        }

        return true;
    }

    /// <summary>Steps over the marks between parts: a point behind a short name, a comma, then a space, dash or slash.</summary>
    private static bool Skip(ref ReadOnlySpan<byte> cell)
    {
        var skipped = 0;
        while (skipped < cell.Length && skipped < 2 && cell[skipped] is (byte)'.' or (byte)',') skipped++;
        if (skipped < cell.Length && cell[skipped] is (byte)' ' or (byte)'-' or (byte)'/') skipped++;
        cell = cell[skipped..];
        return skipped > 0 && cell.Length > 0;
    }
}
