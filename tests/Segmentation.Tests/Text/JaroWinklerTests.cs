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

    // Texts of at most 64 letters take another way than longer ones; the definition, letter by letter, is the judge of both.
    [Fact]
    public void Every_length_follows_the_definition()
    {
        var random = new Random(9);
        for (var i = 0; i < 4000; i++)
        {
            var (left, right) = (Draw("abcdef"), Draw(i % 2 == 0 ? "abcdef" : "abcdeЖ"));
            Assert.Equal(Jaro(left, right), JaroWinkler.Jaro(left, right), 12);
        }

        string Draw(string letters) => string.Concat(Enumerable.Range(0, random.Next(random.Next(3) switch { 0 => 6, 1 => 34, _ => 80 })).Select(_ => letters[random.Next(6)]));
    }

    private static double Jaro(string left, string right)
    {
        if (left == right) return 1;
        var reach = Math.Max(0, (Math.Max(left.Length, right.Length) / 2) - 1);
        var matched = new SortedDictionary<int, int>();
        for (var i = 0; i < left.Length; i++)
        {
            var found = Enumerable.Range(0, right.Length).Where(j => Math.Abs(i - j) <= reach && right[j] == left[i] && !matched.ContainsValue(j)).DefaultIfEmpty(-1).First();
            if (found >= 0) matched[i] = found;
        }

        double m = matched.Count;
        if (m == 0) return 0;
        var outOfOrder = matched.Keys.Zip(matched.Values.Order()).Count(p => left[p.First] != right[p.Second]);
        return ((m / left.Length) + (m / right.Length) + ((m - (outOfOrder / 2)) / m)) / 3;
    }
}
