using System.Globalization;
using System.Text.RegularExpressions;

namespace Segmentation.Text;

/// <summary>A range of numbers as exports write it: "51-200", "1,000+", "&lt; 50", "$10M-$100M".</summary>
/// <param name="From">Smallest number, included.</param>
/// <param name="To">Largest number, included; positive infinity where the range is open.</param>
public readonly partial record struct NumberRange(double From, double To)
{
    /// <summary>Returns the range that a text names, or null where it names none or several.</summary>
    /// <param name="text">The text. Both ends of "51-200" are in the range; "50+" and "from 50" begin at 50; "over 50" and "&gt; 50" begin just above 50, "below 50" and
    /// "&lt; 50" begin at 0 and end just below 50. Thousands may be parted by commas or spaces; K, M and B after a number are thousand, million and milliard; currency signs and a unit
    /// ("employees") are passed over. "1.000" may be one or a thousand and is refused.</param>
    public static NumberRange? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Shape().Match(Folding.Fold(text).Trim());
        if (!match.Success || Number(match, "low") is not { } low) return null;
        if (match.Groups["high"].Success) return Number(match, "high") is { } high && high >= low ? new(low, high) : null;
        var isWhole = Math.Floor(low) == low;
        return match.Groups["sign"].Value switch
        {
            "<" or "below" or "under" or "less than" or "fewer than" => new(0, isWhole ? low - 1 : Math.BitDecrement(low)),
            "<=" or "≤" or "up to" => new(0, low),
            ">" or "over" or "above" or "more than" => new(isWhole ? low + 1 : Math.BitIncrement(low), double.PositiveInfinity),
            ">=" or "≥" or "from" or "at least" => new(low, double.PositiveInfinity),
            _ => match.Groups["open"].Success ? new(low, double.PositiveInfinity) : new(low, low),
        };
    }

    private static double? Number(System.Text.RegularExpressions.Match match, string name)
    {
        var digits = match.Groups[name].Value;
        // A point before exactly three digits parts thousands in half of Europe and decimals in the other half of the world.
        if (Ambiguous().IsMatch(digits)) return null;
        // "10-100M" means millions on both sides.
        var scale = match.Groups[name + "scale"].Value is { Length: > 0 } own ? own : name == "low" ? match.Groups["highscale"].Value : string.Empty;
        var times = scale switch { "k" => 1e3, "m" or "mm" or "mio" => 1e6, "b" or "bn" => 1e9, _ => 1 };
        return double.TryParse(digits.Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * times
            : null;
    }

    [GeneratedRegex(@"^(?<sign><=|>=|<|>|≤|≥|below|under|less than|fewer than|up to|over|above|more than|from|at least)?\s*[$€£¥]?\s*(?<low>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?)\s*(?<lowscale>k|mm|mio|m|bn|b)?\b\s*(?:(?:-|–|—|to|bis)\s*[$€£¥]?\s*(?<high>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?)\s*(?<highscale>k|mm|mio|m|bn|b)?\b|(?<open>\+|or more|and more|and above|plus))?\s*(?:employees|people|staff|fte|ftes|usd|eur|gbp|mitarbeiter)?$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\d{1,3}\.\d{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();
}
