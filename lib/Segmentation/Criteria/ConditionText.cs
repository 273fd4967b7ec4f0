using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation.Criteria;

/// <summary>Writes a condition as the language spells it: one text for one tree, which reads back to the same tree.</summary>
internal static partial class ConditionText
{
    /// <summary>Digits before the point from which thousands are set apart.</summary>
    private const int GroupedFrom = 5;

    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
        { "and", "or", "not", "in", "between", "is", "blank", "contains", "otherwise", "as_of", "null", "empty" };

    /// <summary>Tells whether a word cannot stand for a field or a text without quotes.</summary>
    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>Returns a condition.</summary>
    public static string Of(Condition condition) => condition switch
    {
        Always => "otherwise",
        AllOf all => string.Join(" and ", all.Parts.Select(p => p is AnyOf ? $"({Of(p)})" : Of(p))),
        AnyOf any => string.Join(" or ", any.Parts.Select(Of)),
        NotOf { Inner: AllOf or AnyOf } not => $"not ({Of(not.Inner)})",
        NotOf { Inner: OneOf or Between or Contains or IsBlank } not => Simple(not.Inner, negated: true),
        NotOf not => $"not {Of(not.Inner)}",
        Compared { Operator: ComparisonOperator.Equal, Value: FlagOperand { Value: true } } flag => Name(flag.Field),
        Compared compared => $"{Name(compared.Field)} {Sign(compared.Operator)} {Of(compared.Value)}",
        _ => Simple(condition, negated: false),
    };

    /// <summary>Returns a value.</summary>
    public static string Of(Operand operand) => operand switch
    {
        NumberOperand number => Number(number.Value),
        TextOperand text => Text(text.Value),
        FlagOperand flag => flag.Value ? "yes" : "no",
        DateOperand date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RelativeDateOperand { Amount: 0 } => "as_of",
        RelativeDateOperand relative => $"as_of {(relative.Amount < 0 ? '-' : '+')} {Distance(relative)}",
        _ => throw new InvalidOperationException($"A value of type {operand.GetType().Name} cannot be written."),
    };

    /// <summary>Returns a distance without its direction: <c>90 days</c>, <c>1 month</c>.</summary>
    public static string Distance(RelativeDateOperand relative)
    {
        var amount = Math.Abs((long)relative.Amount);
        var unit = relative.Unit switch { DateUnit.Days => "day", DateUnit.Weeks => "week", DateUnit.Months => "month", _ => "year" };
        return string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}{(amount == 1 ? string.Empty : "s")}");
    }

    /// <summary>Returns a comparison's sign.</summary>
    public static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    /// <summary>Returns a field's name, in backquotes where it could be read as something else.</summary>
    public static string Name(string field) => NamePattern().IsMatch(field) && !IsKeyword(field) ? field : $"`{field.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>Returns a number in full, with as many digits as it needs; thousands are set apart by '_' from five digits.</summary>
    public static string Number(double value)
    {
        var plain = value.ToString("R", CultureInfo.InvariantCulture);
        var power = plain.IndexOf('E', StringComparison.Ordinal);
        if (power >= 0) plain = Positional(plain[..power], int.Parse(plain.AsSpan(power + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var start = plain[0] == '-' ? 1 : 0;
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? plain.Length : point;
        if (end - start < GroupedFrom) return plain;
        var grouped = new StringBuilder(plain);
        for (var at = end - 3; at > start; at -= 3) grouped.Insert(at, '_');
        return grouped.ToString();
    }

    private static string Positional(string mantissa, int power)
    {
        var sign = mantissa[0] == '-' ? "-" : string.Empty;
        var digits = mantissa[sign.Length..].Replace(".", string.Empty, StringComparison.Ordinal);
        return power < 0 ? $"{sign}0.{new string('0', -power - 1)}{digits}" : sign + digits.PadRight(power + 1, '0');
    }

    private static string Text(string text) => TextPattern().IsMatch(text) && !text.Contains("&&", StringComparison.Ordinal) && !text.Split(' ').Any(IsKeyword)
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Simple(Condition condition, bool negated) => condition switch
    {
        OneOf one => $"{Name(one.Field)} {Not(negated)}in [{string.Join(", ", one.Values.Select(Of))}]",
        Between between => $"{Name(between.Field)} {Not(negated)}between {Of(between.From)} and {Of(between.To)}",
        Contains contains => $"{Name(contains.Field)} {Not(negated)}contains {Text(contains.Part)}",
        IsBlank blank => $"{Name(blank.Field)} is {Not(negated)}blank",
        _ => throw new InvalidOperationException($"A condition of type {condition.GetType().Name} cannot be written."),
    };

    private static string Not(bool negated) => negated ? "not " : string.Empty;

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_.]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    /// <summary>Words that begin with a letter or digit, single spaces between; the first with a letter, so that no text looks like a number or date.</summary>
    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}_&'./-]*( [\p{L}\p{Nd}&][\p{L}\p{Nd}_&'./-]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TextPattern();
}
