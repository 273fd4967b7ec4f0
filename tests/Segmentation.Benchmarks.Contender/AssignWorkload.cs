using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Benchmarks;

/// <summary>The rules that both sides run: five dimensions over accounts, each rule as ours and as SQL.</summary>
public static class AssignWorkload
{
    /// <summary>Name of the accounts in the folder.</summary>
    public const string FileName = "accounts.csv";

    /// <summary>Gets the date that ages count from: after every date of the data, so that no account is left out.</summary>
    public static DateTime AsOf { get; } = new(2030, 1, 1);

    /// <summary>Gets the exclusion: rule and SQL.</summary>
    public static (string Rule, string Sql) Excluded { get; } = ("account_type = Partner", "account_type = 'Partner'");

    /// <summary>Gets the dimensions and their segments in order of precedence.</summary>
    public static ImmutableArray<(string Dimension, ImmutableArray<(string Name, string Rule, string Sql)> Segments)> Dimensions { get; } =
    [
        ("Tier",
        [
            Same("Enterprise", "employees >= 1000 or arr >= 500000"),
            Same("Mid-Market", "(employees >= 100 or arr >= 50000) and employees < 1000 and arr < 500000"),
            Same("SMB", "employees < 100 and arr < 50000"),
        ]),
        ("Industry",
        [
            In("Technology", "industry", "Technology", "Media"),
            In("Industrial", "industry", "Manufacturing", "Logistics", "Construction", "Energy"),
            In("Regulated", "industry", "Healthcare", "Financial Services"),
            In("Services", "industry", "Retail", "Hospitality", "Education", "Professional Services"),
        ]),
        ("Region", [In("Americas", "country", "United States", "Canada"), In("Europe", "country", "Germany", "France", "United Kingdom", "Netherlands"), ("Other", "country is not blank", "country is not null")]),
        ("Health", [Same("Green", "health_score >= 70"), Same("Yellow", "health_score between 40 and 69"), Same("Red", "health_score < 40")]),
        ("Lifecycle",
        [
            ("Quiet", "last_activity_date < as_of - 2000 days", "last_activity < date '2030-01-01' - interval 2000 days"),
            ("New", "created_date >= as_of - 1800 days and employees < 5000", "created >= date '2030-01-01' - interval 1800 days and employees < 5000"),
            ("Established", "created_date < as_of - 1800 days", "created < date '2030-01-01' - interval 1800 days"),
        ]),
    ];

    /// <summary>Returns the framework.</summary>
    /// <param name="conflicts">Who wins a conflict; under <see cref="ConflictPolicy.Order"/> a CASE says the same.</param>
    public static SegmentationFramework Framework(ConflictPolicy conflicts)
    {
        ImmutableArray<FieldDefinition> fields =
        [
            new("account_type", FieldType.Text), new("employees", FieldType.Whole), new("arr", FieldType.Number) { IsValue = true }, new("industry", FieldType.Text), new("country", FieldType.Text),
            new("health_score", FieldType.Number), new("created_date", FieldType.Date), new("last_activity_date", FieldType.Date),
        ];
        return new()
        {
            Version = "v0",
            Conflicts = conflicts,
            Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
            Exclusions = [new("Partners", EntityKind.Accounts, Criterion.Parse(Excluded.Rule, fields))],
            Dimensions = [.. Dimensions.Select(d => new Dimension(d.Dimension, DimensionKind.Firmographic, EntityKind.Accounts, [.. d.Segments.Select(s => new Segment(s.Name, Criterion.Parse(s.Rule, fields)))]))],
        };
    }

    private static (string, string, string) Same(string name, string rule) => (name, rule, rule);

    private static (string, string, string) In(string name, string field, params string[] values) => (name, $"{field} in [{string.Join(", ", values)}]", $"{field} in ({string.Join(", ", values.Select(v => $"'{v}'"))})");
}
