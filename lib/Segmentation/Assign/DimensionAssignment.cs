using System.Collections.Immutable;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>The place of every record in one dimension: n records in the order of the records assigned.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Segment">Length n. Zero-based segment in <see cref="Dimension.Segments"/>; -1 where the record is Unassigned or excluded.</param>
/// <param name="State">Length n. How it came there.</param>
/// <param name="BlankField">Length n. Zero-based column of the records' fields whose blank keeps the answer open, the first where there are several; -1 where none does.</param>
public sealed record DimensionAssignment(Dimension Dimension, ImmutableArray<int> Segment, ImmutableArray<AssignmentState> State, ImmutableArray<int> BlankField)
{
    /// <summary>Gets the name under which a record without a segment is shown.</summary>
    public const string Unassigned = "Unassigned";

    /// <summary>Gets the name under which an excluded record is shown.</summary>
    public const string Excluded = "Excluded";

    /// <summary>Returns the segment's name of a record, <see cref="Unassigned"/> or <see cref="Excluded"/>.</summary>
    /// <param name="row">Zero-based record.</param>
    public string NameOf(int row) => Segment[row] >= 0 ? Dimension.Segments[Segment[row]].Name : State[row] == AssignmentState.Excluded ? Excluded : Unassigned;
}
