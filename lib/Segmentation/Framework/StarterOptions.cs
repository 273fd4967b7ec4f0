using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>What a first framework is made of where nobody has said yet. Cut points begin the band that they stand before, included.</summary>
public sealed record StarterOptions
{
    /// <summary>Gets the defaults.</summary>
    public static StarterOptions Default { get; } = new();

    /// <summary>Gets the share of records that must carry a field for it to divide them; at least. Default 0.50 (advisory: below 50%, clean up first).</summary>
    public double LeastFilled { get; init; } = 0.50;

    /// <summary>Gets the employees from which an account is Mid-Market, and Enterprise. Default 100 and 1,000 (customer success playbook).</summary>
    public (int MidMarket, int Enterprise) Employees { get; init; } = (100, 1000);

    /// <summary>Gets the ARR from which an account is Mid-Market, and Enterprise, in the workspace's currency. Default 50,000 and 500,000 (customer success playbook).</summary>
    public (int MidMarket, int Enterprise) Arr { get; init; } = (50_000, 500_000);

    /// <summary>Gets the share of licences in use below which an account is Fading, and from which it is Thriving. Default 0.40 and 0.70; no playbook fixes them.</summary>
    public (double Fading, double Thriving) ActiveShare { get; init; } = (0.40, 0.70);

    /// <summary>Gets the health score, of 100, below which an account is At Risk, and from which it is Healthy. Default 50 and 80; no playbook fixes them.</summary>
    public (int AtRisk, int Healthy) Health { get; init; } = (50, 80);

    /// <summary>Gets the months since its start below which a customer is Onboarding, and from which it is Mature. Default 6 and 24; no playbook fixes them.</summary>
    public (int Onboarding, int Mature) TenureMonths { get; init; } = (6, 24);

    /// <summary>Gets the words in a kind of account that make it a competitor.</summary>
    public ImmutableArray<string> CompetitorWords { get; init; } = ["competitor"];

    /// <summary>Gets the words in a kind of account that make it inactive.</summary>
    public ImmutableArray<string> InactiveWords { get; init; } = ["former", "churned", "inactive", "lost", "closed", "ex-customer"];
}
