using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>Places in code points and in UTF-16 units; counted by hand over <c>a😀b</c>, which is three of the one and four of the other.</summary>
public sealed class CodePointsTests
{
    private const string Text = "a\U0001F600b";

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    public void A_place_is_found_from_either_side(int codePoints, int utf16)
    {
        Assert.Equal(utf16, CodePoints.ToUtf16(Text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(Text, utf16));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(4, 4)]
    [InlineData(int.MaxValue, 4)]
    public void A_place_outside_is_the_nearer_end(int codePoints, int utf16) => Assert.Equal(utf16, CodePoints.ToUtf16(Text, codePoints));

    [Fact]
    public void Half_a_character_is_one() => Assert.Equal(2, CodePoints.ToUtf16("\ud83dx", 2));
}
