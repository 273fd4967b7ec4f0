using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>A record that somebody has to look at.</summary>
/// <param name="Of">What the record is: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</param>
/// <param name="Kind">What the alert is about.</param>
/// <param name="Row">Zero-based record; -1 where an override names none.</param>
/// <param name="Id">The record's id; null where the export has none.</param>
/// <param name="Dimension">The dimension; null where the alert is about an exclusion.</param>
/// <param name="Cause">What records with the same cause share: <c>employees is blank</c>, <c>no rule</c>.</param>
/// <param name="Reason">The reason in words: <c>ARR is blank: could be Enterprise or Mid-Market</c>.</param>
public sealed record AssignmentAlert(EntityKind Of, AlertKind Kind, int Row, string? Id, string? Dimension, string Cause, [property: Personal] string Reason)
{
    /// <summary>Gets the record's name; null where the export has none.</summary>
    [Personal]
    public string? Name { get; init; }

    /// <summary>Gets the record's ARR, a contact's that of its account; null where it is blank or the exports hold none.</summary>
    public double? Arr { get; init; }

    /// <summary>Gets who looks after the record; null where the exports do not say.</summary>
    [Personal]
    public string? Owner { get; init; }
}
