using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;

namespace Segmentation.Benchmarks;

/// <summary>The search for duplicates that both sides do: the same fields, blocking rules, levels, weights and bound.</summary>
public static class MatchWorkload
{
    /// <summary>Name of the contacts in the folder.</summary>
    public const string FileName = "contacts.csv";

    /// <summary>Name of the file that says which person each contact is.</summary>
    public const string TruthName = "truth.csv";

    /// <summary>Most records that may share a key; larger than any block of the data, so that no side leaves a pair out.</summary>
    public const int LargestBlock = 10_000;

    /// <summary>Gets the fields: name, column of the export, and whether only digits count.</summary>
    public static ImmutableArray<(string Field, string Column, bool Digits)> Fields { get; } =
    [
        ("first", "First Name", false), ("last", "Last Name", false), ("email", "Email", false), ("phone", "Phone", true), ("company", "Account Name", false), ("city", "Mailing City", false),
    ];

    /// <summary>Gets the rules and comparisons.</summary>
    public static MatchSettings Settings { get; } = new()
    {
        Blocking = [new("same email", ["email"]), new("same phone", ["phone"]), new("same name", ["first", "last"]), new("same company", ["company"])],
        Comparisons =
        [
            new("first name", "first", [Exact("first"), Alike("first", .92), Alike("first", .8)]),
            new("last name", "last", [Exact("last"), Alike("last", .92), Alike("last", .8)]),
            new("email", "email", [Exact("email"), Alike("email", .92)]),
            new("phone", "phone", [Exact("phone")]),
            new("company", "company", [Exact("company"), Alike("company", .92)]),
            new("city", "city", [Exact("city")]),
        ],
        Deterministic = [],
        LargestBlock = LargestBlock,
    };

    /// <summary>Gets the weights, fixed so that both sides add the same numbers.</summary>
    public static MatchParameters Parameters { get; } = new(
        2e-7,
        [[.72, .12, .03, .13], [.75, .17, .03, .05], [.7, .1, .2], [.85, .15], [.75, .17, .08], [.98, .02]],
        [[.015, .005, .03, .95], [.00005, .0002, .01, .98975], [.000001, .0001, .999899], [.000001, .999999], [.00002, .001, .99898], [.025, .975]]);

    /// <summary>Gets the lowest weight of a pair that is kept: probability .95.</summary>
    public static double LowestWeight { get; } = MatchParameters.WeightOf(.95);

    /// <summary>Returns the records of the contacts: trimmed, in lower case, phones as digits, nothing where that leaves nothing.</summary>
    /// <param name="contacts">The export.</param>
    public static MatchRecords Records(Table contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return new MatchRecords
        {
            Kind = EntityKind.Contacts,
            Ids = [.. Enumerable.Range(1, contacts.RowCount).Select(r => FormattableString.Invariant($"row {r}"))],
            Fields = new Table("contacts", Fields.Select(f => contacts.Text(f.Column).Map(v => Normal(v, f.Digits)).Rename(f.Field))),
        };
    }

    private static string? Normal(string value, bool digits)
    {
        var normal = digits ? string.Concat(value.Where(char.IsAsciiDigit)) : value.Trim().ToLowerInvariant();
        return normal.Length == 0 ? null : normal;
    }

    private static ComparisonLevel Exact(string field) => ComparisonLevel.Of("the same", field, LevelTest.Exact);

    private static ComparisonLevel Alike(string field, double threshold) => ComparisonLevel.Of("alike", field, LevelTest.JaroWinkler, threshold);
}
