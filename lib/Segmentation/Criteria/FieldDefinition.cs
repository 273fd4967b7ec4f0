using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>A field that criteria may name: what it is called, what it holds, and where it is found.</summary>
/// <param name="Name">The name that criteria use: <c>employees</c>, <c>arr</c>, <c>account.employees</c>.</param>
/// <param name="Type">What it holds.</param>
public sealed record FieldDefinition(string Name, FieldType Type)
{
    /// <summary>Gets the unit, for people: <c>USD a year</c>, <c>people</c>; <c>share</c> is a proportion that is said as a percentage. Null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the column of the export that holds it; null where the name alone finds it.</summary>
    public string? Column { get; init; }

    /// <summary>Gets the values that text may take; empty where every value is allowed.</summary>
    public ImmutableArray<string> Picklist { get; init; } = [];

    /// <summary>Gets whether the field says what the customer is worth: a rule that matches only because of such a field wins a conflict.</summary>
    public bool IsValue { get; init; }
}
