using System.Globalization;

namespace Segmentation.Samples;

/// <summary>Draws phone numbers from the ranges that regulators keep for fiction, so that no number rings anywhere.</summary>
/// <remarks>555-0100 to 0199 in the North American plan; Ofcom's 020 7946 0xxx; Bundesnetzagentur's (0)30 23125 xxx; Arcep's 01 99 00 xx xx;
/// ACMA's (02) 5550 xxxx; ComReg's 020 91x xxxx.</remarks>
internal static class Phones
{
    public static string Draw(Pcg32 random, string country)
    {
        var n = random.Below(10_000);
        FormattableString number = country switch
        {
            "United Kingdom" => $"+44 20 7946 0{n % 1000:000}",
            "Germany" => $"+49 30 23125 {n % 1000:000}",
            "France" => $"+33 1 99 00 {n % 100:00} {n / 100:00}",
            "Australia" => $"+61 2 5550 {n:0000}",
            "Ireland" => $"+353 20 911 {n:0000}",
            "Canada" => $"(604) 555-01{n % 100:00}",
            _ => random.Chance(.5) ? (FormattableString)$"({201 + (n / 100)}) 555-01{n % 100:00}" : $"{201 + (n / 100)}-555-01{n % 100:00}",
        };
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
