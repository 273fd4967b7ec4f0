using System.Globalization;
using System.Text;

namespace Segmentation.Samples;

/// <summary>One person as they truly are.</summary>
/// <param name="Entity">The person's true identifier.</param>
/// <param name="First">First name.</param>
/// <param name="Last">Last name.</param>
/// <param name="Employer">The company they work for; null where the vendor does not know it.</param>
/// <param name="EmployerName">Name of that company.</param>
/// <param name="EmployerDomain">Domain of that company.</param>
internal sealed record Person(string Entity, string First, string Last, Company? Employer, string EmployerName, string EmployerDomain)
{
    /// <summary>Gets the address at work.</summary>
    public string WorkEmail => $"{Ascii(First)}.{Ascii(Last)}@{EmployerDomain}";

    /// <summary>Gets another address at work, as a second system has it.</summary>
    public string ShortEmail => $"{Ascii(First)[0]}{Ascii(Last)}@{EmployerDomain}";

    /// <summary>Returns a name in lower case with ASCII letters only.</summary>
    public static string Ascii(string name)
    {
        var ascii = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            ascii.Append(c switch
            {
                'ä' or 'á' or 'å' => "a",
                'é' or 'è' or 'ë' => "e",
                'í' => "i",
                'ñ' => "n",
                'ö' or 'ø' or 'ó' => "o",
                'ü' => "u",
                _ => c.ToString(CultureInfo.InvariantCulture),
            });
        }

        return ascii.ToString();
    }
}
