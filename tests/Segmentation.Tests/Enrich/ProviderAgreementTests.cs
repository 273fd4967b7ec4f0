using System.Globalization;
using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

public sealed class ProviderAgreementTests
{
    [Theory]
    [InlineData(.7)]
    [InlineData(.9)]
    [InlineData(.97)]
    public void Implied_accuracy_recovers_that_of_simulated_providers(double accuracy)
    {
        // Two providers that are right with the same probability and else say the value of another record, each on its own. The authority is how often they truly were.
        var random = new Random(20260630);
        var truth = Enumerable.Range(0, 4000).Select(_ => Math.Ceiling(Math.Exp(3 + (4 * random.NextDouble())))).ToArray();
        var right = 0;
        string Said(int i)
        {
            var isRight = random.NextDouble() < accuracy;
            right += isRight ? 1 : 0;
            return (isRight ? truth[i] : truth[random.Next(truth.Length)]).ToString(CultureInfo.InvariantCulture);
        }

        var zoomInfo = string.Concat(Enumerable.Range(0, truth.Length).Select(i => $"{i},Company {i},company{i}.example,{Said(i)}\n"));
        var clearbit = string.Concat(Enumerable.Range(0, truth.Length).Select(i => $"company{i}.example,Company {i},{Said(i)}\n"));
        var accounts = string.Concat(Enumerable.Range(0, truth.Length).Select(i => $"A{i},Company {i},company{i}.example,Retail,,1\n"));
        var result = AccountEnrichment.Run(
            EnrichFolder.Open(
                ("accounts.csv", "Account ID,Account Name,Website,Industry,Employees,ARR\n" + accounts), ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Employees\n" + zoomInfo),
                ("clearbit.csv", "domain,name,metrics.employees\n" + clearbit)),
            EnrichmentDecisions.Parse("fields: {accounts: [employees]}"));
        var pair = result.Agreement.Single();
        Assert.Equal(truth.Length, pair.Both);
        Assert.True(pair.AccuracyInterval.Contains(right / (2.0 * truth.Length)), $"{pair.Accuracy} in {pair.AccuracyInterval}, truly {right / (2.0 * truth.Length)}");
        Assert.InRange(pair.Chance!.Value, .05, .2);
    }

    [Fact]
    public void Without_overlap_nothing_is_implied()
    {
        var none = new ProviderAgreement(Role.Employees, "A", "B", 0, 0, null, new(0, 1));
        Assert.Null(none.Agreement);
        Assert.Null(none.Accuracy);
    }

    [Fact]
    public void Agreement_that_chance_explains_implies_nothing()
    {
        // p = sqrt((A - c) / (1 - c)): .25 by chance, .25 seen, nothing left; .64 seen and none by chance is .8 squared.
        Assert.Null(new ProviderAgreement(Role.Industry, "A", "B", 4, 1, .25, new(0, 1)).Accuracy);
        Assert.Equal(.8, new ProviderAgreement(Role.Industry, "A", "B", 100, 64, 0, new(.5, .7)).Accuracy!.Value, 12);
    }
}
