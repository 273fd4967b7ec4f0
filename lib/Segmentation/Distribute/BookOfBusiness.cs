using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Who looks after which accounts: accounts, ARR and segments of each CSM, and accounts a CSM in each segment.</summary>
public sealed record BookOfBusiness : Result
{
    /// <summary>Stands in the place of the owner of accounts that nobody looks after.</summary>
    public const string Nobody = "nobody";

    /// <inheritdoc/>
    public override string ResultName => "book-of-business";

    /// <summary>Gets the dimension by whose segments the books are divided; null where no accounts were assigned.</summary>
    public required string? Dimension { get; init; }

    /// <summary>Gets one row an owner, most ARR first, then most accounts, then by name; accounts that nobody looks after last. Owner (personal), accounts, ARR, share of ARR, and the
    /// accounts in each segment, Unassigned last. Excluded accounts are in no book.</summary>
    public required Table Owners { get; init; }

    /// <summary>Gets the accounts a CSM in each segment, Unassigned last, then over all.</summary>
    public required ImmutableArray<OwnerRatio> Ratios { get; init; }

    /// <summary>Gets how books differ in size: smallest, median and largest by accounts and, where it is known, by ARR, among those who have any. No rows where nobody has.</summary>
    public required Table Spread { get; init; }

    /// <summary>Gets the ratios as a table: segment, accounts, with an owner, owners, accounts an owner, benchmark.</summary>
    public Table RatioTable => new(
        "accounts a CSM",
        Column.Of("segment", Ratios.Select(r => r.Segment ?? "all")),
        Column.Of("accounts", Ratios.Select(r => r.Accounts)),
        Column.Of("with a CSM", Ratios.Select(r => r.Owned)),
        Column.Of("CSMs", Ratios.Select(r => r.Owners)),
        Column.Of("accounts a CSM", Ratios.Select(r => r.AccountsPerOwner is { } ratio ? (double?)Math.Round(ratio, 1) : null)),
        Column.Of("benchmark, no pass mark", Ratios.Select(r => r.Benchmark is { } benchmark ? string.Create(CultureInfo.InvariantCulture, $"about {benchmark:#,0} (advisory)") : null)));

    /// <summary>Returns the books of business.</summary>
    /// <param name="assignment">The assignment. Without accounts the books are empty.</param>
    /// <param name="dimension">Name of the dimension of accounts that divides the books, without regard to case. Default null: the first that is about value, else the first.</param>
    /// <param name="options">Which segments the benchmark is about. Default <see cref="DistributionOptions.Default"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such dimension; the message lists those there are.</exception>
    public static BookOfBusiness Of(AssignmentResult assignment, string? dimension = null, DistributionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return BookCount.Of(assignment, dimension, options ?? DistributionOptions.Default);
    }

    /// <inheritdoc/>
    public override Table ToTable() => Owners;

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options) => $"<p>{WebUtility.HtmlEncode(Summary(options))}</p>{base.ToHtml(options)}{RatioTable.ToHtml(options)}";

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => $"{Summary(options)}\n{base.ToString(options)}{RatioTable.ToString(options)}";

    private string Summary(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Ratios.IsEmpty) return "No accounts were assigned.";
        var all = Ratios[^1];
        var without = $"{options.Count(all.Accounts - all.Owned)} of {options.Count(all.Accounts)} accounts have no owner";
        if (all.Owners == 0) return $"{without}: the export says of none who looks after it.";
        return string.Create(CultureInfo.InvariantCulture,
            $"{Phrase.Count(all.Owners, "owner")}; {without}. The smallest book has {Book(1)} accounts, the median {Book(2)}, the largest {Book(3)}.");

        string Book(int column) => options.Count((int)Math.Round(((NumberColumn)Spread.Columns[column])[0]!.Value));
    }
}
