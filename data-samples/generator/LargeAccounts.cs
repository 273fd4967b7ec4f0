using System.Globalization;
using System.Text;

namespace Segmentation.Samples;

/// <summary>Writes an accounts export of any size, to measure speed and memory on.</summary>
public static class LargeAccounts
{
    private const ulong Seed = 41;
    private const double Filled = .78;

    private static readonly string[] Headers =
    [
        "Account ID", "Account Name", "Website", "Phone", "Account Owner Email", "Description", "External ID", "Billing Street", "Industry", " Employees ", "Annual Revenue", "ARR",
        "Account Currency", "Billing City", "Billing State/Province", "Billing Zip/Postal Code", "Billing Country", "Type", "Customer_Tier__c", "Health_Score__c", "Created Date", "Last Modified Date", "Last Activity", "Active",
    ];

    /// <summary>
    /// Writes rows of 24 columns, about 255 bytes each: the first 8 columns nearly unique, about 5% of the fields quoted, 78% of them filled; text, currency, numbers and dates.
    /// </summary>
    /// <param name="path">The file; replaced where it stands.</param>
    /// <param name="rows">Data rows, at least 0.</param>
    public static void Write(string path, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', Headers));
        var random = new Pcg32(Seed, 1);
        var firstDay = new DateOnly(2016, 1, 1);
        for (var row = 0; row < rows; row++)
        {
            var (country, _, _, places) = Words.Countries[random.Below(Words.Countries.Length)];
            var (city, state, postal) = random.Pick(places);
            var (industry, _, nouns) = random.Pick(Words.Industries);
            var stem = random.Pick(Words.StemStarts) + random.Pick(Words.StemEnds);
            var employees = (int)(12 * StableMath.Exp(1.7 * (random.Normal() + 1.2)));
            var created = firstDay.AddDays(random.Below(3_600));
            writer.Write(SalesforceId.Of("001", row));
            Put($"{stem} {random.Pick(nouns)} {row}", quoted: random.Chance(.1));
            Put($"https://www.{stem.ToLowerInvariant()}-{row}.example");
            Put($"({200 + random.Below(790)}) 555-01{random.Below(100):00} x{random.Below(10_000)}");
            Put($"owner.{random.Below(900_000)}@vendor.example");
            var separator = random.Chance(.3) ? "," : " -";
            Put($"{industry} since {created.Year}{separator} note {random.NextUInt32():x8}", quoted: separator == ",");
            Put($"EXT-{random.NextUInt32():X8}");
            Put($"{random.Below(9_999)} {random.Pick(Words.Streets)} {random.Below(999)}");
            Put($"{industry}");
            Put($"{employees}");
            Put($"{employees * 140L * (1 + random.Below(5))}000");
            Put($"${employees * (long)random.Between(20, 90):#,##0}.{random.Below(2) * 5}0 ", quoted: true);
            Put($"USD");
            Put($"{city}");
            Put($"{state}");
            Put($"{postal.Replace('#', (char)('0' + random.Below(10)))}");
            Put($"{country}");
            Put($"{random.Pick(Kinds)}");
            Put($"{random.Pick(Tiers)}");
            Put($"{random.Below(101)}");
            Put($"{created:yyyy-MM-dd}");
            Put($"{created.AddDays(random.Below(400)):yyyy-MM-dd}");
            Put($"{created.AddDays(random.Below(400)):MM/dd/yyyy}");
            Put($"{(random.Chance(.8) ? "TRUE" : "FALSE")}");
            writer.WriteLine();
        }

        void Put(FormattableString value, bool quoted = false)
        {
            writer.Write(',');
            if (!random.Chance(Filled)) return;
            if (quoted) writer.Write('"');
            writer.Write(value.ToString(CultureInfo.InvariantCulture));
            if (quoted) writer.Write('"');
        }
    }

    private static readonly string[] Kinds = ["Customer", "Customer", "Prospect", "Partner", "Former Customer"];

    private static readonly string[] Tiers = ["SMB", "SMB", "Mid-Market", "Enterprise"];
}
