using static Segmentation.Match.MatchField;

namespace Segmentation.Match;

/// <summary>How duplicate accounts are looked for, unless told otherwise.</summary>
/// <remarks>The assumed shares are round figures for a CRM that several people and systems write to; they matter only where the records are too few to learn from.</remarks>
internal static class AccountSettings
{
    public static MatchSettings Default { get; } = new()
    {
        Blocking =
        [
            new("same name", [Name]),
            new("same domain", [Domain]),
            new("same letters in the name", [NameLetters]),
            new("same phone", [Phone]),
            new("same postcode, same first letter", [Postcode, NameInitial]),
            new("same city, same first word", [City, NameStart]),
            new("same city, same last word", [City, NameEnd]),
        ],
        Comparisons =
        [
            new(
                "company name",
                Name,
                [
                    ComparisonLevel.Of("same name", Name, LevelTest.Exact),
                    new("misspelt", [new(Name, LevelTest.Damerau, 2), new(Name, LevelTest.JaroWinkler, 0.92)]),
                    ComparisonLevel.Of("same first word", NameStart, LevelTest.Exact),
                    ComparisonLevel.Of("most words the same", Name, LevelTest.Jaccard, 0.6),
                ])
            {
                AssumedM = [0.70, 0.15, 0.08, 0.02, 0.05],
                AssumedU = [0.0001, 0.0004, 0.002, 0.0005, 0.997],
            },
            new("domain", Domain, [ComparisonLevel.Of("same domain", Domain, LevelTest.Exact)])
            {
                AssumedM = [0.9, 0.1],
                AssumedU = [0.0002, 0.9998],
            },
            new("phone", Phone, [ComparisonLevel.Of("same phone", Phone, LevelTest.Exact)], TermFrequency: true)
            {
                AssumedM = [0.6, 0.4],
                AssumedU = [0.0005, 0.9995],
            },
            new("city", City, [ComparisonLevel.Of("same postcode", Postcode, LevelTest.Exact), ComparisonLevel.Of("same city", City, LevelTest.Exact)])
            {
                AssumedM = [0.7, 0.2, 0.1],
                AssumedU = [0.001, 0.03, 0.969],
            },
            new("country", Country, [ComparisonLevel.Of("same country", Country, LevelTest.Exact)])
            {
                AssumedM = [0.95, 0.05],
                AssumedU = [0.4, 0.6],
            },
            new("industry", Industry, [ComparisonLevel.Of("same industry", Industry, LevelTest.Exact)])
            {
                AssumedM = [0.8, 0.2],
                AssumedU = [0.12, 0.88],
            },
            new("employees", Employees, [ComparisonLevel.Of("same number", Employees, LevelTest.Exact)], TermFrequency: true)
            {
                AssumedM = [0.6, 0.4],
                AssumedU = [0.01, 0.99],
            },
        ],
        Deterministic =
        [
            new("same name and domain", [Name, Domain]),
            new("same name and postcode", [Name, Postcode]),
            new("same domain and postcode", [Domain, Postcode]),
        ],
        Lookalike = [new("same name", [Name]), new("same domain", [Domain])],
        Training =
        [
            new("same name", [Name]),
            new("same domain", [Domain]),
            new("same postcode", [Postcode]),
        ],
    };
}
