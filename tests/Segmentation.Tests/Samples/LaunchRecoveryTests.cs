using Segmentation.Framework;
using Segmentation.Outcome;
using Segmentation.Tests.Assign;

namespace Segmentation.Tests.Samples;

/// <summary>The launch of the samples: churn of SMB falls from 2.5% to 1.75% a month, nobody else's changes.</summary>
public sealed class LaunchRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    /// <summary>The tiers by which customers behave, not those of the CRM.</summary>
    private static readonly SegmentationFramework Tiers = Rules.Tier("employees: whole", "SMB: employees < 140", "Mid-Market: employees >= 140 and employees < 1400", "Enterprise: employees >= 1400");

    /// <summary>Over m months (1 - .0175)^m against (1 - .025)^m stay; industries raise and lower both alike.</summary>
    [Theory]
    [InlineData(90, 3)]
    [InlineData(270, 9)]
    public void The_planted_fall_lies_in_the_interval(int days, int months)
    {
        var effect = LaunchEffect.Of(samples.Workspace, Tiers, "Tier", Against(days));

        var planted = Math.Pow(1 - .025, months) - Math.Pow(1 - .0175, months);
        var found = effect.Find("SMB", LaunchEffectMeasure.Churn, LaunchEffectControl.Untreated)!;
        Assert.True(found.Interval.Contains(planted), $"{planted:0.000} in {found.Interval}");
        Assert.True(found.Estimate < 0);
    }

    /// <summary>Ninety days cannot show what was planted: 2.1 points.</summary>
    [Fact]
    public void Ninety_days_are_not_enough_and_say_what_could_have_been_seen()
    {
        var effect = LaunchEffect.Of(samples.Workspace, Tiers, "Tier", Against(90));

        var found = effect.Find("SMB", LaunchEffectMeasure.Churn, LaunchEffectControl.Untreated)!;
        Assert.Equal(OutcomeVerdict.Inconclusive, found.Verdict);
        Assert.True(found.Detectable > .0215);
        Assert.Contains("could only have seen", effect.ToString(), StringComparison.Ordinal);
        Assert.All(effect.Estimates.Where(e => e.Of != "SMB" && e.Measure == LaunchEffectMeasure.Churn), e => Assert.NotEqual(OutcomeVerdict.Difference, e.Verdict));
    }

    private static LaunchEffectOptions Against(int days) => LaunchEffectOptions.Default with { Untreated = ["Mid-Market", "Enterprise"], Outcome = OutcomeOptions.Default with { WindowDays = days } };
}
