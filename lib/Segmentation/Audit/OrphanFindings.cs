using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Audit;

/// <summary>Gathers what the checks for orphans count and find.</summary>
internal sealed class OrphanFindings(ArrAtStake arr)
{
    private readonly ImmutableArray<OrphanCheck>.Builder checks = ImmutableArray.CreateBuilder<OrphanCheck>();
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    public ArrAtStake Arr { get; } = arr;

    public ImmutableArray<OrphanCheck> Checks => checks.ToImmutable();

    public ImmutableArray<Finding> Findings => findings.ToImmutable();

    /// <summary>Counts rows that point at nothing; a finding where there are any.</summary>
    /// <param name="export">The export the rows belong to.</param>
    /// <param name="check">Name of the check.</param>
    /// <param name="severity">How much any such row matters.</param>
    /// <param name="what">What they are, as a noun: "accounts whose parent does not exist".</param>
    /// <param name="rows">Zero-based rows.</param>
    /// <param name="looked">Records looked at.</param>
    /// <param name="stake">ARR that hangs on the rows; null where it cannot be known, as with rows that point at no account.</param>
    /// <param name="show">Columns to show beside the rows' identity.</param>
    public void Count(Export export, string check, Severity severity, string what, int[] rows, int looked, double? stake, params IEnumerable<Column?> show)
    {
        checks.Add(new OrphanCheck(check, export.File, what, rows.Length, looked, stake));
        if (rows.Length == 0) return;
        Add(new Finding(check, export.File, severity, Invariant($"{char.ToUpperInvariant(what[0])}{what[1..]}: {rows.Length:#,0} ({(double)rows.Length / looked:0.0%} of {looked:#,0})."),
            rows.Length, (double)rows.Length / looked, stake, null, OffendingRows.None)
        { RowsOnDemand = () => OffendingRows.Of(export, what, rows, Arr, show) });
    }

    /// <summary>Says that something could not be checked, and what it would take.</summary>
    public void NotChecked(string check, string subject, string why) =>
        Add(new Finding(check, subject, Severity.Info, why, 0, null, null, null, OffendingRows.None));

    public void Add(Finding finding) => findings.Add(finding);

    /// <summary>Returns the rows for which a predicate holds.</summary>
    public static int[] Rows(Export export, Func<int, bool> holds)
    {
        var rows = new List<int>();
        for (var row = 0; row < export.Table.RowCount; row++)
        {
            if (holds(row)) rows.Add(row);
        }

        return [.. rows];
    }
}
