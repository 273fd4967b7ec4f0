using System.Collections.Immutable;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>The place of every record in one dimension: n records in the order of the records assigned.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Segment">Length n. Zero-based segment in <see cref="Dimension.Segments"/>; -1 where the record is Unassigned or excluded.</param>
/// <param name="State">Length n. How it came there.</param>
/// <param name="BlankField">Length n. Zero-based column of the records' fields whose blank keeps the record Unassigned, the first where there are several (<see cref="OpenOf"/> has them all); -1 where none does.</param>
public sealed record DimensionAssignment(Dimension Dimension, ImmutableArray<int> Segment, ImmutableArray<AssignmentState> State, ImmutableArray<int> BlankField)
{
    /// <summary>Gets the name under which a record without a segment is shown.</summary>
    public const string Unassigned = "Unassigned";

    /// <summary>Gets the name under which an excluded record is shown.</summary>
    public const string Excluded = "Excluded";

    /// <summary>Gets the ways in which blanks keep an answer open, each once.</summary>
    public ImmutableArray<OpenAnswer> OpenAnswers { get; init; } = [];

    /// <summary>Gets, length n, the zero-based place in <see cref="OpenAnswers"/>; -1 where no blank could change the answer. Under <see cref="BlankPolicy.Skip"/> a matched record can have one. Empty where no record has.</summary>
    public ImmutableArray<int> Open { get; init; } = [];

    /// <summary>Returns the segment's name of a record, <see cref="Unassigned"/> or <see cref="Excluded"/>.</summary>
    /// <param name="row">Zero-based record.</param>
    public string NameOf(int row) => Segment[row] >= 0 ? Dimension.Segments[Segment[row]].Name : State[row] == AssignmentState.Excluded ? Excluded : Unassigned;

    /// <summary>Returns why the answer for a record is open; null where no blank could change it.</summary>
    /// <param name="row">Zero-based record.</param>
    public OpenAnswer? OpenOf(int row) => Open.Length > 0 && Open[row] >= 0 ? OpenAnswers[Open[row]] : null;
}
