using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Segmentation.Notebooks.Kernel;

/// <summary>The cells that this kernel ran, by number, with the text of their results. Nothing is written to disk: cells may quote the data.</summary>
/// <param name="options">How much is remembered.</param>
internal sealed class HistoryStore(KernelOptions options)
{
    // Requests name the present session 0; there is no other.
    private const int Session = 0;

    private readonly Queue<Entry> entries = new();
    private readonly Lock gate = new();

    /// <summary>Takes in a cell that ran.</summary>
    public void Add(int number, string source, string? output)
    {
        lock (gate)
        {
            entries.Enqueue(new Entry(number, source, output is null || output.Length <= options.LongestHistoryOutput ? output : $"{output[..options.LongestHistoryOutput]}…"));
            if (entries.Count > options.MostHistory) entries.Dequeue();
        }
    }

    /// <summary>Answers a request for the last cells (<c>tail</c>), those of a range of numbers (<c>range</c>), or those that fit a pattern (<c>search</c>).</summary>
    /// <exception cref="MalformedRequestException">The request asks for none of these.</exception>
    public JsonObject Answer(KernelRequest request)
    {
        var content = new RequestContent(request);
        var output = content.Flag("output", false);
        Entry[] all;
        lock (gate) all = [.. entries];
        var found = content.Text("hist_access_type") switch
        {
            "tail" => Last(all, content.Number("n")),
            "range" => Range(all, content.Number("session") ?? Session, content.Number("start") ?? 0, content.Number("stop")),
            "search" => Last(Search(all, content.Text("pattern", "*"), content.Flag("unique", false)), content.Number("n")),
            var other => throw new MalformedRequestException($"{request.Type} has the 'hist_access_type' '{other}'; expected 'tail', 'range' or 'search'."),
        };
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(entry => (JsonNode)new JsonArray(
                Session, entry.Number, output ? new JsonArray(entry.Source, entry.Output) : JsonValue.Create(entry.Source)))]),
        };
    }

    private static IEnumerable<Entry> Last(IReadOnlyCollection<Entry> all, int? most) => most is { } n ? all.TakeLast(Math.Max(n, 0)) : all;

    // The stop is not in the range. Numbers below zero count back from the cell that would run next.
    private static IEnumerable<Entry> Range(Entry[] all, int session, int start, int? stop)
    {
        if (session != Session) return [];
        var next = all.Length == 0 ? 1 : all[^1].Number + 1;
        var first = start < 0 ? next + start : start;
        var end = stop is not { } given ? next : given < 0 ? next + given : given;
        return all.Where(e => e.Number >= first && e.Number < end);
    }

    private static Entry[] Search(Entry[] all, string pattern, bool unique)
    {
        var glob = Glob(pattern);
        var found = all.Where(e => glob.IsMatch(e.Source));
        // Of equal cells the latest stays.
        return [.. unique ? found.Reverse().DistinctBy(e => e.Source).Reverse() : found];
    }

    // The whole cell must fit: * is any text, ? any one character, [a-z] one of a set. Never backtracks, whatever the pattern.
    private static Regex Glob(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '[' ? pattern.IndexOf(']', Math.Min(i + 2, pattern.Length)) : -1;
            if (close > 0)
            {
                var set = pattern[(i + 1)..close];
                var negated = set[0] == '^';
                expression.Append('[').Append(negated ? "^" : string.Empty).Append(set[(negated ? 1 : 0)..].Replace(@"\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal)).Append(']');
                i = close;
            }
            else
            {
                expression.Append(pattern[i] switch { '*' => ".*", '?' => ".", var other => Regex.Escape(other.ToString()) });
            }
        }

        try
        {
            return new Regex(expression.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            throw new MalformedRequestException($"history_request has the 'pattern' '{pattern}', which is no glob: a set in brackets must hold characters or ascending ranges, such as [a-z].");
        }
    }

    private sealed record Entry(int Number, string Source, string? Output);
}
