using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>How much candidates say about each other: two that say the same are one dimension.</summary>
public sealed record DimensionCandidateRedundancy : Result
{
    /// <inheritdoc/>
    public override string ResultName => "dimension-redundancy";

    /// <summary>Gets the candidates, those that divide; m names.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Gets what each pair shares, m rows of m, symmetric: information over that of the coarser of the two, less what chance gives; 0 none (chance may take it a little below), 1 where one says
    /// all of the other, and 1 on the diagonal. Null where they cannot be compared: fewer than two segments among the accounts in common.</summary>
    public required ImmutableArray<ImmutableArray<double?>> Shared { get; init; }

    /// <summary>Gets the accounts that have a segment in both, m rows of m, symmetric.</summary>
    public required ImmutableArray<ImmutableArray<int>> Accounts { get; init; }

    /// <summary>Gets how often chance alone gives each pair as much, m rows of m, symmetric; not corrected for the number of pairs. Null on the diagonal and where they cannot be compared.</summary>
    public required ImmutableArray<ImmutableArray<double?>> PValues { get; init; }

    /// <summary>Gets every pair once, the most alike first: accounts in common, what they share, and how often chance gives as much.</summary>
    public Table Pairs
    {
        get
        {
            var pairs = (from i in Enumerable.Range(0, Names.Length) from j in Enumerable.Range(i + 1, Names.Length - i - 1) orderby Shared[i][j] ?? double.NegativeInfinity descending select (i, j)).ToArray();
            return new(
                "pairs of candidates",
                Column.Of("first", pairs.Select(p => Names[p.i])),
                Column.Of("second", pairs.Select(p => Names[p.j])),
                Column.Of("accounts in common", pairs.Select(p => Accounts[p.i][p.j])),
                Column.Of("shared information", pairs.Select(p => Shared[p.i][p.j]), NumberFormat.Score),
                Column.Of("p by chance", pairs.Select(p => PValues[p.i][p.j]), NumberFormat.Score));
        }
    }

    /// <summary>Returns the matrix: one row and one column a candidate.</summary>
    public override Table ToTable() => new(
        "information that candidates share",
        [Column.Of("candidate", Names), .. Names.Select((name, j) => Column.Of(name.Equals("candidate", StringComparison.OrdinalIgnoreCase) ? $"{name} (candidate)" : name, Shared.Select(row => row[j]), NumberFormat.Score))]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var counts = Accounts.SelectMany((row, i) => row.Where((_, j) => j > i)).ToArray();
        if (counts.Length == 0) yield return "There are no two candidates to compare.";
        else yield return string.Create(CultureInfo.InvariantCulture, $"Mutual information over the entropy of the coarser of the two, less what chance gives tables of these sizes; over {options.Count(counts.Min())} to {options.Count(counts.Max())} accounts that have a segment in both.");
    }

    internal static DimensionCandidateRedundancy Of(IReadOnlyList<DimensionCandidateGroups> candidates)
    {
        var m = candidates.Count;
        var (shared, accounts, pValues) = (new double?[m, m], new int[m, m], new double?[m, m]);
        for (var i = 0; i < m; i++)
        {
            for (var j = i; j < m; j++)
            {
                var counts = Crossed(candidates[i], candidates[j]);
                var found = MutualInformation.Of(counts);
                accounts[i, j] = accounts[j, i] = found.Records;
                if (i == j) shared[i, j] = 1;
                else if (!double.IsNaN(found.Adjusted)) (shared[i, j], shared[j, i], pValues[i, j], pValues[j, i]) = (found.Adjusted, found.Adjusted, found.PValue, found.PValue);
            }
        }

        return new() { Names = [.. candidates.Select(c => c.Name)], Shared = Rows(shared), Accounts = Rows(accounts), PValues = Rows(pValues) };
    }

    private static int[][] Crossed(DimensionCandidateGroups first, DimensionCandidateGroups second)
    {
        var counts = first.Names.Select(_ => new int[second.Names.Length]).ToArray();
        for (var r = 0; r < first.Today.Length; r++)
        {
            if (first.Today[r] >= 0 && second.Today[r] >= 0) counts[first.Today[r]][second.Today[r]]++;
        }

        return counts;
    }

    private static ImmutableArray<ImmutableArray<T>> Rows<T>(T[,] matrix) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j]).ToImmutableArray())];
}
