using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Every check of a distribution against the playbook's limits, the most severe first; a limit that holds is a row too.</summary>
public sealed record DistributionChecks : Result
{
    private DistributionChecks(AssignmentResult assignment) => Assignment = assignment;

    /// <inheritdoc/>
    public override string ResultName => "distribution-checks";

    /// <summary>Gets the checks by falling severity, then in their order: of everything, of each dimension, of each segment.</summary>
    public required ImmutableArray<DistributionCheck> Items { get; init; }

    /// <summary>Gets the records that are Unassigned and were not in the baseline: dimension, id, name, ARR, what they were, the blank field. Empty without a baseline.</summary>
    public required Table NewUnassigned { get; init; }

    /// <summary>Gets the number of checks of each severity, critical first; a severity without checks counts 0.</summary>
    public ImmutableArray<SeverityCount> CountBySeverity =>
        [.. Enum.GetValues<Severity>().OrderDescending().Select(s => new SeverityCount(s, Items.Count(c => c.Severity == s)))];

    /// <summary>Gets the checks whose limit does not hold.</summary>
    public DistributionChecks Failing => this with { Items = [.. Items.Where(c => c.Severity > Severity.Info)] };

    /// <summary>Gets the assignment.</summary>
    private AssignmentResult Assignment { get; }

    /// <summary>Returns the checks of one name: <c>segment-size</c>.</summary>
    /// <param name="check">The check's stable name.</param>
    public DistributionChecks Of(string check) => this with { Items = [.. Items.Where(c => c.Check == check)] };

    /// <summary>Returns the checks with those that need an earlier assignment: how many records are newly Unassigned in each dimension.</summary>
    /// <param name="baseline">The earlier assignment. A record counts where it has no segment now and was not Unassigned then: it had a segment, was excluded, or was not there.</param>
    public DistributionChecks Against(AssignmentResult baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var (checks, records) = BaselineCheck.Of(Assignment, baseline);
        return this with { Items = Ordered(Items.Where(c => c.Check != BaselineCheck.Name).Concat(checks)), NewUnassigned = records };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Phrase.Count(Items.Length, "check")}: {string.Join(", ", CountBySeverity.Select(c => $"{Phrase.Count(c.Count)} {Phrase.Name(c.Severity)}"))}, {Phrase.Count(Items.Count(c => c.Severity is null))} kept",
        Column.Of("severity", Items.Select(c => c.Severity is { } severity ? Phrase.Name(severity) : "none")),
        Column.Of("check", Items.Select(c => c.Check)),
        Column.Of("of", Items.Select(c => SnakeName.Of(c.Of))),
        Column.Of("dimension", Items.Select(c => c.Dimension)),
        Column.Of("segment", Items.Select(c => c.Segment)),
        Column.Of("found", Items.Select(c => c.Found)),
        Column.Of("records", Items.Select(c => c.Records)),
        Column.Of("limit", Items.Select(c => c.Limit)),
        Column.Of("set by", Items.Select(c => c.SetBy)),
        Column.Of("what to do", Items.Select(c => c.Remedy)));

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options) => Under(options).ToTable().ToHtml(options);

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => Under(options).ToTable().ToString(options);

    internal static DistributionChecks Of(DistributionResult distribution) => new(distribution.Assignment)
    {
        Items = Ordered(distribution.Totals.SelectMany(t => new SideChecks(distribution, t).All())),
        NewUnassigned = BaselineCheck.NoRecords,
    };

    // OrderBy is stable: equals stay in the order of the checks. What keeps its limit comes last, behind information.
    private static ImmutableArray<DistributionCheck> Ordered(IEnumerable<DistributionCheck> checks) => [.. checks.OrderByDescending(c => c.Severity is { } severity ? (int)severity : -1)];

    private DistributionChecks Under(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return !options.Mask ? this : this with { Items = [.. Items.Select(c => c.Under(options))] };
    }
}
