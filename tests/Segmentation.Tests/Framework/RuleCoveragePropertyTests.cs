using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Criteria;
using Segmentation.Framework;

namespace Segmentation.Tests.Framework;

/// <summary>The cells against brute force: assignment of every record of a grid on which every difference between the rules shows.</summary>
public sealed class RuleCoveragePropertyTests
{
    public static IEnumerable<object[]> Batches => Enumerable.Range(0, 8).Select(b => new object[] { b * 50 });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Random_rules_are_found_as_a_grid_of_records_finds_them(int first)
    {
        for (var seed = first; seed < first + 50; seed++)
        {
            var rules = RandomRules.Of(seed);
            var (grid, dimension) = (rules.Grid, rules.Framework.Dimensions[0]);
            var findings = RuleCoverage.Analyse(rules.Framework, grid).Findings;
            var assigned = Assignment.Run(rules.Framework, grid);
            var place = assigned.Dimensions[0];
            var answers = dimension.Segments.Select(s => s.Criteria.Evaluate(grid.Fields, grid.AsOf)).ToArray();
            var rows = Enumerable.Range(0, grid.Count).Where(r => assigned.Exclusion[r] < 0).ToArray();

            // Gaps: the records that no rule covers, each in exactly one finding, and no finding that no record of the grid is in.
            var gaps = findings.Where(f => f.Kind is CoverageKind.Gap or CoverageKind.BoundaryInNone).ToArray();
            Agree(rows.Count(r => place.State[r] == AssignmentState.Uncovered), gaps.Sum(f => f.Records!.Value), "records in gaps");
            Agree(0, gaps.Count(f => f.Records == 0), "gaps that the grid does not know");

            // Overlaps: by the exact set of rules that hold.
            var expected = rows.Select(r => string.Join(", ", dimension.Segments.Where((s, i) => answers[i][r] == Truth.True && s.Criteria.Root is not Always).Select(s => s.Name)))
                .Where(s => s.Contains(',', StringComparison.Ordinal)).GroupBy(s => s).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
            var found = findings.Where(f => f.Kind is CoverageKind.Overlap or CoverageKind.BoundaryInTwo).GroupBy(f => string.Join(", ", f.Segments))
                .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Sum(f => f.Records)}");
            Agree(string.Join("; ", expected), string.Join("; ", found), "overlaps");

            // Rules that put nobody anywhere.
            for (var s = 0; s < dimension.Segments.Length; s++)
            {
                var reached = rows.Where(r => answers[s][r] == Truth.True).ToArray();
                var kind = !answers[s].Contains(Truth.True) ? CoverageKind.Contradiction : reached.Length == 0 ? CoverageKind.Unreachable
                    : reached.All(r => place.Segment[r] != s) ? CoverageKind.Shadowed : (CoverageKind?)null;
                var name = dimension.Segments[s].Name;
                var said = findings.Where(f => f.Severity != Severity.Warn && f.Kind is CoverageKind.Contradiction or CoverageKind.Unreachable or CoverageKind.Shadowed && f.Segments.SequenceEqual([name])).ToArray();
                Agree(kind?.ToString() ?? string.Empty, string.Join(' ', said.Select(f => f.Kind)), name);
                if (kind == CoverageKind.Shadowed) Agree(reached.Length, said[0].Records!.Value, name);
            }

            void Agree<T>(T wanted, T seen, string what) => Assert.True(Equals(wanted, seen), $"seed {seed}, {what}: grid {wanted}, cells {seen}{Environment.NewLine}{rules.Text()}");
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_finding_has_an_example_that_is_one_and_a_criterion_that_is_true_there_and_nowhere_else(int first)
    {
        for (var seed = first; seed < first + 50; seed++)
        {
            var rules = RandomRules.Of(seed);
            var (grid, dimension) = (rules.Grid, rules.Framework.Dimensions[0]);
            var assigned = Assignment.Run(rules.Framework, grid);
            foreach (var finding in RuleCoverage.Analyse(rules.Framework, grid).Findings)
            {
                if (finding.Criteria is { } criteria)
                {
                    var holds = Criterion.Parse(criteria, [.. rules.Framework.Fields.Select(f => f.Definition)]).Evaluate(grid.Fields, grid.AsOf);
                    var count = Enumerable.Range(0, grid.Count).Count(r => assigned.Exclusion[r] < 0 && holds[r] == Truth.True);
                    Assert.True(count == finding.Records, $"seed {seed}: {criteria} holds for {count}, the finding has {finding.Records}{Environment.NewLine}{rules.Text()}");
                }

                if (finding.Kind is not (CoverageKind.Gap or CoverageKind.BoundaryInNone or CoverageKind.Overlap or CoverageKind.BoundaryInTwo)) continue;
                var holding = dimension.Segments.Where(s => s.Criteria.Root is not Always && s.Criteria.Evaluate(finding.Example, grid.AsOf)[0] == Truth.True).Select(s => s.Name);
                var meant = finding.Kind is CoverageKind.Overlap or CoverageKind.BoundaryInTwo ? string.Join(", ", finding.Segments) : string.Empty;
                Assert.True(meant == string.Join(", ", holding), $"seed {seed}: {finding.Cell}, example {CellWords.Example(finding.Example)}{Environment.NewLine}{rules.Text()}");
            }
        }
    }
}
