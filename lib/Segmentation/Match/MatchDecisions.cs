using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>The decisions about matches that a person made, kept in <c>decisions/matches.yaml</c>. They never contradict each other.</summary>
public sealed record MatchDecisions : Result
{
    private MatchDecisions(ImmutableArray<MatchDecision> all) => All = all;

    /// <inheritdoc/>
    public override string ResultName => "match-decisions";

    /// <summary>Gets no decisions.</summary>
    public static MatchDecisions Empty { get; } = new([]);

    /// <summary>Gets every decision, in the order of the file: accounts first, and within a kind those that say "same".</summary>
    public ImmutableArray<MatchDecision> All { get; }

    /// <summary>Returns the decisions about one kind of record that say "same", or those that say "different".</summary>
    /// <param name="kind">Accounts or contacts.</param>
    /// <param name="same">Which of the two.</param>
    public IEnumerable<MatchDecision> Of(EntityKind kind, bool same) => All.Where(d => d.Kind == kind && d.Same == same);

    /// <summary>Returns decisions made in code.</summary>
    /// <param name="decisions">The decisions, in any order.</param>
    /// <exception cref="WorkspaceException">A decision names fewer than two records or one twice, is about neither accounts nor contacts, or two
    /// decisions contradict each other, also by way of others.</exception>
    public static MatchDecisions Of(params IEnumerable<MatchDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ImmutableArray<MatchDecision> all = [.. decisions.OrderBy(d => d.Kind).ThenByDescending(d => d.Same)];
        MatchDecisionsCheck.Run(all, "matches.yaml");
        return new(all);
    }

    /// <summary>Returns these decisions and one more.</summary>
    /// <param name="decision">The decision.</param>
    /// <exception cref="WorkspaceException">The decision contradicts another; see <see cref="Of(IEnumerable{MatchDecision})"/>.</exception>
    public MatchDecisions With(MatchDecision decision) => Of(All.Add(decision));

    /// <summary>Returns the decisions in a file; none where there is no such file.</summary>
    /// <param name="path">Path of <c>matches.yaml</c>.</param>
    /// <exception cref="WorkspaceException">The file says something unknown, or contradicts itself: the message names both lines.</exception>
    public static MatchDecisions Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? Read(File.ReadAllText(path), Path.GetFileName(path)) : Empty;
    }

    /// <summary>Returns the decisions as the text of a <c>matches.yaml</c> that loads back equal.</summary>
    public string Write() => MatchDecisionsYaml.Write(this);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "decisions about matches",
        Column.Of("records of", All.Select(d => SnakeName.Of(d.Kind))),
        Column.Of("decision", All.Select(d => d.Word)),
        Column.Of("records", All.Select(d => string.Join("; ", d.Records))),
        Column.Of("reason", All.Select(d => d.Reason)),
        Column.Of("line", All.Select(d => (double?)d.Line)));

    /// <summary>Returns the decisions in a text.</summary>
    internal static MatchDecisions Read(string text, string file)
    {
        var all = MatchDecisionsYaml.Read(text, file);
        MatchDecisionsCheck.Run(all, file);
        return new([.. all.OrderBy(d => d.Kind).ThenByDescending(d => d.Same)]);
    }
}
