using Segmentation.Text;

namespace Segmentation.Tests.Text;

public sealed class PhoneticTests
{
    // United States National Archives, "The Soundex Indexing System"; Robert to Honeyman: D. E. Knuth, The Art of Computer Programming 3, section 6.
    [Theory]
    [InlineData("Washington", "W252")]
    [InlineData("Lee", "L000")]
    [InlineData("Gutierrez", "G362")]
    [InlineData("Pfister", "P236")]
    [InlineData("Jackson", "J250")]
    [InlineData("Tymczak", "T522")]
    [InlineData("Ashcraft", "A261")]
    [InlineData("VanDeusen", "V532")]
    [InlineData("Robert", "R163")]
    [InlineData("Rupert", "R163")]
    [InlineData("Rubin", "R150")]
    [InlineData("Euler", "E460")]
    [InlineData("Gauss", "G200")]
    [InlineData("Hilbert", "H416")]
    [InlineData("Knuth", "K530")]
    [InlineData("Lloyd", "L300")]
    [InlineData("Lukasiewicz", "L222")]
    [InlineData("Honeyman", "H555")]
    public void Soundex_is_that_of_the_published_examples(string word, string code) => Assert.Equal(code, Phonetic.Soundex(word));

    [Fact]
    public void Accents_and_what_is_no_letter_do_not_count() => Assert.Equal(Phonetic.Soundex("OHara"), Phonetic.Soundex(" Ó'Hara "));

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("日本")]
    public void A_word_without_letters_has_no_code(string word) => Assert.Empty(Phonetic.Soundex(word));

    [Fact]
    public void A_longer_code_parts_what_a_short_one_joins()
    {
        Assert.Equal(Phonetic.Soundex("Manufacturing"), Phonetic.Soundex("Management"[..3] + "ufacture"));
        Assert.NotEqual(Phonetic.Soundex("Manufacturing", 8), Phonetic.Soundex("Manufacture", 8));
    }
}
