using System.Text;
using System.Text.Json;

namespace Segmentation.Tests.Samples;

/// <summary>The committed sample files, read by a reader of the tests' own: what is counted here owes nothing to the library.</summary>
internal static class SampleFiles
{
    public static string Folder { get; } = Path.Combine(Repository.Folder, "data-samples");

    public static string Accounts => Path.Combine(Folder, "accounts.csv");

    public static string Contacts => Path.Combine(Folder, "contacts.csv");

    /// <summary>Returns a planted count of <c>truth/planted.json</c> by its path.</summary>
    public static long Planted(string path) => Truth().GetProperty("counts").GetProperty(path).GetInt64();

    /// <summary>Returns the planted counts below a path, by what follows it.</summary>
    public static Dictionary<string, long> PlantedBelow(string path) => Truth().GetProperty("counts").EnumerateObject()
        .Where(c => c.Name.StartsWith(path + "/", StringComparison.Ordinal))
        .ToDictionary(c => c.Name[(path.Length + 1)..], c => c.Value.GetInt64(), StringComparer.Ordinal);

    public static JsonElement Truth()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "truth", "planted.json")));
        return json.RootElement.Clone();
    }

    /// <summary>Returns the rows of a sample file that have as many fields as its header, by header; and how many have not.</summary>
    public static (List<Dictionary<string, string>> Rows, int Ragged) Read(string file)
    {
        var (delimiter, encoding) = file switch
        {
            "contacts.csv" => (';', CodePagesEncodingProvider.Instance.GetEncoding(1252)!),
            "arr_history.csv" => ('|', Encoding.UTF8),
            "engagement.csv" => ('\t', Encoding.UTF8),
            "enrichment_zoominfo.csv" => ('\t', Encoding.Unicode),
            _ => (',', Encoding.UTF8),
        };
        var records = Records(File.ReadAllText(Path.Combine(Folder, file), encoding), delimiter).ToList();
        var rows = new List<Dictionary<string, string>>();
        foreach (var record in records.Skip(1).Where(r => r.Count == records[0].Count))
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < record.Count; i++) row.TryAdd(records[0][i], record[i]);
            rows.Add(row);
        }

        return (rows, records.Count - 1 - rows.Count);
    }

    /// <summary>Splits text as RFC 4180 says, one character at a time.</summary>
    private static IEnumerable<List<string>> Records(string text, char delimiter)
    {
        var (record, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (quoted) field.Append(c);
            else if (c == delimiter || c == '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == delimiter) continue;
                yield return record;
                record = [];
            }
            else if (c != '\r') field.Append(c);
        }
    }
}
