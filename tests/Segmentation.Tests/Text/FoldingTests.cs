using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Base letters as Unicode's decompositions give them; ß, æ, œ, þ, ø, ł, đ as the languages write them without their letter.
public sealed class FoldingTests
{
    [Theory]
    [InlineData("ÉCOLE", "ecole")]
    [InlineData("Straße", "strasse")]
    [InlineData("Ærø Łódź Þór", "aero lodz thor")]
    [InlineData("İstanbul ışık", "istanbul isik")]
    [InlineData("E\u0301cole", "ecole")]
    [InlineData("ＡＣＭＥ\u3000１", "acme 1")]
    [InlineData("a\u00A0b\u200Bc", "a bc")]
    [InlineData("Αθήνα", "αθηνα")]
    [InlineData("Москва", "москва")]
    [InlineData("", "")]
    public void Letters_are_lower_case_without_accents(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));
}
