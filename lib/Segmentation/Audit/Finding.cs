using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>What one check of the audit found.</summary>
/// <param name="Check">Stable name of the check in lower-case words joined by hyphens, such as <c>completeness-industry</c>.</param>
/// <param name="Subject">What was looked at: table, or table and field.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The finding in one sentence, with its figures, as the architect would say it.</param>
/// <param name="Count">Records concerned.</param>
/// <param name="Share">Records concerned as a proportion of those checked; null where nothing was checked.</param>
/// <param name="ArrAtStake">ARR of the accounts concerned, in the workspace's currency; null where it cannot be known.</param>
/// <param name="Limit">The limit applied, in words with its figure and where it comes from; null where none applies.</param>
/// <param name="Rows">The offending rows, each with its number among the file's data rows (one-based); rows and cells kept aside with their line. Empty where the finding is about a figure.</param>
public sealed record Finding(
    string Check,
    string Subject,
    Severity Severity,
    string Message,
    int Count,
    double? Share,
    double? ArrAtStake,
    string? Limit,
    Table Rows)
{
    private readonly Lazy<Table> rows = new(Rows);

    /// <summary>Gets the offending rows, each with its number among the file's data rows (one-based); rows and cells kept aside with their line. Empty where the finding is about a figure.</summary>
    public Table Rows
    {
        get => rows.Value;
        init => rows = new Lazy<Table>(value);
    }

    /// <summary>Sets the rows as a table that is made when it is first asked for: a finding about most of a large file costs nothing until somebody looks.</summary>
    internal Func<Table> RowsOnDemand
    {
        init => rows = new Lazy<Table>(value);
    }

    /// <summary>Returns the finding as it may be shown: under a mask, a sentence about fewer records than the smallest cell loses its figures.</summary>
    internal Finding Under(RenderOptions options) => !options.Mask || Count <= 0 || Count >= options.SmallCell ? this : this with
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"{Subject}: fewer than {options.SmallCell} records under {Check}."),
        Share = null,
        ArrAtStake = null,
    };
}
