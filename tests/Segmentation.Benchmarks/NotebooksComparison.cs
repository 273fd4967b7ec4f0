using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using static Segmentation.Benchmarks.Medians;

namespace Segmentation.Benchmarks;

/// <summary>Our kernel and ipykernel side by side, as Jupyter's own client sees them: each run one process of each, in turn; what takes long is measured once.</summary>
public static class NotebooksComparison
{
    private const string Notebook = "01-audit.ipynb";

    // What is measured, by its name in the script's answer; the format of its figures, and what we ask of ourselves.
    private static readonly ImmutableArray<Figure> OfSession =
    [
        new("start to kernel_info answered, ms", "ready", "#,0"), new("start to first result of `1 + 1`, ms", "first", "#,0", 900),
        new("kernel_info, round trip, p50, ms", "info", "0.00", 0.7), new("kernel_info, round trip, p95, ms", "info95", "0.00"),
        new("`1 + 1` to idle, p50, ms", "trivial", "0.0", 12), new("`1 + 1` to idle, p95, ms", "trivial95", "0.0"), new("print to idle, p50, ms", "print", "0.0"),
        new("200 mixed cells: 1 to 10, p50, ms", "early", "0.0"), new("200 mixed cells: 191 to 200, p50, ms", "late", "0.0"),
        new("after 200 mixed cells: resident, MiB", "rss", "#,0"), new("after 200 mixed cells: managed, MiB", "managed", "0.0"), new("managed a mixed cell, MiB", "managedPerCell", "0.000", 0.1),
        new("interrupt of an endless loop to idle, ms", "interrupt", "0", 250), new("restart to kernel_info answered, ms", "restart", "#,0"),
    ];

    private static readonly ImmutableArray<Figure> OfLong =
    [
        new("after 1,000 mixed cells: resident, MiB", "rss1000", "#,0", 600), new("after 1,000 mixed cells: managed, MiB", "managed1000", "0.0"),
        new("notebook, first run, ms", "time1", "#,0"), new("notebook, 50th run, ms", "time50", "#,0"),
        new("after run 1: resident, MiB", "rss1", "#,0"), new("after run 10: resident, MiB", "rss10", "#,0"), new("after run 50: resident, MiB", "rss50", "#,0"),
        new("after run 1: managed, MiB", "managed1", "0.0"), new("after run 10: managed, MiB", "managed10", "0.0"), new("after run 50: managed, MiB", "managed50", "0.0"),
    ];

    /// <summary>Runs the comparison and returns it as Markdown.</summary>
    /// <param name="options">How many runs; the numbers of rows do not matter here.</param>
    /// <exception cref="InvalidOperationException">A kernel failed, or there is no Python with ipykernel.</exception>
    public static string Run(ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var repository = Repository.Folder;
        var (python, script) = (Peers.Python("ipykernel"), Path.Combine(repository, "tests", "Segmentation.Benchmarks", "peers", "notebook_kernels.py"));
        var kernel = Publication.PublishKernel(repository);
        ImmutableArray<(Contender Contender, string Subject)> contenders =
        [
            (new("Segmentation", true, python, [script, "segmentation", kernel, "{part}", "{subject}"]), Path.Combine(repository, "notebooks", Notebook)),
            (new("ipykernel", true, python, [script, "ipykernel", "-", "{part}", "{subject}"]), Path.Combine(repository, "data-samples")),
        ];
        var text = new StringBuilder();
        Append(text, $"One session through jupyter_client, median of {options.Runs}", OfSession, Measure(contenders, "session", options.Runs));
        Append(text, $"Long sessions, one run: 1,000 mixed cells; then 50 runs of the cells of {Notebook} in one session, beside 50 runs of five plain Python cells that read the same accounts.csv and sum by group (far less work: not the same analysis)", OfLong, Measure(contenders, "long", 1));
        return text.ToString();
    }

    private static ImmutableArray<ImmutableArray<Dictionary<string, double>>> Measure(ImmutableArray<(Contender Contender, string Subject)> contenders, string part, int runs)
    {
        var results = contenders.Select(_ => ImmutableArray.CreateBuilder<Dictionary<string, double>>(runs)).ToArray();
        for (var run = 0; run < runs; run++)
        {
            foreach (var ((contender, subject), result) in contenders.Zip(results))
            {
                var (output, seconds) = contender.Run(a => a.Replace("{part}", part, StringComparison.Ordinal).Replace("{subject}", subject, StringComparison.Ordinal));
                result.Add(JsonSerializer.Deserialize<Dictionary<string, double>>(output) ?? throw new InvalidOperationException($"{contender.Name} printed nothing."));
                Console.Error.WriteLine(FormattableString.Invariant($"{part}, run {run + 1} of {runs}: {contender.Name} took {seconds:0.0} s"));
            }
        }

        return [.. results.Select(r => r.ToImmutable())];
    }

    private static void Append(StringBuilder text, string title, ImmutableArray<Figure> figures, ImmutableArray<ImmutableArray<Dictionary<string, double>>> results)
    {
        text.Append(title).Append("\n\n| | Segmentation | ipykernel | ratio | target |\n|---|---:|---:|---:|---:|\n");
        foreach (var figure in figures)
        {
            // Python has no managed memory of its own to tell of: the script leaves that out.
            var ours = Median(results[0], r => r[figure.Key]);
            double? theirs = results[1].All(r => r.ContainsKey(figure.Key)) ? Median(results[1], r => r[figure.Key]) : null;
            string[] cells = [figure.Name, Show(ours, figure.Format), Show(theirs, figure.Format), Show(ours / theirs, "0.00"), figure.Target is { } target ? "≤ " + Show(target, "0.##") : string.Empty];
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Show(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;

    private sealed record Figure(string Name, string Key, string Format, double? Target = null);
}
