using System.Globalization;
using System.Text.RegularExpressions;

namespace Segmentation.Criteria;

/// <summary>Reads a value as the field that it is compared with holds them.</summary>
internal static partial class LiteralReader
{
    /// <summary>A double is told apart from its neighbours by this many digits; more would be dropped silently.</summary>
    private const int DoubleDigits = 17;

    private const int DaysInLongestYear = 366;

    /// <summary>Returns the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="literal">The value as written.</param>
    /// <param name="options">How large it may be.</param>
    /// <exception cref="CriterionException">The field cannot hold it.</exception>
    public static Operand Read(FieldDefinition field, CriterionToken literal, CriterionOptions options) => field.Type switch
    {
        FieldType.Text => Text(field, literal, options),
        _ when literal.Kind == TokenKind.Quoted => throw new CriterionException(
            $"'{field.Name}' holds {CriterionErrors.Holds(field)}, not text", CriterionErrors.Show($"\"{literal.Text}\""), CriterionErrors.Holds(field), "Write the value without quotes, or declare the field as text.", literal.Start),
        FieldType.Flag => Flag(field, literal),
        FieldType.Date => Date(field, literal, options),
        _ => Number(field, literal, options),
    };

    private static TextOperand Text(FieldDefinition field, CriterionToken literal, CriterionOptions options)
    {
        if (field.Picklist.IsEmpty) return new(literal.Text);
        var known = field.Picklist.FirstOrDefault(v => v.Equals(literal.Text, StringComparison.OrdinalIgnoreCase));
        return known is not null ? new(known) : throw new CriterionException(
            $"{CriterionErrors.Show(literal.Text)} is no value of '{field.Name}'", CriterionErrors.Show(literal.Text), $"one of {CriterionErrors.List(field.Picklist, options)}",
            $"Write '{CriterionErrors.Nearest(literal.Text, field.Picklist)}', or add the value to the field's picklist.", literal.Start);
    }

    private static FlagOperand Flag(FieldDefinition field, CriterionToken literal) =>
        literal.IsAny("yes", "true") ? new(true)
        : literal.IsAny("no", "false") ? new(false)
        : throw new CriterionException($"'{field.Name}' holds yes or no", CriterionErrors.Show(literal), "yes or no", $"Write '{field.Name} = yes', or the field alone.", literal.Start);

    private static NumberOperand Number(FieldDefinition field, CriterionToken literal, CriterionOptions options)
    {
        var match = NumberPattern().Match(literal.Text);
        if (!match.Success)
        {
            throw new CriterionException(
                $"{CriterionErrors.Show(literal)} is no number", CriterionErrors.Show(literal), "a number such as 1000, 500_000, 1.5M, 0.25 or 25%",
                literal.Text.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol) ? "Leave the currency out: it is the unit of the field." : $"Write a number for '{field.Name}', with a point for decimals.", literal.Start);
        }

        var digits = match.Groups["digits"].Value.Replace("_", string.Empty, StringComparison.Ordinal);
        var suffix = match.Groups["suffix"].Value;
        if (digits.TrimStart('-', '0', '.').Count(char.IsAsciiDigit) > DoubleDigits)
            throw new CriterionException("the number has more digits than can be kept", CriterionErrors.Show(literal), $"at most {DoubleDigits} digits", "Round the number.", literal.Start);
        // The power is read with the digits, so that 25% is the double nearest to 0.25, as if it were written so.
        var value = double.Parse(digits + suffix switch { "K" or "k" => "E3", "M" or "m" => "E6", "%" => "E-2", _ => string.Empty }, NumberStyles.Float, CultureInfo.InvariantCulture);
        // No negative zero: it would be written back with a sign.
        if (value == 0) value = 0;
        if (Math.Abs(value) > options.LargestNumber)
            throw new CriterionException("the number is too large", CriterionErrors.Show(literal), string.Create(CultureInfo.InvariantCulture, $"at most {options.LargestNumber:#,0}"), "Correct the number.", literal.Start);
        if (field.Type == FieldType.Whole && (suffix == "%" || value != Math.Floor(value)))
        {
            throw new CriterionException(
                $"'{field.Name}' holds whole numbers", CriterionErrors.Show(literal), "a whole number", $"Write {ConditionText.Number(Math.Floor(value))} or {ConditionText.Number(Math.Ceiling(value))}, or declare the field as number.", literal.Start);
        }

        return new(value);
    }

    private static Operand Date(FieldDefinition field, CriterionToken literal, CriterionOptions options)
    {
        if (DateTime.TryParseExact(literal.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new DateOperand(date);
        var match = RelativePattern().Match(literal.Text);
        if (!match.Success)
        {
            throw new CriterionException(
                $"{CriterionErrors.Show(literal)} is no date", CriterionErrors.Show(literal), "a day such as 2026-06-30, or as_of - 90 days",
                DayPattern().IsMatch(literal.Text) ? "The calendar has no such day." : $"Write a date for '{field.Name}' as year-month-day, or count days, weeks, months or years from as_of.", literal.Start);
        }

        if (!match.Groups["amount"].Success) return new RelativeDateOperand(0, DateUnit.Days);
        var unit = match.Groups["unit"].Value.ToUpperInvariant()[0] switch { 'D' => DateUnit.Days, 'W' => DateUnit.Weeks, 'M' => DateUnit.Months, _ => DateUnit.Years };
        var farthest = options.FarthestYears * unit switch { DateUnit.Days => DaysInLongestYear, DateUnit.Weeks => DaysInLongestYear / 7, DateUnit.Months => 12, _ => 1 };
        if (!int.TryParse(match.Groups["amount"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount > farthest)
            throw new CriterionException("the date lies too far away", CriterionErrors.Show(literal), string.Create(CultureInfo.InvariantCulture, $"at most {options.FarthestYears} years"), "Correct the number.", literal.Start);
        // Nothing is the same distance in every unit.
        return amount == 0 ? new RelativeDateOperand(0, DateUnit.Days) : new RelativeDateOperand(match.Groups["sign"].Value == "-" ? -amount : amount, unit);
    }

    [GeneratedRegex(@"^(?<digits>-?(0|[1-9][0-9]*(_[0-9]+)*)(\.[0-9]+)?)(?<suffix>[KkMm%]?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"^as_of( ?(?<sign>[-+]) ?(?<amount>[0-9]+) ?(?<unit>(day|week|month|year)s?))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RelativePattern();
}
