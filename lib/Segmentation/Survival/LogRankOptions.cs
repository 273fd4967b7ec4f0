using System.Globalization;

namespace Segmentation.Survival;

/// <summary>Which test of the log-rank family. Change one with <c>with</c>; choose before looking at the curves.</summary>
public sealed record LogRankOptions
{
    private readonly double rho = 1;
    private readonly double gamma;

    /// <summary>Gets the defaults: the log-rank test.</summary>
    public static LogRankOptions Default { get; } = new();

    /// <summary>Gets how much each time counts. Default <see cref="LogRankWeight.LogRank"/>.</summary>
    public LogRankWeight Weight { get; init; } = LogRankWeight.LogRank;

    /// <summary>Gets ρ of <see cref="LogRankWeight.FlemingHarrington"/>, at least 0. Default 1.</summary>
    public double Rho
    {
        get => rho;
        init => rho = Power(value, nameof(Rho));
    }

    /// <summary>Gets γ of <see cref="LogRankWeight.FlemingHarrington"/>, at least 0. Default 0.</summary>
    public double Gamma
    {
        get => gamma;
        init => gamma = Power(value, nameof(Gamma));
    }

    private static double Power(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value} but must be a finite number of at least 0."));
}
