using Segmentation.Text;

namespace Segmentation.Tests.Text;

public sealed class EditDistanceTests
{
    // Levenshtein: kitten/sitting is the textbook pair; the others by hand.
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("", "", 0)]
    [InlineData("ab", "ba", 2)]
    [InlineData("technology", "tecnology", 1)]
    public void Levenshtein(string left, string right, int distance) => Assert.Equal(distance, EditDistance.Levenshtein(left, right));

    // "ca" to "abc" separates optimal string alignment (3) from the unrestricted Damerau distance (2).
    [Theory]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("helathcare", "healthcare", 1)]
    [InlineData("austria", "australia", 2)]
    [InlineData("same", "same", 0)]
    public void Optimal_string_alignment(string left, string right, int distance) => Assert.Equal(distance, EditDistance.Damerau(left, right));

    [Fact]
    public void A_limit_changes_nothing_but_what_is_beyond_it()
    {
        string[] words = ["", "a", "ab", "ba", "acb", "bca", "abcd", "badc", "abdc", "dcba", "aabbcc", "ccbbaa"];
        foreach (var left in words)
        {
            foreach (var right in words)
            {
                var distance = EditDistance.Damerau(left, right);
                for (var limit = 0; limit < 6; limit++) Assert.Equal(Math.Min(distance, limit + 1), EditDistance.Damerau(left, right, limit));
            }
        }
    }

    [Fact]
    public void Long_texts_are_measured_too() => Assert.Equal(1, EditDistance.Levenshtein(new string('a', 5000), new string('a', 5001)));

    [Fact]
    public void A_negative_limit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => EditDistance.Damerau("a", "b", -1));

    // Texts of at most 64 letters are measured another way than longer ones: a common beginning changes no distance and takes a pair from the one way to the other.
    [Fact]
    public void Short_texts_are_measured_as_long_ones()
    {
        var random = new Random(7);
        var beginning = new string('z', 70);
        for (var i = 0; i < 3000; i++)
        {
            var (left, right) = (Draw("abcd"), Draw(i % 2 == 0 ? "abcd" : "abcЖ"));
            Assert.Equal(EditDistance.Levenshtein(beginning + left, beginning + right), EditDistance.Levenshtein(left, right));
            Assert.Equal(EditDistance.Damerau(beginning + left, beginning + right), EditDistance.Damerau(left, right));
            var limit = random.Next(6);
            Assert.Equal(EditDistance.Damerau(beginning + left, beginning + right, limit), EditDistance.Damerau(left, right, limit));
        }

        string Draw(string letters) => string.Concat(Enumerable.Range(0, random.Next(random.Next(2) == 0 ? 8 : 65)).Select(_ => letters[random.Next(4)]));
    }
}
