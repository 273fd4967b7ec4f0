namespace Segmentation.Outcome;

/// <summary>How often something happens in simulated histories.</summary>
/// <param name="Value">The share of histories; NaN where none was simulated.</param>
/// <param name="StandardError">Its standard error: what another seed would move it by.</param>
public readonly record struct ChurnConcentrationRate(double Value, double StandardError)
{
    /// <summary>Returns the share of histories in which it happened.</summary>
    internal static ChurnConcentrationRate Of(int happened, int histories)
    {
        var share = (double)happened / histories;
        return new(share, Math.Sqrt(share * (1 - share) / histories));
    }
}
