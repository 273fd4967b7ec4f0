namespace Segmentation.Criteria;

/// <summary>How large a rule may be: a rule is read by people, and a file from elsewhere must not exhaust the machine.</summary>
public sealed record CriterionOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CriterionOptions Default { get; } = new();

    /// <summary>Gets the most characters of a rule. Default 10,000.</summary>
    public int LongestText { get; init; } = 10_000;

    /// <summary>Gets how many parentheses and negations may lie within one another. Default 50.</summary>
    public int DeepestNesting { get; init; } = 50;

    /// <summary>Gets the most conditions of a rule; each value of a list counts as one. Default 500.</summary>
    public int MostConditions { get; init; } = 500;

    /// <summary>Gets the largest number, without its sign. Default 1e15: up to there a double holds every whole number and its cents.</summary>
    public double LargestNumber { get; init; } = 1e15;

    /// <summary>Gets how many years a relative date may lie from the as-of date. Default 100.</summary>
    public int FarthestYears { get; init; } = 100;

    /// <summary>Gets how many names an error lists before it only counts the rest. Default 12.</summary>
    public int MostListed { get; init; } = 12;
}
