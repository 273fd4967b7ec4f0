using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Enrich;

/// <summary>What a test batch says about one field of the whole base.</summary>
public sealed record BatchProjection
{
    /// <summary>Gets the field.</summary>
    public required Role Field { get; init; }

    /// <summary>Gets the records of the base that lack it, of all.</summary>
    public required int BlankInBase { get; init; }

    /// <summary>Gets the records of the batch that lack it.</summary>
    public required int BlankInBatch { get; init; }

    /// <summary>Gets those of them that a provider can fill.</summary>
    public required int Fillable { get; init; }

    /// <summary>Gets <see cref="Fillable"/> as a proportion of <see cref="BlankInBatch"/>; null without any.</summary>
    public double? FillRate => BlankInBatch == 0 ? null : (double)Fillable / BlankInBatch;

    /// <summary>Gets the coverage of the base by the CRM alone, a proportion; null where there are no records.</summary>
    public required double? CoverageNow { get; init; }

    /// <summary>Gets the coverage of the base that the fill rate projects; null without a fill rate.</summary>
    public required double? Projected { get; init; }

    /// <summary>Gets the interval of <see cref="Projected"/>: Wilson's of the fill rate, for a sample of <see cref="BlankInBatch"/> from <see cref="BlankInBase"/>.</summary>
    public required Interval ProjectedInterval { get; init; }

    /// <summary>Gets the target, a proportion.</summary>
    public required double Target { get; init; }

    /// <summary>Gets what the batch says about the target.</summary>
    public required BatchVerdict Verdict { get; init; }

    /// <summary>Gets the size of a batch that certifies the target if the fill rate stays; null where it does not lead to the target, or nothing is known about it.</summary>
    public required int? SizeToCertify { get; init; }

    /// <summary>Gets the size of a batch below which not even a fill rate of 100% would certify the target; null where the CRM meets it already.</summary>
    public required int? SmallestSize { get; init; }
}
