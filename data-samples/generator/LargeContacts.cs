using System.Globalization;
using System.Text;

namespace Segmentation.Samples;

/// <summary>Writes a contacts export of any size with duplicates planted in it, to measure the search for them on.</summary>
public static class LargeContacts
{
    private const ulong Seed = 43;
    private const double Repeated = .104;
    private const double RepeatedAgain = .06;
    private const int RowsPerCompany = 13;
    private const int RowsPerLastName = 100;
    private const int FewestLastNames = 400;

    private static readonly string[] Headers =
        ["Contact ID", "First Name", "Last Name", "Email", "Phone", "Title", "Account Name", "Mailing City", "Mailing Country", "Created Date", "Last Activity"];

    private static readonly string[] LastNameTails = ["", "s", "a", "er", "o", "en", "i", "el", "um", "ka"];
    private static readonly string[] Levels = ["", "Senior ", "Head of ", "Director of ", "VP ", "Manager, ", "Chief "];
    private static readonly string[] Teams = ["Sales", "Marketing", "Operations", "Finance", "Engineering", "Procurement", "Human Resources", "Information Technology", "Legal", "Customer Success"];
    private static readonly string[] Suffixes = ["", "", " Inc.", " LLC", " Ltd", " GmbH"];

    /// <summary>
    /// Writes rows of 11 columns, about 130 bytes each: one person in ten stands in two rows, some in three, spelled differently, with values missing or changed;
    /// about 105 true pairs for 1,000 rows. Companies and family names grow with the rows, so that the pairs that share one grow in proportion.
    /// </summary>
    /// <param name="path">The file; replaced where it stands.</param>
    /// <param name="truth">The file that says which person each row is, <c>Contact ID,Person</c> in row order; replaced where it stands.</param>
    /// <param name="rows">Data rows, at least 0.</param>
    public static void Write(string path, string truth, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        using var writer = Open(path);
        using var answers = Open(truth);
        writer.WriteLine(string.Join(',', Headers));
        answers.WriteLine("Contact ID,Person");
        var order = new Pcg32(Seed, 1);
        var records = Records(order, rows);
        order.Shuffle(records);
        var market = (Companies: Math.Max(1, rows / RowsPerCompany), LastNames: Math.Min(Words.LastNameStarts.Length * Words.StemEnds.Length * LastNameTails.Length, Math.Max(FewestLastNames, rows / RowsPerLastName)));
        for (var row = 0; row < rows; row++)
        {
            var (person, copy) = records[row];
            var id = SalesforceId.Of("003", row);
            // A stream of its own for each person: a row can be written without the others of that person at hand.
            var contact = Draw(new Pcg32(Seed, (ulong)person + 2), market.Companies, market.LastNames);
            if (copy > 0) Disturb(new Pcg32(Seed + (ulong)copy, (ulong)person + 2), contact, market.Companies);
            writer.Write(id);
            foreach (var value in contact)
            {
                writer.Write(',');
                var quoted = value.Contains(',', StringComparison.Ordinal);
                if (quoted) writer.Write('"');
                writer.Write(value);
                if (quoted) writer.Write('"');
            }

            writer.WriteLine();
            answers.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id},P{person + 1}"));
        }
    }

    private static StreamWriter Open(string path) => new(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };

    private static List<(int Person, int Copy)> Records(Pcg32 random, int rows)
    {
        var records = new List<(int, int)>(rows);
        for (var person = 0; records.Count < rows; person++)
        {
            records.Add((person, 0));
            if (records.Count == rows || !random.Chance(Repeated)) continue;
            records.Add((person, 1));
            if (records.Count < rows && random.Chance(RepeatedAgain)) records.Add((person, 2));
        }

        return records;
    }

    /// <summary>Returns the values of a person after the id, in the headers' order; a few companies have many people.</summary>
    private static string[] Draw(Pcg32 random, int companies, int lastNames)
    {
        var first = Words.FirstNames[Math.Min(random.Below(Words.FirstNames.Length), random.Below(Words.FirstNames.Length))];
        var number = random.Below(lastNames);
        var last = Words.LastNameStarts[number % Words.LastNameStarts.Length]
            + Words.StemEnds[number / Words.LastNameStarts.Length % Words.StemEnds.Length]
            + LastNameTails[number / (Words.LastNameStarts.Length * Words.StemEnds.Length)];
        var company = Company(random, companies);
        var (country, _, _, places) = Words.Countries[random.Below(Words.Countries.Length)];
        var created = new DateOnly(2016, 1, 1).AddDays(random.Below(3_600));
        var distinguishing = random.Chance(.2) ? random.Below(100).ToString(CultureInfo.InvariantCulture) : string.Empty;
        return
        [
            first,
            last,
            random.Chance(.15) ? string.Empty : $"{Person.Ascii(first)}.{Person.Ascii(last)}{distinguishing}@{Domain(company)}",
            random.Chance(.3) ? string.Empty : Text($"({200 + random.Below(790)}) 555-01{random.Below(100):00} x{random.Below(10_000):0000}"),
            random.Pick(Levels) + random.Pick(Teams),
            company,
            random.Pick(places).City,
            country,
            Text($"{created:yyyy-MM-dd}"),
            Text($"{created.AddDays(random.Below(400)):yyyy-MM-dd}"),
        ];
    }

    /// <summary>Spells a person as a second form or a colleague would have: typing errors, initials, other addresses, values left out.</summary>
    private static void Disturb(Pcg32 random, string[] contact, int companies)
    {
        var (first, last) = (contact[0], contact[1]);
        contact[0] = random.NextDouble() switch { < .15 => Mistype(random, first), < .23 => first[..1] + ".", < .28 => first.ToUpperInvariant(), < .31 => string.Empty, _ => first };
        contact[1] = random.NextDouble() switch { < .15 => Mistype(random, last), < .20 => last.ToUpperInvariant(), < .23 => last + " Jr", _ => last };
        contact[2] = random.NextDouble() switch
        {
            < .30 => string.Empty,
            < .40 => $"{Person.Ascii(first)[0]}{Person.Ascii(last)}@{Domain(contact[5])}",
            < .45 => $"{Person.Ascii(first)}{Person.Ascii(last)}{random.Below(1_000)}@mail.example",
            < .50 => Mistype(random, contact[2]),
            < .60 => contact[2].ToUpperInvariant(),
            _ => contact[2],
        };
        contact[3] = random.NextDouble() switch { < .35 => string.Empty, < .45 => Text($"({200 + random.Below(790)}) 555-01{random.Below(100):00} x{random.Below(10_000):0000}"), _ => contact[3].Replace(") ", "-", StringComparison.Ordinal).TrimStart('(') };
        if (random.Chance(.3)) contact[4] = random.Pick(Levels) + random.Pick(Teams);
        contact[5] = random.NextDouble() switch { < .15 => contact[5] + random.Pick(Suffixes), < .20 => contact[5].ToUpperInvariant(), < .25 => Mistype(random, contact[5]), < .29 => Company(random, companies), < .32 => string.Empty, _ => contact[5] };
        if (random.Chance(.1)) contact[6] = string.Empty;
    }

    // Density x^(1/1.7 - 1) over the companies: the largest of 100,000 employs about one person in a thousand.
    private static string Company(Pcg32 random, int companies)
    {
        var number = (int)(companies * StableMath.Exp(1.7 * StableMath.Log(1 - random.NextDouble())));
        number = Math.Min(number, companies - 1);
        var nouns = Words.Industries[number % Words.Industries.Length].Nouns;
        return Text($"{Words.StemStarts[number % Words.StemStarts.Length]}{Words.StemEnds[number / 7 % Words.StemEnds.Length]} {nouns[number % nouns.Length]} {number}");
    }

    private static string Domain(string company) => company.ToLowerInvariant().Replace(' ', '-') + ".example";

    /// <summary>Makes one typing error: two neighbours swapped, a letter left out, doubled or hit beside.</summary>
    private static string Mistype(Pcg32 random, string text)
    {
        if (text.Length < 3) return text;
        var at = 1 + random.Below(text.Length - 2);
        return random.Below(4) switch
        {
            0 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            1 => text.Remove(at, 1),
            2 => text.Insert(at, text[at].ToString()),
            _ => $"{text[..at]}{(char)('a' + random.Below(26))}{text[(at + 1)..]}",
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
