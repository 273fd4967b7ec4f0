using Segmentation.Text;

namespace Segmentation.Tests.Text;

public sealed class FingerprintTests
{
    // The first two are the worked examples of OpenRefine's documentation of key collision.
    [Theory]
    [InlineData(" école ÉCole ecoLe ", "ecole")]
    [InlineData("the multi multi word test", "multi test the word")]
    [InlineData("Financial, Services", "financial services")]
    [InlineData("e-mail", "email")]
    [InlineData("", "")]
    [InlineData("-?-", "")]
    [InlineData("e\u0301cole", "ecole")]
    public void Spellings_of_one_value_share_a_fingerprint(string text, string key) => Assert.Equal(key, Fingerprint.Of(text));

    // By hand: "banana" has the pieces ba, an, na, an, na; "ab" is no longer than a piece.
    [Theory]
    [InlineData("banana", 2, "anbana")]
    [InlineData("ab", 2, "ab")]
    [InlineData("cba", 1, "abc")]
    [InlineData("", 2, "")]
    public void Pieces_are_sorted_and_taken_once(string text, int size, string key) => Assert.Equal(key, Fingerprint.NGram(text, size));

    [Fact]
    public void Spaces_do_not_count_in_pieces() =>
        Assert.Equal(Fingerprint.NGram("Health Care"), Fingerprint.NGram("health-care"));

    [Fact]
    public void Pieces_of_no_length_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Fingerprint.NGram("a", 0));
}
