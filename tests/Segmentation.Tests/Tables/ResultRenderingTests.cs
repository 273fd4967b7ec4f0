using Segmentation.Tables;

namespace Segmentation.Tests.Tables;

public sealed class ResultRenderingTests
{
    [Fact]
    public void What_a_result_says_stands_above_and_below_its_table_encoded_and_a_line_each_in_text()
    {
        var said = new Said("<b>first</b>", "a\nb");
        var table = said.ToTable();
        Assert.Equal($"<p>&lt;b&gt;first&lt;/b&gt;</p>{table.ToHtml(RenderOptions.Default)}<p>a\nb</p>", said.ToHtml(RenderOptions.Default));
        Assert.Equal($"<b>first</b>\n{table}a b\n", said.ToString());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(12_345, "12,345")]
    public void A_sentence_hides_counts_from_one_to_four_under_a_mask(int records, string shown)
    {
        Assert.Equal(shown, (RenderOptions.Default with { Mask = true }).Count(records));
        Assert.Equal(records.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), RenderOptions.Default.Count(records));
    }

    private sealed record Said(string Above, string Below) : Result
    {
        public override string ResultName => "said";

        public override Table ToTable() => new("t", Column.Of("x", [1]));

        protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Above];

        protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Below];
    }
}
