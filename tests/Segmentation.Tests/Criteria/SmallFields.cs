using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Tests.Criteria;

/// <summary>A few fields of each type, and a table that holds them.</summary>
internal static class SmallFields
{
    public static readonly DateTime AsOf = new(2026, 6, 30);

    public static readonly ImmutableArray<FieldDefinition> All =
    [
        new("employees", FieldType.Whole) { Unit = "people" },
        new("arr", FieldType.Number) { Unit = "USD a year", IsValue = true },
        new("usage_share", FieldType.Number) { Unit = "share" },
        new("industry", FieldType.Text) { Picklist = ["Technology", "Healthcare", "Financial Services", "Oil and Gas"] },
        new("title", FieldType.Text),
        new("renewal_date", FieldType.Date),
        new("do_not_email", FieldType.Flag),
        new("account.arr", FieldType.Number),
        new("Primary Platform", FieldType.Text),
    ];

    public static Criterion Parse(string text) => Criterion.Parse(text, All);

    /// <summary>Returns the one condition that a rule is, without its places.</summary>
    public static Condition Root(string text) => Parse(text).Root with { Start = 0, Length = 0 };

    public static Table Of(params Column[] columns) => new("accounts", columns);

    public static Truth[] Evaluate(string text, params Column[] columns) => Parse(text).Evaluate(Of(columns), AsOf);
}
