using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Codes of ISO 3166-2.
public sealed class StateNameTests
{
    [Theory]
    [InlineData("US", "Texas", "TX")]
    [InlineData("US", "tx", "TX")]
    [InlineData("US", "US-TX", "TX")]
    [InlineData("US", "N.Y.", "NY")]
    [InlineData("US", "Georgia", "GA")]
    [InlineData("US", "Washington, D.C.", "DC")]
    [InlineData("CA", "Québec", "QC")]
    [InlineData("CA", "british columbia", "BC")]
    [InlineData("AU", "Western Australia", "WA")]
    [InlineData("US", "Washington", "WA")]
    public void A_state_is_known_by_code_and_name_in_its_country(string country, string text, string code) => Assert.Equal(code, StateName.CodeOf(country, text));

    [Theory]
    [InlineData("US", "QC")]
    [InlineData("CA", "Texas")]
    [InlineData("DE", "BY")]
    [InlineData("US", "")]
    public void What_is_no_state_of_the_country_has_no_code(string country, string text) => Assert.Null(StateName.CodeOf(country, text));

    [Fact]
    public void There_are_50_states_a_district_and_6_outlying_areas_13_provinces_and_8_states_and_territories()
    {
        string[] all = [.. from a in Enumerable.Range('A', 26) from b in Enumerable.Range('A', 26) select $"{(char)a}{(char)b}", "ACT", "NSW", "QLD", "TAS", "VIC"];
        Assert.Equal((57, 13, 8), (all.Count(c => StateName.CodeOf("US", c) == c), all.Count(c => StateName.CodeOf("CA", c) == c), all.Count(c => StateName.CodeOf("AU", c) == c)));
        foreach (var code in all.Where(c => StateName.CodeOf("US", c) == c)) Assert.Equal(code, StateName.CodeOf("US", StateName.NameOf("US", code)!));
    }
}
