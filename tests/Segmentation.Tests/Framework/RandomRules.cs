using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Tests.Framework;

/// <summary>Random rules over a few fields, and a grid of records on which every difference between the rules shows: every threshold, what lies beside and between, beyond the ends, blank, every named text, every
/// combination of the parts that <c>contains</c> asks for.</summary>
internal sealed class RandomRules
{
    private static readonly string[] Names = ["Technology", "Health care", "Retail"];
    private static readonly string[] Parts = ["tech", "care", "ech"];
    private readonly Random random;

    private RandomRules(int seed) => random = new(seed);

    public required SegmentationFramework Framework { get; init; }

    public required FrameworkRecords Grid { get; init; }

    public static RandomRules Of(int seed)
    {
        var rules = new RandomRules(seed) { Framework = null!, Grid = null! };
        FieldDefinition[] all =
        [
            new("score", FieldType.Number), new("people", FieldType.Whole), new("arr", FieldType.Number) { IsValue = true },
            new("industry", FieldType.Text) { Picklist = rules.random.Next(2) == 0 ? [] : [.. Names, "Mining"] }, new("since", FieldType.Date), new("partner", FieldType.Flag),
        ];
        var fields = all.OrderBy(_ => rules.random.Next()).Take(rules.random.Next(1, 4)).ToArray();

        // Some exclusions speak of fields that no segment names, and of both together.
        var own = fields.Take(Math.Max(1, fields.Length - rules.random.Next(2))).ToArray();
        var segments = Enumerable.Range(0, rules.random.Next(2, 6)).Select(i => $"s{i}: {rules.Rule(own, 2)}").ToList();
        if (rules.random.Next(4) == 0) segments.Add("rest: otherwise");
        var framework = CoverageRulesets.Of(fields, [.. Enumerable.Range(0, rules.random.Next(3)).Select(_ => rules.Rule(fields, 1))], [.. segments]) with
        {
            Blanks = rules.random.Next(2) == 0 ? BlankPolicy.Unassigned : BlankPolicy.Skip,
            Conflicts = rules.random.Next(2) == 0 ? ConflictPolicy.ValueFirst : ConflictPolicy.Order,
        };
        return new(seed) { Framework = framework, Grid = GridOf(fields) };
    }

    /// <summary>Returns how the set reads, for a failing test's message.</summary>
    public string Text() => string.Join(Environment.NewLine, [$"{Framework.Blanks} {Framework.Conflicts}", .. Framework.Exclusions.Select(e => $"exclude {e.Criteria.Text}"), .. Framework.Dimensions[0].Segments.Select(s => $"{s.Name}: {s.Criteria.Text}")]);

    private static FrameworkRecords GridOf(FieldDefinition[] fields)
    {
        var values = fields.Select(Values).ToArray();
        var count = values.Aggregate(1, (product, v) => product * v.Length);
        var stride = 1;
        var columns = ImmutableArray.CreateBuilder<Column>();
        for (var f = 0; f < fields.Length; f++)
        {
            var (field, own, step) = (fields[f], values[f], stride);
            var taken = Enumerable.Range(0, count).Select(r => own[r / step % own.Length]).ToArray();
            columns.Add(field.Type switch
            {
                FieldType.Text => Column.Of(field.Name, taken.Cast<string?>()),
                FieldType.Flag => Column.Of(field.Name, taken.Cast<bool?>()),
                FieldType.Date => Column.Of(field.Name, taken.Cast<DateTime?>()),
                _ => Column.Of(field.Name, taken.Cast<double?>()),
            });
            stride *= own.Length;
        }

        return CoverageRulesets.Records(columns.ToImmutable());
    }

    // The rules below take their thresholds from 0, 10, 20 and their days from 1 to 3 June 2026.
    private static object?[] Values(FieldDefinition field) => field.Type switch
    {
        FieldType.Flag => [true, false, null],
        FieldType.Number => [.. new[] { -7.0, 0, 0.5, 10, 10.25, 20, 33 }.Cast<object>(), null],
        FieldType.Whole => [.. new[] { -7.0, -1, 0, 1, 5, 9, 10, 11, 15, 19, 20, 21, 99 }.Cast<object>(), null],
        FieldType.Date => [.. Enumerable.Range(0, 5).Select(d => (object)new DateTime(2026, 5, 31, 13, 0, 0).AddDays(d)), null],
        _ => [.. Names, "MINING", "technology", "none of them", "a tech", "a care", "ech o", "tech+care", "ech care", null],
    };

    private string Rule(FieldDefinition[] fields, int depth)
    {
        if (depth == 0 || random.Next(4) == 0) return Comparison(fields[random.Next(fields.Length)]);
        return random.Next(5) switch
        {
            0 => $"not ({Rule(fields, depth - 1)})",
            1 or 2 => $"({Rule(fields, depth - 1)}) and ({Rule(fields, depth - 1)})",
            _ => $"({Rule(fields, depth - 1)}) or ({Rule(fields, depth - 1)})",
        };
    }

    private string Comparison(FieldDefinition field)
    {
        if (random.Next(8) == 0) return $"{field.Name} is {(random.Next(2) == 0 ? "not " : string.Empty)}blank";
        if (field.Type == FieldType.Flag) return $"{field.Name} = {(random.Next(2) == 0 ? "true" : "false")}";
        if (field.Type == FieldType.Text)
        {
            return random.Next(4) switch
            {
                0 => $"{field.Name} = \"{Names[random.Next(3)].ToUpperInvariant()}\"",
                1 => $"{field.Name} {(random.Next(2) == 0 ? "not " : string.Empty)}in [{string.Join(", ", Names.OrderBy(_ => random.Next()).Take(random.Next(1, 3)).Select(n => $"\"{n}\""))}]",
                2 => $"{field.Name} != \"{Names[random.Next(3)]}\"",
                _ => $"{field.Name} {(random.Next(3) == 0 ? "not " : string.Empty)}contains \"{Parts[random.Next(3)]}\"",
            };
        }

        if (random.Next(4) == 0) return $"{field.Name} {(random.Next(3) == 0 ? "not " : string.Empty)}between {Threshold(field, random.Next(2))} and {Threshold(field, random.Next(1, 3))}";
        return $"{field.Name} {new[] { "=", "!=", "<", "<=", ">", ">=" }[random.Next(6)]} {Threshold(field, random.Next(3))}";
    }

    private static string Threshold(FieldDefinition field, int number) => field.Type != FieldType.Date ? (10 * number).ToString(CultureInfo.InvariantCulture)
        : number == 1 ? "as_of - 28 days" : string.Create(CultureInfo.InvariantCulture, $"2026-06-0{number + 1}");
}
