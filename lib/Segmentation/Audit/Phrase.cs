using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Figures as findings say them, in the invariant culture.</summary>
internal static class Phrase
{
    public static string Count(int count) => NumberColumn.Show(count, NumberFormat.Count);

    /// <summary>Returns a count with its noun; the noun takes an s unless the count is 1.</summary>
    public static string Count(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? string.Empty : "s")}";

    public static string Share(double share) => NumberColumn.Show(share, NumberFormat.Share);

    /// <summary>Returns a share with its interval: "52.0% (48.9% to 55.1%)".</summary>
    public static string Share(double share, Statistics.Interval interval) => $"{Share(share)} ({Share(interval.Low)} to {Share(interval.High)})";

    /// <summary>Returns a difference of two shares in percentage points.</summary>
    public static string Points(double difference) => string.Create(CultureInfo.InvariantCulture, $"{difference * 100:0.0} points");

    public static string Money(double amount, Workspace workspace) =>
        workspace.Currency is { } currency ? $"{currency} {NumberColumn.Show(amount, NumberFormat.Money)}" : NumberColumn.Show(amount, NumberFormat.Money);

    public static string Number(double value) => NumberColumn.Show(value, NumberFormat.General);

    /// <summary>Returns the kind of an export as a finding calls its rows.</summary>
    public static string Noun(EntityKind kind) => kind switch
    {
        EntityKind.Accounts => "account",
        EntityKind.Contacts => "contact",
        EntityKind.ArrHistory => "ARR row",
        EntityKind.Engagement => "engagement row",
        EntityKind.Users => "user",
        _ => "row",
    };

    /// <summary>Returns the kind of an export as a table of the audit names it.</summary>
    public static string Name(EntityKind kind) => kind switch
    {
        EntityKind.Accounts => "accounts",
        EntityKind.Contacts => "contacts",
        EntityKind.ArrHistory => "ARR history",
        EntityKind.Engagement => "engagement",
        EntityKind.Users => "users",
        EntityKind.Enrichment => "enrichment",
        _ => "other",
    };

    public static string Name(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.Error => "error",
        Severity.Warn => "warn",
        _ => "info",
    };

    /// <summary>Returns a role as a person says it: <c>LastActivityDate</c> is "last activity date".</summary>
    public static string Name(Role role) => role is Role.Arr or Role.Mrr
        ? role.ToString().ToUpperInvariant()
        : string.Concat(role.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>Returns a role as check names write it: <c>LastActivityDate</c> is "last-activity-date".</summary>
    public static string Slug(Role role) => Name(role).ToLowerInvariant().Replace(' ', '-');
}
