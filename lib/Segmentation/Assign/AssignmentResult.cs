using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Every account, and every contact where the framework divides contacts, with its segments.</summary>
public sealed partial record AssignmentResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "assignment";

    /// <summary>Gets the framework that was run.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets the date of the values.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets the accounts; null where the workspace has none or the framework does not divide them.</summary>
    public RecordAssignment? Accounts { get; init; }

    /// <summary>Gets the contacts; null where the workspace has none or the framework does not divide them.</summary>
    public RecordAssignment? Contacts { get; init; }

    /// <summary>Returns the accounts or the contacts.</summary>
    /// <param name="of">Which.</param>
    public RecordAssignment? Find(EntityKind of) => of == EntityKind.Contacts ? Contacts : Accounts;

    /// <inheritdoc/>
    public override Table ToTable() => (Accounts ?? Contacts)?.ToTable() ?? new Table("assignment", Column.Of("id", Array.Empty<string?>()));
}
