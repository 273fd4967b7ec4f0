using System.Collections.Immutable;
using Segmentation.Framework;
using Segmentation.Load;
using static System.FormattableString;

namespace Segmentation.Assign;

/// <summary>Says which records changed place between two assignments, and why.</summary>
public static class Movements
{
    private static readonly ImmutableArray<EntityKind> Sides = [EntityKind.Accounts, EntityKind.Contacts];

    /// <summary>Returns every record whose place changed in a dimension that both frameworks have: entered, left or moved, Unassigned and Excluded being places, too.</summary>
    /// <param name="before">The earlier assignment.</param>
    /// <param name="after">The later one: of newer exports, of a newer framework, or of both.</param>
    /// <returns>Records are joined by id, dimensions by name. A repeated id stands for its first row; rows without an id take no part; both are counted in the notes.</returns>
    /// <remarks>The cause is found by counterfactual: the earlier framework is run on the later values and the later framework on the earlier values. Which value moved a record
    /// is found the same way, one value at a time. A field that only one framework declares keeps the values of the records that have it.</remarks>
    public static MovementsResult Between(AssignmentResult before, AssignmentResult after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var notes = ImmutableArray.CreateBuilder<string>();
        var movements = ImmutableArray.CreateBuilder<Movement>();
        var matrices = ImmutableArray.CreateBuilder<MovementMatrix>();
        foreach (var of in Sides)
        {
            if (before.Find(of) is { } earlier && after.Find(of) is { } later)
            {
                Compare(before.Framework, earlier, after.Framework, later, movements, matrices, notes);
            }
            else if (before.Find(of) is not null || after.Find(of) is not null)
            {
                notes.Add($"{Capital(of)} are assigned on one side only, and are not compared.");
            }
        }

        return new MovementsResult
        {
            VersionBefore = before.Framework.Version,
            VersionAfter = after.Framework.Version,
            AsOfBefore = before.AsOf,
            AsOfAfter = after.AsOf,
            All = movements.ToImmutable(),
            Matrices = matrices.ToImmutable(),
            IsPersonal = HasPersonalFields(before) || HasPersonalFields(after),
            Notes = notes.ToImmutable(),
        };
    }

    private static void Compare(
        SegmentationFramework oldFramework,
        RecordAssignment earlier,
        SegmentationFramework newFramework,
        RecordAssignment later,
        ImmutableArray<Movement>.Builder movements,
        ImmutableArray<MovementMatrix>.Builder matrices,
        ImmutableArray<string>.Builder notes)
    {
        var of = later.Records.Of;
        var join = RecordJoin.Of(earlier.Records.Ids, later.Records.Ids);
        if (join.Blank > 0) notes.Add(Invariant($"{Capital(of)}: {join.Blank:#,0} rows without an id are left out."));
        if (join.Repeated > 0) notes.Add(Invariant($"{Capital(of)}: {join.Repeated:#,0} rows repeat an id; its first row stands for it."));
        foreach (var alone in earlier.Dimensions.Select(d => d.Dimension.Name).Except(later.Dimensions.Select(d => d.Dimension.Name))) notes.Add($"The dimension '{alone}' is only in {oldFramework.Version}, and is not compared.");
        foreach (var alone in later.Dimensions.Select(d => d.Dimension.Name).Except(earlier.Dimensions.Select(d => d.Dimension.Name))) notes.Add($"The dimension '{alone}' is only in {newFramework.Version}, and is not compared.");

        var dimensions = later.Dimensions.Select(l => (Before: earlier.Dimensions.FirstOrDefault(e => e.Dimension.Name == l.Dimension.Name)!, After: l)).Where(d => d.Before is not null)
            .Select(d => (d.Before, d.After, From: RecordRows.Places(d.Before), To: RecordRows.Places(d.After))).ToArray();

        // Only records that moved somewhere are decided again.
        ImmutableArray<(int Before, int After)> moved = [.. join.Both.Where(r => dimensions.Any(d => d.From[r.Before] != d.To[r.After]))];
        var causes = new MovementCauses(oldFramework, earlier, newFramework, later, moved);
        foreach (var (was, now, from, to) in dimensions)
        {
            var dimension = now.Dimension.Name;
            var here = new List<Movement>();
            var rules = new MovementRules(oldFramework, was.Dimension, newFramework, now.Dimension);
            for (var i = 0; i < moved.Length; i++)
            {
                var (b, a) = moved[i];
                if (from[b] == to[a]) continue;
                var (cause, why, values) = causes.Of(i, was, now, rules);
                here.Add(new(of, later.Records.Ids[a]!, later.Records.Names?[a], dimension, from[b], to[a], earlier.Records.Arr?[b], later.Records.Arr?[a], cause, why, values));
            }

            foreach (var a in join.New)
                here.Add(new(of, later.Records.Ids[a]!, later.Records.Names?[a], dimension, null, to[a], null, later.Records.Arr?[a], MovementCause.NewRecord, "not there before", []));
            foreach (var b in join.Lost)
                here.Add(new(of, earlier.Records.Ids[b]!, earlier.Records.Names?[b], dimension, from[b], null, earlier.Records.Arr?[b], null, MovementCause.LostRecord, "not there any more", []));
            movements.AddRange(here.OrderByDescending(m => m.Arr ?? 0));

            var pairs = join.Both.Select(r => (from[r.Before], to[r.After], later.Records.Arr?[r.After]))
                .Concat(join.New.Select(a => (MovementMatrix.New, to[a], later.Records.Arr?[a]))).Concat(join.Lost.Select(b => (from[b], MovementMatrix.Lost, earlier.Records.Arr?[b])));
            matrices.Add(MovementMatrix.Tally(of, dimension, was.Dimension.Segments.Concat(now.Dimension.Segments).Select(s => s.Name), !join.New.IsEmpty, !join.Lost.IsEmpty, pairs,
                of == EntityKind.Accounts && (later.Records.Arr ?? earlier.Records.Arr) is not null));
        }

        if (causes.Lacking.Count > 0)
        {
            notes.Add($"{Capital(of)}: {string.Join(", ", causes.Lacking.Order(StringComparer.Ordinal))} {(causes.Lacking.Count == 1 ? "is" : "are")} in one framework only; " +
                "where the other side's records lack the values, they are taken as unchanged.");
        }
    }

    private static bool HasPersonalFields(AssignmentResult assignment) => Sides.Any(of => assignment.Find(of)?.Records.Fields.Columns.Any(c => c.IsPersonal) == true);

    private static string Capital(EntityKind of) => of.ToString();
}
