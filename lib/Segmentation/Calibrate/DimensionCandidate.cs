using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>A dimension of the framework, or a field that could become one, and what is to be said for and against it.</summary>
/// <param name="Name">The dimension or the field.</param>
/// <param name="IsField">Whether it is a field, not yet a dimension.</param>
/// <param name="Fields">The fields that it reads.</param>
/// <param name="How">How it is divided, in words.</param>
public sealed record DimensionCandidate(string Name, bool IsField, ImmutableArray<string> Fields, string How)
{
    /// <summary>Gets the accounts with a segment today.</summary>
    public int Accounts { get; init; }

    /// <summary>Gets their share of all accounts; 0 where there are none.</summary>
    public double AccountShare { get; init; }

    /// <summary>Gets their share of the ARR; null where the exports hold none.</summary>
    public double? ArrShare { get; init; }

    /// <summary>Gets the segments that hold accounts, in the candidate's order.</summary>
    public ImmutableArray<DimensionCandidateSegment> Segments { get; init; } = [];

    /// <summary>Gets the segment with most accounts, the first of several; null where there is none.</summary>
    public DimensionCandidateSegment? Largest => Segments.MaxBy(s => s.Accounts);

    /// <summary>Gets the share of <see cref="Accounts"/> in the largest segment; 0 where there is none.</summary>
    public double LargestShare => Accounts == 0 ? 0 : (double)Largest!.Accounts / Accounts;

    /// <summary>Gets how evenly the accounts divide, in [0, 1]: entropy over that of equal segments. 0 where there are not two.</summary>
    public double Evenness { get; init; }

    /// <summary>Gets whether the segments differ in what accounts pay.</summary>
    public required DimensionCandidateTest Arr { get; init; }

    /// <summary>Gets whether they differ in how accounts behave.</summary>
    public required DimensionCandidateTest Behaviour { get; init; }

    /// <summary>Gets whether they differ in what became of the accounts.</summary>
    public required DimensionCandidateTest Outcome { get; init; }

    /// <summary>Gets the tests that were made.</summary>
    public IEnumerable<DimensionCandidateTest> Tests => new[] { Arr, Behaviour, Outcome }.Where(t => t.Refused is null);

    /// <summary>Gets the other candidate that says most of what this one says; null where none could be compared.</summary>
    public string? MostLike { get; init; }

    /// <summary>Gets how much of the information of the coarser of the two they share, less what chance gives; null where none could be compared.</summary>
    public double? Redundancy { get; init; }

    /// <summary>Gets the verdict.</summary>
    public DimensionCandidateVerdict Verdict { get; init; }

    /// <summary>Gets why, in words.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Gets what has to be known beside the verdict, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
