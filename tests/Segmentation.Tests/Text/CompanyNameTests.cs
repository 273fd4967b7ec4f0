using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Legal forms: the abbreviations that company registers prescribe in each country.
public sealed class CompanyNameTests
{
    [Theory]
    [InlineData("Acme, Inc.", "acme")]
    [InlineData("ACME INCORPORATED", "acme")]
    [InlineData("Acme L.L.C.", "acme")]
    [InlineData("Acme Corp. Ltd.", "acme")]
    [InlineData("Müller GmbH & Co. KG", "muller")]
    [InlineData("Straße AG", "strasse")]
    [InlineData("Žluťoučký kůň s.r.o.", "zlutoucky kun")]
    [InlineData("Kůň, spol. s r.o.", "kun")]
    [InlineData("Zielona Łąka Sp. z o.o.", "zielona laka")]
    [InlineData("Kovács Kft.", "kovacs")]
    [InlineData("Société Générale S.A.", "societe generale")]
    [InlineData("Dupont S. A. S.", "dupont")]
    [InlineData("Dupont SARL", "dupont")]
    [InlineData("Dubois et Cie", "dubois")]
    [InlineData("De Vries B.V.", "de vries")]
    [InlineData("Janssens NV", "janssens")]
    [InlineData("Svensson Aktiebolag", "svensson")]
    [InlineData("Virtanen Oy", "virtanen")]
    [InlineData("Nordisk A/S", "nordisk")]
    [InlineData("Hansen ApS", "hansen")]
    [InlineData("Rossi S.p.A.", "rossi")]
    [InlineData("Rossi S.r.l.", "rossi")]
    [InlineData("Wombat Pty. Ltd.", "wombat")]
    [InlineData("Sakura K.K.", "sakura")]
    [InlineData("Cactus S. de R.L. de C.V.", "cactus")]
    [InlineData("Lotus Private Limited", "lotus")]
    [InlineData("Shamrock DAC", "shamrock")]
    [InlineData("Zagreb d.o.o.", "zagreb")]
    [InlineData("Sofia EOOD", "sofia")]
    [InlineData("Café Ltda.", "cafe")]
    [InlineData("Europa SE & Co. KGaA", "europa")]
    [InlineData("Ferrari S.r.l. Inc. Ltd.", "ferrari")]
    [InlineData("Telefon AB (publ)", "telefon")]
    [InlineData("Bangsar Sdn. Bhd.", "bangsar")]
    public void Legal_suffixes_are_removed_repeatedly(string name, string key) => Assert.Equal(key, CompanyName.Normalize(name));

    [Theory]
    [InlineData("AG", "ag")]
    [InlineData("Co. Ltd.", "co")]
    [InlineData("S.A.", "sa")]
    public void A_name_that_is_only_a_legal_form_is_not_left_empty(string name, string key) => Assert.Equal(key, CompanyName.Normalize(name));

    [Theory]
    [InlineData("SAP Labs", "sap labs")]
    [InlineData("AG Barr plc", "ag barr")]
    [InlineData("Johnson & Johnson", "johnson and johnson")]
    [InlineData("Amazon.com, Inc.", "amazon com")]
    [InlineData("Macy's", "macys")]
    [InlineData("Acme Holding AG", "acme holding")]
    [InlineData("Acme (UK) Ltd", "acme uk")]
    [InlineData("株式会社トヨタ", "株式会社トヨタ")]
    public void What_is_not_a_legal_suffix_stays(string name, string key) => Assert.Equal(key, CompanyName.Normalize(name));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("---")]
    [InlineData("...")]
    public void A_name_without_letters_has_an_empty_key(string name) => Assert.Equal(string.Empty, CompanyName.Normalize(name));

    [Fact]
    public void Hostile_text_is_only_text() => Assert.Equal("script alert 1 script", CompanyName.Normalize("<script>alert(1)</script>"));
}
