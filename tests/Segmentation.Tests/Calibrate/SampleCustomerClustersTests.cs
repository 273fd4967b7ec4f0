using Segmentation.Assign;
using Segmentation.Calibrate;
using Segmentation.Clustering;
using Segmentation.Framework;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Calibrate;

/// <summary>The clusters of the sample company: data-samples/README.md says that size drives what accounts pay and who leaves, and that usage falls before they do.</summary>
public sealed class SampleCustomerClustersTests(CleanedSamples samples) : IClassFixture<CleanedSamples>
{
    [Fact]
    public void Size_and_activity_divide_the_customers_into_clusters_that_rules_find()
    {
        var framework = SegmentationFramework.Load(Path.Combine(SampleFiles.Folder, "framework.yaml"));
        var data = CalibrationData.Take(samples.Result.Workspace, framework);
        var quick = CustomerClustersOptions.Default with { Stability = ClusterStabilityOptions.Default with { Resamples = 20 } };
        var found = CustomerClusters.Find(data, ["employees", "arr", "active_share"], quick);
        Assert.InRange(found.Clusters.Length, 3, 5);
        Assert.True(found.Accuracy > 0.9);
        Assert.All(found.Clusters, c => Assert.True(c.Precision > 0.8 && c.Recall > 0.7));
        Assert.Contains(found.Alike, a => a.StartsWith("employees and arr say much the same", StringComparison.Ordinal));

        // Planted: the large leave at 0.35% a month, the small at 2.5%.
        Assert.True(found.Clusters.MaxBy(c => c.Arr)!.Outcome < found.Clusters.MinBy(c => c.Arr)!.Outcome);
        var assigned = Assignment.Run(samples.Result.Workspace, found.AddTo(framework));
        Assert.Contains(assigned.Accounts!.Dimensions, d => d.Dimension.Name == "Customer cluster");
    }
}
