using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>What became of the accounts of a segment in one window.</summary>
/// <param name="Accounts">Accounts that paid at its start.</param>
/// <param name="Churned">Those that churned in it.</param>
/// <param name="Interval">Wilson interval of <see cref="Churn"/>; [0, 1] without accounts.</param>
/// <param name="ArrAtStart">What they paid at its start, a year.</param>
/// <param name="Kept">Σ min(ARR at the start, ARR at the end).</param>
/// <param name="ArrAtEnd">What they paid at its end.</param>
public sealed record LaunchEffectRate(int Accounts, int Churned, Interval Interval, double ArrAtStart, double Kept, double ArrAtEnd)
{
    /// <summary>Gets the share of accounts that churned; null without accounts.</summary>
    public double? Churn => Accounts == 0 ? null : (double)Churned / Accounts;

    /// <summary>Gets gross revenue retention, endpoint form; null without revenue.</summary>
    public double? Grr => ArrAtStart > 0 ? Kept / ArrAtStart : null;

    /// <summary>Gets net revenue retention; null without revenue.</summary>
    public double? Nrr => ArrAtStart > 0 ? ArrAtEnd / ArrAtStart : null;
}
