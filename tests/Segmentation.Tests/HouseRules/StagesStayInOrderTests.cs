using Segmentation.Tables;

namespace Segmentation.Tests.HouseRules;

public sealed class StagesStayInOrderTests
{
    /// <summary>Leaves first, then the stages in the order data flows.</summary>
    private static readonly string[] Order =
    [
        "Playbook", "Statistics", "Survival", "Clustering", "Cuts", "Text", "Tables",
        "Load", "Audit", "Standardize", "Match", "Merge", "Enrich", "Clean", "Criteria", "Framework", "Assign", "Calibrate", "Distribute", "Outcome",
        "Charts", "Report",
    ];

    private static Type[] Library => typeof(Table).Assembly.GetTypes();

    [Fact]
    public void A_stage_names_only_the_leaves_and_the_stages_before_it() =>
        Assert.Empty(StageOrder.BackReferences(Library, Order));

    [Fact]
    public void Every_namespace_of_the_library_is_a_stage_in_the_order() =>
        Assert.Empty(StageOrder.Stages(Library).Except(Order));

    [Fact]
    public void The_rule_sees_a_reference_that_only_a_method_body_makes()
    {
        // With Load put before Tables, every use of a table in Load is a back reference: the rule must see them.
        var violations = StageOrder.BackReferences(Library, ["Load", .. Order.Except(["Load"])]);
        Assert.Contains(violations, v => v.Contains("Segmentation.Load.CsvFile", StringComparison.Ordinal) && v.Contains("(Tables)", StringComparison.Ordinal));
    }
}
