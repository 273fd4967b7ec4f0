using System.Globalization;
using BenchmarkDotNet.Running;
using Segmentation.Benchmarks;

switch (args)
{
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(ProfileBenchmarks), typeof(PicklistBenchmarks)]).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
        return 0;
    case ["audit", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(AuditComparison.Run(options));
        return 0;
    case ["match", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(MatchComparison.Run(options));
        return 0;
    case ["assign", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(AssignComparison.Run(options));
        return 0;
    case ["bootstrap", .. var rest] when Options(rest, BootstrapComparison.Default) is { } options:
        Console.WriteLine(BootstrapComparison.Run(options));
        return 0;
    case ["kmeans", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(KMeansComparison.Run(options));
        return 0;
    case ["binning", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(BinningComparison.Run(options));
        return 0;
    case ["cuts", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(CutsComparison.Run(options));
        return 0;
    case ["survival", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(SurvivalComparison.Run(options));
        return 0;
    case ["retention", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(RetentionComparison.Run(options));
        return 0;
    case ["cox", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(CoxComparison.Run(options));
        return 0;
    case ["notebooks", .. var rest] when Options(rest) is { } options:
        Console.WriteLine(NotebooksComparison.Run(options));
        return 0;
    case ["picklists"]:
        BenchmarkSwitcher.FromTypes([typeof(PicklistBenchmarks)]).Run(["--filter", "*"]);
        return 0;
    default:
        Console.Error.WriteLine(
            "Expected 'audit', 'match', 'assign', 'bootstrap', 'kmeans', 'binning', 'cuts', 'survival', 'retention' or 'cox', each with [--rows 10000,100000,1000000] [--runs 5], for whole processes side by side with their peers; 'notebooks' [--runs 5] for our kernel beside ipykernel; or 'picklists' or 'micro' for BenchmarkDotNet. " +
            "Example: dotnet run -c Release --project tests/Segmentation.Benchmarks -- audit --rows 10000,100000 --runs 3");
        return 2;
}

static ComparisonOptions? Options(string[] args, ComparisonOptions? defaults = null)
{
    var options = defaults ?? ComparisonOptions.Default;
    for (var i = 0; i + 1 < args.Length; i += 2)
    {
        var numbers = args[i + 1].Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        if (numbers.Any(n => n < 1)) return null;
        switch (args[i])
        {
            case "--rows": options = options with { Rows = [.. numbers.Order()] }; break;
            case "--runs": options = options with { Runs = numbers[0] }; break;
            default: return null;
        }
    }

    return args.Length % 2 == 0 ? options : null;
}
