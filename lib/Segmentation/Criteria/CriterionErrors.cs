using System.Globalization;
using Segmentation.Text;

namespace Segmentation.Criteria;

/// <summary>The words of errors: what was found, what could have been meant.</summary>
internal static class CriterionErrors
{
    private const int Longest = 40;

    /// <summary>Returns text from a rule as a message shows it: quoted, cut where it is long.</summary>
    public static string Show(string text)
    {
        if (text.Length <= Longest) return $"'{text}'";
        return $"'{text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)}…'";
    }

    /// <summary>Returns a token as a message shows it.</summary>
    public static string Show(CriterionToken token) => token.Kind == TokenKind.End ? "the end" : Show(token.Text);

    /// <summary>Returns names as a message lists them.</summary>
    public static string List(IReadOnlyCollection<string> names, CriterionOptions options) => names.Count <= options.MostListed
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(options.MostListed))} and {names.Count - options.MostListed} more");

    /// <summary>Returns the name that is spelt most like the one written; case and accents do not count.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        var folded = Folding.Fold(written);
        return names.MinBy(n => EditDistance.Damerau(folded, Folding.Fold(n)));
    }

    /// <summary>Returns what a field holds, in words.</summary>
    public static string Holds(FieldDefinition field) => field.Type switch
    {
        FieldType.Number => "a number",
        FieldType.Whole => "a whole number",
        FieldType.Text => "text",
        FieldType.Date => "a date",
        _ => "yes or no",
    };

    /// <summary>Returns the comparisons that a field can stand in.</summary>
    public static string Comparisons(FieldDefinition field) => field.Type switch
    {
        FieldType.Text => "=, !=, in, contains or is blank",
        FieldType.Flag => "the field alone, =, != or is blank",
        _ => "=, !=, <, <=, >, >=, between, in or is blank",
    };
}
