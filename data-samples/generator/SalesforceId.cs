using System.Globalization;

namespace Segmentation.Samples;

/// <summary>Salesforce record identifiers: 15 characters that distinguish case, and three more that make the identifier safe where case is lost.</summary>
internal static class SalesforceId
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Check = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>Returns the 18-character identifier of a record.</summary>
    /// <param name="prefix">Key prefix: 001 Account, 003 Contact, 005 User.</param>
    /// <param name="number">Number of the record.</param>
    public static string Of(string prefix, int number)
    {
        Span<char> id = stackalloc char[18];
        prefix.CopyTo(id);
        "Hs00000".CopyTo(id[3..]);
        for (var i = 14; i >= 10; i--)
        {
            id[i] = Digits[number % 62];
            number /= 62;
        }

        // One check character for five of the fifteen: a bit for each capital.
        for (var part = 0; part < 3; part++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
            {
                if (char.IsAsciiLetterUpper(id[(part * 5) + i])) bits |= 1 << i;
            }

            id[15 + part] = Check[bits];
        }

        return new string(id);
    }

    /// <summary>Returns the number of a HubSpot record, which counts from a large number.</summary>
    public static string HubSpot(int number) => (50_100_000_451 + ((long)number * 37)).ToString(CultureInfo.InvariantCulture);
}
