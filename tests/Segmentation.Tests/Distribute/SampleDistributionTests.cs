using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Distribute;

/// <summary>The sample company's framework over its cleaned exports. Expected figures are counted from the records themselves, by another way than the library's.</summary>
public sealed class SampleDistributionTests(CleanedSamples samples) : IClassFixture<CleanedSamples>
{
    private readonly AssignmentResult assignment = Assignment.Run(samples.Result.Workspace, SegmentationFramework.Load(Path.Combine(SampleFiles.Folder, "framework.yaml")));

    [Fact]
    public void Rows_of_every_dimension_add_up_to_the_records_that_no_exclusion_holds()
    {
        var distribution = Distribution.Of(assignment);
        Assert.Equal([EntityKind.Accounts, EntityKind.Contacts], distribution.Totals.Select(t => t.Of));
        foreach (var totals in distribution.Totals)
        {
            var records = assignment.Find(totals.Of)!.Records;
            Assert.Equal(records.Count, totals.Records + totals.Excluded);
            Assert.Equal(totals.Excluded, totals.Exclusions.Sum(e => e.Records));
            Assert.All(distribution.Dimensions.Where(d => d.Of == totals.Of), d => Assert.Equal(totals.Records, d.Segments.Sum(s => s.Records)));
        }
    }

    [Fact]
    public void The_book_of_business_holds_every_active_account_once()
    {
        var (book, totals) = (BookOfBusiness.Of(assignment), Distribution.Of(assignment).Totals[0]);
        Assert.Equal(totals.Records, book.Owners.Number("accounts").Values.ToArray().Sum());
        Assert.Equal(totals.Arr!.Value, book.Owners.Number("ARR").Values.ToArray().Sum(), 2);
        Assert.Equal("Customer Tier", book.Dimension);
    }

    [Fact]
    public void Every_view_lists_only_records_of_its_segments_for_whom_its_criteria_hold()
    {
        var accounts = assignment.Accounts!;
        var tier = accounts.Dimensions.First(d => d.Dimension.Name == "Customer Tier");
        var rows = Enumerable.Range(0, accounts.Records.Count).ToDictionary(row => accounts.Records.Ids[row]!, StringComparer.Ordinal);
        foreach (var view in SavedViews.Of(assignment).Items.Where(v => v.Of == EntityKind.Accounts))
        {
            Assert.NotEqual(0, view.Records.RowCount);
            var asked = assignment.Framework.Views.First(v => v.Name == view.View).Segments;
            for (var i = 0; i < view.Records.RowCount && asked.TryGetValue("Customer Tier", out var segment); i++) Assert.Equal(segment, tier.NameOf(rows[view.Records.Text("id")[i]!]));
        }
    }
}
