using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>Which column identifies a record of an export.</summary>
internal static class StandardizeKeys
{
    /// <summary>Returns the name of the column with the records' ids; null where there is none.</summary>
    public static string? Of(Export export) => export.Find(export.Kind == EntityKind.Contacts ? Role.ContactId : Role.AccountId)?.Name;
}
