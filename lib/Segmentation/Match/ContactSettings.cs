using static Segmentation.Match.MatchField;

namespace Segmentation.Match;

/// <summary>How duplicate contacts are looked for, unless told otherwise.</summary>
/// <remarks>The assumed shares are round figures for a CRM that several people and systems write to; they matter only where the records are too few to learn from.</remarks>
internal static class ContactSettings
{
    public static MatchSettings Default { get; } = new()
    {
        // No rule hangs on one field alone being there: a record without email is found by name, one without account by company or domain.
        Blocking =
        [
            new("same email", [Email]),
            new("same name", [First, Last]),
            new("same phone", [Phone]),
            new("same account, same initials", [Account, Initials]),
            new("same company, same initials", [Company, Initials]),
            new("same email domain, same initials", [Domain, Initials]),
            new("same account, same last name", [Account, Last]),
            new("same company, same last name", [Company, Last]),
            new("same account, same first name", [Account, First]),
            new("same mailbox, another domain", [Mailbox, Last]),
        ],
        Comparisons =
        [
            new(
                "first name",
                First,
                [
                    ComparisonLevel.Of("same first name", First, LevelTest.Exact),
                    ComparisonLevel.Of("short form", FirstRoot, LevelTest.Exact),
                    ComparisonLevel.Of("initial or beginning", First, LevelTest.Prefix, 1),
                    new("misspelt", [new(First, LevelTest.Damerau, 1), new(First, LevelTest.JaroWinkler, 0.8)]),
                ],
                TermFrequency: true)
            {
                AssumedM = [0.8, 0.05, 0.05, 0.05, 0.05],
                AssumedU = [0.01, 0.002, 0.01, 0.003, 0.975],
            },
            new(
                "last name",
                Last,
                [
                    ComparisonLevel.Of("same last name", Last, LevelTest.Exact),
                    new("misspelt", [new(Last, LevelTest.Damerau, 1), new(Last, LevelTest.JaroWinkler, 0.85)]),
                    ComparisonLevel.Of("similar", Last, LevelTest.JaroWinkler, 0.92),
                ],
                TermFrequency: true)
            {
                AssumedM = [0.85, 0.08, 0.02, 0.05],
                AssumedU = [0.001, 0.0005, 0.002, 0.9965],
            },
            new(
                "email",
                Email,
                [
                    ComparisonLevel.Of("same email", Email, LevelTest.Exact),
                    ComparisonLevel.Of("same mailbox, another domain", Mailbox, LevelTest.Exact),
                ])
            {
                AssumedM = [0.6, 0.05, 0.35],
                AssumedU = [0.00001, 0.0001, 0.99989],
            },
            new(
                "employer",
                Employer,
                [
                    ComparisonLevel.Of("same account", Account, LevelTest.Exact),
                    ComparisonLevel.Of("same company name", Company, LevelTest.Exact),
                    ComparisonLevel.Of("same email domain", Domain, LevelTest.Exact),
                ])
            {
                AssumedM = [0.7, 0.1, 0.1, 0.1],
                AssumedU = [0.0007, 0.0002, 0.0001, 0.999],
            },
            new("phone", Phone, [ComparisonLevel.Of("same phone", Phone, LevelTest.Exact)], TermFrequency: true)
            {
                AssumedM = [0.5, 0.5],
                AssumedU = [0.001, 0.999],
            },
        ],
        Deterministic =
        [
            new("same email and last name", [Email, Last]),
            new("same name and account", [First, Last, Account]),
            new("same name and company", [First, Last, Company]),
        ],
        Lookalike = [new("same email", [Email]), new("same name and account", [First, Last, Account])],
        Training =
        [
            new("same email", [Email]),
            new("same name", [First, Last]),
            new("same account, same last name", [Account, Last]),
            new("same account, same initials", [Account, Initials]),
        ],
    };
}
