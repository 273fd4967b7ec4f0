using Segmentation.Text;

namespace Segmentation.Tests.Text;

// Authority: derived by hand from ITU-T E.164 (calling codes, trunk and international prefixes) and the national numbering plans. Numbers lie in ranges kept for fiction where a country keeps one.
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("(212) 555-0100", "US", "+12125550100")]
    [InlineData("1-212-555-0100", "US", "+12125550100")]
    [InlineData("212.555.0100", "CA", "+12125550100")]
    [InlineData("+1 (212) 555-0100", null, "+12125550100")]
    [InlineData("011 44 20 7946 0958", "US", "+442079460958")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("+44 (0)20 7946 0958", null, "+442079460958")]
    [InlineData("0044 20 7946 0958", null, "+442079460958")]
    [InlineData("44 20 7946 0958", "GB", "+442079460958")]
    [InlineData("(030) 23125-821", "DE", "+493023125821")]
    [InlineData("030/23125821", "DE", "+493023125821")]
    [InlineData("49 30 23125 821", "DE", "+493023125821")]
    [InlineData("3023125821", "DE", "+493023125821")]
    [InlineData("01 99 00 12 34", "FR", "+33199001234")]
    [InlineData("020 911 0000", "IE", "+353209110000")]
    [InlineData("(02) 5550 1234", "AU", "+61255501234")]
    [InlineData("0011 1 212 555 0100", "AU", "+12125550100")]
    [InlineData("02 1234 5678", "IT", "+390212345678")]
    [InlineData("+39 02 1234 5678", null, "+390212345678")]
    [InlineData("912 345 678", "ES", "+34912345678")]
    [InlineData("020 123 4567", "NL", "+31201234567")]
    [InlineData("044 668 18 00", "CH", "+41446681800")]
    [InlineData("01 534 5678", "AT", "+4315345678")]
    [InlineData("02 555 12 34", "BE", "+3225551234")]
    [InlineData("08-123 456 78", "SE", "+46812345678")]
    [InlineData("22 12 34 56", "NO", "+4722123456")]
    [InlineData("33 12 34 56", "DK", "+4533123456")]
    [InlineData("09 1234 5678", "FI", "+358912345678")]
    [InlineData("22 123 45 67", "PL", "+48221234567")]
    [InlineData("222 123 456", "CZ", "+420222123456")]
    [InlineData("06 1 234 5678", "HU", "+3612345678")]
    [InlineData("8 (495) 123-45-67", "RU", "+74951234567")]
    [InlineData("080 4123 4567", "IN", "+918041234567")]
    [InlineData("03-1234-5678", "JP", "+81312345678")]
    [InlineData("010 1 212 555 0100", "JP", "+12125550100")]
    [InlineData("6123 4567", "SG", "+6561234567")]
    [InlineData("(11) 91234-5678", "BR", "+5511912345678")]
    [InlineData("01 55 1234 5678", "MX", "+525512345678")]
    [InlineData("+52 1 55 1234 5678", null, "+525512345678")]
    [InlineData("09 123 4567", "NZ", "+6491234567")]
    [InlineData("011 123 4567", "ZA", "+27111234567")]
    [InlineData("+995 32 212 3456", null, "+995322123456")]
    [InlineData("Tel.: 020 7946 0958", "GB", "+442079460958")]
    [InlineData("212-555-0100 (office)", "US", "+12125550100")]
    [InlineData("020 7946 0958 / 020 7946 0959", "GB", "+442079460958")]
    [InlineData("+1 212 555 0100; +1 212 555 0101", null, "+12125550100")]
    [InlineData("１－２１２－５５５－０１００", "US", "+12125550100")]
    public void A_number_of_a_known_country_is_written_as_E164(string text, string? country, string number) =>
        Assert.Equal((number, null, PhoneProblem.None), Read(text, country));

    [Theory]
    [InlineData("1-800-FLOWERS", "+18003569377")]
    [InlineData("1-800-MATTRESS", "+18006288737")]
    [InlineData("1-800-go-fedex", "+18004633339")]
    public void Letters_stand_for_the_digits_of_their_keys(string text, string number) => Assert.Equal((number, null, PhoneProblem.None), Read(text, "US"));

    [Theory]
    [InlineData("+1 212 555 0100 ext. 007", "US", "+12125550100", "007")]
    [InlineData("212.555.0100x12", "US", "+12125550100", "12")]
    [InlineData("212-555-0100, extension 3", "US", "+12125550100", "3")]
    [InlineData("(212) 555-0100 #4", "US", "+12125550100", "4")]
    [InlineData("+49 30 23125-0 Durchwahl 12", "DE", "+4930231250", "12")]
    public void Extensions_are_kept_apart(string text, string country, string number, string extension) => Assert.Equal((number, extension, PhoneProblem.None), Read(text, country));

    [Theory]
    [InlineData("555-0100", "US", PhoneProblem.TooShort)]
    [InlineData("+1 212 555 01000", null, PhoneProblem.TooLong)]
    [InlineData("123-456-7890", "US", PhoneProblem.NotAssigned)]
    [InlineData("212-155-0100", "US", PhoneProblem.NotAssigned)]
    [InlineData("+0 212 555 0100", null, PhoneProblem.NotAssigned)]
    [InlineData("0000000000", "US", PhoneProblem.Placeholder)]
    [InlineData("+1 999 999 9999", null, PhoneProblem.Placeholder)]
    [InlineData("020 7946 0958", null, PhoneProblem.UnknownCountry)]
    [InlineData("2079460958", "XX", PhoneProblem.UnknownCountry)]
    [InlineData("0301", "DE", PhoneProblem.TooShort)]
    [InlineData("+999 1", null, PhoneProblem.TooShort)]
    [InlineData("+999 1234567890123", null, PhoneProblem.TooLong)]
    [InlineData("", "US", PhoneProblem.NoNumber)]
    [InlineData(".", "US", PhoneProblem.NoNumber)]
    [InlineData("n/a", "US", PhoneProblem.NoNumber)]
    [InlineData("call me", "US", PhoneProblem.NoNumber)]
    [InlineData("=1+2", "US", PhoneProblem.NoNumber)]
    [InlineData("<script>alert(1)</script>", "US", PhoneProblem.NoNumber)]
    [InlineData("\ud800", "US", PhoneProblem.NoNumber)]
    public void What_cannot_be_dialled_has_a_reason(string text, string? country, PhoneProblem problem) => Assert.Equal((null, null, problem), Read(text, country));

    [Fact]
    public void A_number_has_15_digits_at_most_with_its_calling_code()
    {
        Assert.Equal(PhoneProblem.None, PhoneNumber.ToE164("+999 123456789012", null).Problem);
        Assert.Equal(PhoneProblem.TooLong, PhoneNumber.ToE164("+999 1234567890123", null).Problem);
        Assert.Equal(PhoneProblem.TooLong, PhoneNumber.ToE164(new string('1', 3) + new string('2', 100_000), "US").Problem);
    }

    [Fact]
    public void What_is_written_reads_back_the_same_in_any_country()
    {
        foreach (var (text, country) in ((string, string)[])[("(212) 555-0100", "US"), ("020 7946 0958", "GB"), ("02 1234 5678", "IT"), ("030/23125821", "DE"), ("6123 4567", "SG")])
        {
            var number = PhoneNumber.ToE164(text, country).Number!;
            Assert.All((string?[])["US", "DE", "JP", "RU", null], other => Assert.Equal(number, PhoneNumber.ToE164(number, other).Number));
        }
    }

    private static (string? Number, string? Extension, PhoneProblem Problem) Read(string text, string? country)
    {
        var reading = PhoneNumber.ToE164(text, country);
        return (reading.Number, reading.Extension, reading.Problem);
    }
}
