using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class MatchLabelsTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("labels").FullName, "labels.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    // Groups {1,2,3} and {4,5}; truth {1,2}, {3,4}, 5 nobody. Joined pairs: 12 13 23 45, right: 12, wrong: 13 23 45; missed: 34.
    [Fact]
    public void Entities_are_scored_by_all_pairs_within_a_cluster() => Assert.Equal(
        new MatchScore(1, 3, 1), MatchLabels.OfEntities([("row 1", "a"), ("row 2", "a"), ("row 3", "b"), ("row 4", "b"), ("row 5", null), ("gone", "a")]).Score(Clusters()));

    [Fact]
    public void Pairs_are_scored_one_by_one_and_those_of_absent_records_left_out() => Assert.Equal(
        new MatchScore(1, 1, 1), MatchLabels.OfPairs([("row 1", "row 3", true), ("row 4", "row 5", false), ("row 3", "row 4", true), ("row 1", "row 4", false), ("row 1", "gone", true)]).Score(Clusters()));

    [Fact]
    public void Decisions_are_labels()
    {
        var decisions = MatchDecisions.Of(new(EntityKind.Contacts, true, ["row 1", "row 2", "row 3"]), new(EntityKind.Contacts, false, ["row 4", "row 5"]), new(EntityKind.Accounts, true, ["row 1", "row 5"]));
        Assert.Equal(new MatchScore(3, 1, 0), MatchLabels.Of(decisions, EntityKind.Contacts).Score(Clusters()));
    }

    // Right 6, wrong 2, missed 4: precision 6/8, recall 6/10, F1 = 12 / 18.
    [Fact]
    public void Precision_recall_and_F1_are_shares_of_pairs()
    {
        var score = new MatchScore(6, 2, 4);
        Assert.Equal((.75, .6, 2.0 / 3), (score.Precision, score.Recall, score.F1));
        Assert.Equal((null, null, null), (new MatchScore(0, 0, 0).Precision, new MatchScore(0, 0, 0).Recall, new MatchScore(0, 0, 0).F1));
    }

    [Theory]
    [InlineData("left,right,same\n row 1 ,row 3,TRUE\r\n\"row 4\",row 5,false\n", 1, 1)]
    [InlineData("\uFEFFRecord,Entity\nrow 1,a\nrow 2,a\nrow 3,\n", 1, 2)]
    public void A_file_of_pairs_or_of_entities_is_read(string text, int right, int wrong)
    {
        File.WriteAllText(file, text);
        var score = MatchLabels.Load(file).Score(Clusters());
        Assert.Equal((right, wrong), (score.Right, score.Wrong));
    }

    [Theory]
    [InlineData("", 1, "the file holds no labels")]
    [InlineData("a,b\n", 1, "the first line is not a header of labels")]
    [InlineData("left,right,same\nx,y,perhaps\n", 2, "'same' is no answer")]
    [InlineData("left,right,same\nx,y\n", 2, "a line has too many or too few values")]
    [InlineData("left,right,same\nx,,true\n", 2, "'right' is empty")]
    [InlineData("record,entity\n,e\n", 2, "'record' is empty")]
    public void A_line_that_says_something_else_is_refused_with_its_number(string text, int line, string subject)
    {
        File.WriteAllText(file, text);
        var error = Assert.Throws<WorkspaceException>(() => MatchLabels.Load(file));
        Assert.Equal(line, error.Line);
        Assert.Contains(subject, error.Message, StringComparison.Ordinal);
    }

    private static ClustersResult Clusters()
    {
        var records = SmallRecords.Of(("name", ["a", "a", "a", "b", "b"]));
        return MatchClusters.Of(
            new ScoredPairs { Records = records, Left = [0, 1, 3], Right = [1, 2, 4], Weight = [9, 9, 9], Levels = [1, 1, 1], Candidates = 3, LowestWeight = 0 },
            1, MatchDecisions.Empty, HierarchyGuard.None);
    }
}
