using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>A field that no single column holds: it is reckoned from the exports for the date of the values.</summary>
/// <param name="Name">The name that a framework declares and criteria use.</param>
/// <param name="Of">Whose field: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</param>
/// <param name="Type">What it holds; a framework may declare it as whole or as number.</param>
/// <param name="Unit">The unit, for people; <c>share</c> is a proportion.</param>
/// <param name="Meaning">What it is, and where it is blank.</param>
/// <param name="Needs">What the exports have to hold for it.</param>
public sealed record DerivedField(string Name, EntityKind Of, FieldType Type, string Unit, string Meaning, string Needs)
{
    /// <summary>Gets every derived field, accounts before contacts.</summary>
    public static ImmutableArray<DerivedField> All { get; } =
    [
        new("arr", EntityKind.Accounts, FieldType.Number, "currency a year", "ARR; for an earlier date what the history says of it.", "ARR or MRR on the accounts, or an ARR history"),
        new("arr_change_12m", EntityKind.Accounts, FieldType.Number, "share", "ARR by the history now, over that of twelve months earlier, less 1; blank where that was not above 0.", "an ARR history of more than twelve months"),
        new("tenure_months", EntityKind.Accounts, FieldType.Whole, "months", "Whole months since the contract's start, where that is blank since the record's creation; blank where it begins later.", "a start date or a created date"),
        new("days_since_activity", EntityKind.Accounts, FieldType.Whole, "days", "Days since the last activity; blank where that lies after the date.", "a last activity date"),
        new("days_to_renewal", EntityKind.Accounts, FieldType.Whole, "days", "Days until the renewal, where that is blank until the contract's end; negative where it is past.", "a renewal date or an end date"),
        new("usage", EntityKind.Accounts, FieldType.Number, "as in the engagement export", "Mean of the column that plays usage over the rows of the last three full months; blank without a row.", "an engagement export with account, period and usage"),
        new("active_share", EntityKind.Accounts, FieldType.Number, "share", "Active users over licensed users, both summed over the last three full months; blank without licences.", "an engagement export with account, period, active users and licensed users"),
        new("adoption", EntityKind.Accounts, FieldType.Number, "as in the engagement export", "Mean feature adoption over the rows of the last three full months; blank without a row.", "an engagement export with account, period and feature adoption"),
        new("nps", EntityKind.Accounts, FieldType.Number, "0 to 10", "Latest answer on or before the date; blank without one.", "an engagement export with account, period and NPS"),
        new("contacts", EntityKind.Accounts, FieldType.Whole, "people", "Contacts linked to the account; for an earlier date those created by then.", "contacts with the identifier of their account"),
        new("days_since_activity", EntityKind.Contacts, FieldType.Whole, "days", "Days since the last activity; blank where that lies after the date.", "a last activity date"),
    ];

    /// <summary>Gets the derived fields as a table: name, whose, type, unit, what it is, what it needs.</summary>
    public static Table Catalogue => new(
        "derived fields",
        Column.Of("field", All.Select(f => f.Name)),
        Column.Of("of", All.Select(f => SnakeName.Of(f.Of))),
        Column.Of("type", All.Select(f => SnakeName.Of(f.Type))),
        Column.Of("unit", All.Select(f => f.Unit)),
        Column.Of("what it is", All.Select(f => f.Meaning)),
        Column.Of("needs", All.Select(f => f.Needs)));

    /// <summary>Returns a derived field by name; null where none is called so.</summary>
    internal static DerivedField? Find(EntityKind of, string name) => All.FirstOrDefault(f => f.Of == of && f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
