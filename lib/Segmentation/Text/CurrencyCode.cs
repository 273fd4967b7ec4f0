using System.Collections.Frozen;

namespace Segmentation.Text;

/// <summary>Currencies as exports spell them.</summary>
public static class CurrencyCode
{
    /// <summary>The active codes of ISO 4217 that money is kept in.</summary>
    private const string Codes =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR " +
        "FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK " +
        "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL " +
        "THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

    /// <summary>Signs and names that mean one currency only. "¥" and "kr" are left out: two and three currencies use them.</summary>
    private const string Names =
        """
        AUD|A$|AU$|Australian Dollar
        BRL|R$|Brazilian Real
        CAD|C$|CA$|CDN$|Canadian Dollar
        CHF|SFr|Swiss Franc|Schweizer Franken
        CNY|RMB|CN¥|Yuan|Renminbi
        EUR|€|Euro|Euros
        GBP|£|Pound Sterling|British Pound|Sterling
        HKD|HK$|Hong Kong Dollar
        ILS|₪|Shekel
        INR|₹|Indian Rupee
        JPY|JP¥|Yen|Japanese Yen
        KRW|₩|Won
        MXN|MX$|Mexican Peso
        NZD|NZ$|New Zealand Dollar
        PLN|zł|Zloty|Polish Zloty
        SGD|S$|SG$|Singapore Dollar
        SEK|Swedish Krona
        NOK|Norwegian Krone
        DKK|Danish Krone
        TRY|₺|Turkish Lira
        USD|US$|U.S. Dollar|US Dollar|US Dollars|American Dollar
        ZAR|South African Rand
        """;

    private static readonly FrozenDictionary<string, string> Known = Read();

    /// <summary>Returns the ISO 4217 code of a currency given by code, sign or name ("eur", "€", "Euro" → "EUR"); null where it is none, or several share the sign.</summary>
    /// <param name="currency">The currency; case and spaces around it do not count, nor a name after the code ("USD - U.S. Dollar").</param>
    /// <param name="dollarSign">Code that a bare "$" stands for: some twenty currencies use it. Default USD.</param>
    public static string? Of(string currency, string dollarSign = "USD")
    {
        ArgumentNullException.ThrowIfNull(currency);
        var text = Key(currency);
        if (text == "$") return dollarSign;
        if (Known.TryGetValue(text, out var code)) return code;
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 ? Known.GetValueOrDefault(text[..dash].Trim()) : null;
    }

    private static string Key(string text) => Folding.Fold(text).Trim();

    private static FrozenDictionary<string, string> Read()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in Codes.Split(' ')) known[Key(code)] = code;
        foreach (var line in Names.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('|');
            foreach (var name in parts.Skip(1)) known[Key(name)] = parts[0];
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
