using Segmentation.Text;

namespace Segmentation.Tests.Text;

public sealed class JaroWinklerTests
{
    // The three pairs that Winkler's papers print.
    [Theory]
    [InlineData("MARTHA", "MARHTA", .944444, .961111)]
    [InlineData("DIXON", "DICKSONX", .766667, .813333)]
    [InlineData("DWAYNE", "DUANE", .822222, .84)]
    [InlineData("", "", 1, 1)]
    [InlineData("", "A", 0, 0)]
    [InlineData("A", "A", 1, 1)]
    [InlineData("A", "B", 0, 0)]
    public void Published_pairs(string left, string right, double jaro, double winkler)
    {
        Assert.Equal(jaro, JaroWinkler.Jaro(left, right), 6);
        Assert.Equal(winkler, JaroWinkler.Similarity(left, right), 6);
        Assert.Equal(winkler, JaroWinkler.Similarity(right, left), 6);
    }
}
