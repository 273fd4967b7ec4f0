using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Ends by hand, from what each text says.
public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("201-1000", 201, 1000)]
    [InlineData("201 – 1,000", 201, 1000)]
    [InlineData("1 001 to 5 000 employees", 1001, 5000)]
    [InlineData("50+", 50, double.PositiveInfinity)]
    [InlineData("1,000+ employees", 1000, double.PositiveInfinity)]
    [InlineData("1000 or more", 1000, double.PositiveInfinity)]
    [InlineData("< 50", 0, 49)]
    [InlineData("under 50", 0, 49)]
    [InlineData("up to 50", 0, 50)]
    [InlineData("> 1000", 1001, double.PositiveInfinity)]
    [InlineData("above 1000", 1001, double.PositiveInfinity)]
    [InlineData("≥ 1000", 1000, double.PositiveInfinity)]
    [InlineData("250", 250, 250)]
    [InlineData("1K-5K", 1000, 5000)]
    [InlineData("$10M-$100M", 1e7, 1e8)]
    [InlineData("10-100M", 1e7, 1e8)]
    [InlineData("$100M+", 1e8, double.PositiveInfinity)]
    [InlineData("0-0", 0, 0)]
    public void A_range_has_the_ends_it_names(string text, double from, double to) => Assert.Equal(new NumberRange(from, to), NumberRange.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("1.000")]
    [InlineData("1.000-5.000")]
    [InlineData("200-100")]
    [InlineData("-5")]
    [InlineData("1-50, 51-200")]
    [InlineData("=1+1")]
    [InlineData("50+<script>")]
    public void What_names_no_range_or_several_is_refused(string text) => Assert.Null(NumberRange.Parse(text));

    [Fact]
    public void A_huge_field_is_refused_without_waiting_for_it() => Assert.Null(NumberRange.Parse(new string('1', 100_000) + "-" + new string(' ', 100_000)));
}
