namespace Segmentation.Cuts;

/// <summary>What counts as a valley between two peaks. Change one with <c>with</c>.</summary>
public sealed record DensityValleyOptions
{
    /// <summary>Gets the defaults.</summary>
    public static DensityValleyOptions Default { get; } = new();

    /// <summary>Gets how far a valley must lie below the lower of its two peaks, as a proportion of that peak. Default 0.25: at fewer, chance makes valleys in samples of some hundred records.</summary>
    public double Depth { get; init; } = 0.25;

    /// <summary>Gets the factor on the bandwidth: above 1 is smoother. Default 1.</summary>
    public double Smoothing { get; init; } = 1;

    /// <summary>Gets the points at which the density is reckoned. Default 512.</summary>
    public int Points { get; init; } = 512;
}
