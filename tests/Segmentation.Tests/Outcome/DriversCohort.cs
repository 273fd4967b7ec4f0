using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tables;

namespace Segmentation.Tests.Outcome;

/// <summary>Cohorts in memory: accounts of known segments and fates, each dimension over a field of its own.</summary>
internal static class DriversCohort
{
    /// <summary>C. R. Charig and others, British Medical Journal 292, 1986, 879-882: kidney stones removed (success) by open surgery and by percutaneous nephrolithotomy; here a failure is churn.</summary>
    public static OutcomeCohort KidneyStones { get; } = OfCounts(
        ("Treatment", ["Open", "Percutaneous"]), ("Stone", ["Small", "Large"]),
        [(0, 0, 81, 87), (0, 1, 192, 263), (1, 0, 234, 270), (1, 1, 55, 80)]);

    /// <summary>Admissions to Berkeley's six largest departments in 1973, applicants rejected as churned (P. J. Bickel, E. A. Hammel and J. W. O'Connell, Science 187, 1975, 398-404; counts as R's UCBAdmissions).</summary>
    public static OutcomeCohort Berkeley { get; } = OfCounts(
        ("Gender", ["Male", "Female"]), ("Department", ["A", "B", "C", "D", "E", "F"]),
        [
            (0, 0, 512, 825), (1, 0, 89, 108), (0, 1, 353, 560), (1, 1, 17, 25), (0, 2, 120, 325), (1, 2, 202, 593),
            (0, 3, 138, 417), (1, 3, 131, 375), (0, 4, 53, 191), (1, 4, 94, 393), (0, 5, 22, 373), (1, 5, 24, 341),
        ]);

    /// <summary>Returns a cohort.</summary>
    /// <param name="dimensions">Name and segments of each dimension.</param>
    /// <param name="places">Per dimension, the zero-based segment of each account; -1 where it is Unassigned.</param>
    /// <param name="churned">Whether each account churned.</param>
    /// <param name="days">Days until then, or watched; 90 where null.</param>
    /// <param name="knownTodayOnly">Dimensions whose field is known as of today only.</param>
    public static OutcomeCohort Of((string Name, string[] Segments)[] dimensions, int[][] places, bool[] churned, double[]? days = null, params string[] knownTodayOnly)
    {
        string[] fields = [.. dimensions.Select((_, d) => $"field_{d}")];
        FieldDefinition[] definitions = [.. fields.Select(f => new FieldDefinition(f, FieldType.Text))];
        Dimension[] made = [.. dimensions.Select((d, i) => new Dimension(d.Name, DimensionKind.Firmographic, EntityKind.Accounts, [.. d.Segments.Select(s => new Segment(s, Criterion.Parse($"{fields[i]} = \"{s}\"", definitions)))]))];
        var framework = new SegmentationFramework { Version = "v1", Fields = [.. definitions.Select(d => new FrameworkField(EntityKind.Accounts, d))], Dimensions = [.. made] };
        ImmutableArray<int> none = [.. churned.Select(_ => -1)];
        return new()
        {
            Framework = framework,
            Options = OutcomeOptions.Default with { AssumedUnchanged = [.. fields.Where((_, i) => !knownTodayOnly.Contains(dimensions[i].Name))] },
            Start = new(2025, 9, 30),
            End = new(2025, 12, 31),
            IsClosed = true,
            Source = SegmentSource.Replayed,
            Assigned = new()
            {
                Framework = framework,
                Records = new()
                {
                    Of = EntityKind.Accounts,
                    AsOf = new(2025, 9, 30),
                    Ids = Column.Of("id", churned.Select((_, i) => $"A{i}")),
                    Fields = new Table("accounts", fields.Select((f, d) => (Column)Column.Of(f, places[d].Select(p => p < 0 ? null : dimensions[d].Segments[p])))),
                },
                Exclusion = none,
                OpenExclusion = none,
                Dimensions = [.. made.Select((d, i) => new DimensionAssignment(d, [.. places[i]], [.. places[i].Select(p => p < 0 ? AssignmentState.Uncovered : AssignmentState.Matched)], none))],
            },
            ArrAtStart = [.. churned.Select(_ => 100d)],
            ArrAtEnd = [.. churned.Select(c => c ? 0d : 100)],
            Churned = [.. churned],
            Days = days is null ? [.. churned.Select(_ => 90d)] : [.. days],
            TenureDays = [.. churned.Select(_ => double.NaN)],
            UpForRenewal = [.. churned.Select(_ => (bool?)null)],
        };
    }

    /// <summary>Returns a cohort of two dimensions from how many stayed of how many in each combination.</summary>
    private static OutcomeCohort OfCounts((string, string[]) first, (string, string[]) second, (int First, int Second, int Stayed, int All)[] cells)
    {
        var accounts = cells.SelectMany(c => Enumerable.Range(0, c.All).Select(i => (c.First, c.Second, Churned: i >= c.Stayed))).ToArray();
        return Of([first, second], [[.. accounts.Select(a => a.First)], [.. accounts.Select(a => a.Second)]], [.. accounts.Select(a => a.Churned)]);
    }
}
