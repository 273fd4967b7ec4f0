using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Audit;

/// <summary>Measures the joint completeness of the fields that a framework needs: four fields at 85% can be 52% together.</summary>
public static class ReadinessAudit
{
    /// <summary>Returns how many accounts and contacts carry every needed field, and the greedy order in which to fill the fields.</summary>
    /// <param name="workspace">The exports, with the limits in force.</param>
    /// <param name="options">Which fields are needed. Default <see cref="AuditOptions.Default"/>.</param>
    /// <remarks>Greedy: at each step the field whose filling makes most records ready; among equals the one on which more ARR hangs, then
    /// the order of the options. Records that miss several fields count for a field only once the others are filled.</remarks>
    public static ReadinessResult Run(Workspace workspace, AuditOptions? options = null) => Run(new AuditContext(workspace, options));

    internal static ReadinessResult Run(AuditContext context)
    {
        var tables = ImmutableArray.CreateBuilder<ReadinessOfTable>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var export in context.People)
        {
            var needed = context.FieldsOf(export).Where(f => f.IsNeeded).ToArray();
            var fields = needed.SelectMany(f => context.ColumnsOf(export, f).Take(1).Select(c => (f.Name, Validity: context.Validity(export, c.Column)))).ToArray();
            string[] without = [.. needed.Select(f => f.Name).Except(fields.Select(f => f.Name))];
            var missing = MissingFields(export.Table.RowCount, [.. fields.Select(f => f.Validity)]);
            var table = Measure(context, export, fields, without, missing);
            tables.Add(table);
            if (table.JointShare is { } joint) findings.Add(Describe(context, export, table, joint, missing));
        }

        return new ReadinessResult { Tables = tables.ToImmutable(), Findings = findings.ToImmutable() };
    }

    /// <summary>Returns for each record which needed fields it lacks, one bit a field.</summary>
    private static ulong[] MissingFields(int records, FieldValidity[] fields)
    {
        var missing = new ulong[records];
        for (var f = 0; f < fields.Length; f++)
        {
            foreach (var row in FieldValidity.RowsOf(fields[f].Unusable)) missing[row] |= 1UL << f;
        }

        return missing;
    }

    private static ReadinessOfTable Measure(AuditContext context, Export export, (string Name, FieldValidity Validity)[] fields, string[] without, ulong[] missing)
    {
        var records = missing.Length;
        var patterns = Patterns(missing);
        var ready = ReadyWith(0, patterns);
        var steps = ImmutableArray.CreateBuilder<ReadinessStep>();
        var filled = 0UL;
        var covered = fields.Select(f => context.Arr.Outside(export, f.Validity.Unusable) ?? 0).ToArray();
        foreach (var _ in fields)
        {
            var next = Enumerable.Range(0, fields.Length).Where(f => (filled & (1UL << f)) == 0)
                .OrderByDescending(f => ReadyWith(filled | (1UL << f), patterns))
                .ThenBy(f => covered[f])
                .ThenBy(f => f).First();
            filled |= 1UL << next;
            steps.Add(new ReadinessStep(
                fields[next].Name,
                fields[next].Validity.Column.Name,
                fields[next].Validity.Usable,
                records == 0 ? 0 : (double)(ReadyWith(1UL << next, patterns) - ready) / records,
                records == 0 ? 0 : (double)ReadyWith(filled, patterns) / records,
                context.ShareOfArr(ArrReadyWith(context, export, filled, missing))));
        }

        var shares = fields.Select(f => records == 0 ? 0 : (double)f.Validity.Usable / records).DefaultIfEmpty(0).ToArray();
        return new ReadinessOfTable(
            export.Kind,
            records,
            ready,
            ProportionInterval.Wilson(ready, records, context.Limits.Confidence),
            context.ShareOfArr(ArrReadyWith(context, export, 0, missing)),
            shares.Aggregate(1.0, (product, share) => product * share),
            shares.Min(),
            steps.ToImmutable(),
            [.. without]);
    }

    private static (ulong Missing, int Count)[] Patterns(ulong[] missing)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var fields in missing) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, fields, out _)++;
        return [.. counts.Select(c => (c.Key, c.Value))];
    }

    private static int ReadyWith(ulong filled, (ulong Missing, int Count)[] patterns) => patterns.Where(p => (p.Missing & ~filled) == 0).Sum(p => p.Count);

    private static double? ArrReadyWith(AuditContext context, Export export, ulong filled, ulong[] missing) =>
        context.Arr.Outside(export, Tables.NullMask.Where(missing.Length, row => (missing[row] & ~filled) != 0));

    private static Finding Describe(AuditContext context, Export export, ReadinessOfTable table, double joint, ulong[] missing)
    {
        var limits = context.Limits;
        var name = Phrase.Name(export.Kind);
        var best = table.Steps.MaxBy(s => s.GainAlone)!;
        var message = $"{name}: {Phrase.Share(joint, table.Interval)} of {Phrase.Count(table.Records, "record")}"
            + (table.ArrShare is { } arr ? $" and {Phrase.Share(arr)} of ARR" : string.Empty)
            + $" carry all of {string.Join(", ", table.Steps.Select(s => s.Field))}, though none alone is below {Phrase.Share(table.Lowest)}"
            + (best.GainAlone > 0 ? $"; fill {best.Field} next: plus {Phrase.Points(best.GainAlone)}" : string.Empty)
            + (table.WithoutColumn.Length > 0 ? $". No column for {string.Join(", ", table.WithoutColumn)}" : string.Empty) + ".";
        int[] rows = [.. Enumerable.Range(0, missing.Length).Where(row => missing[row] != 0)];
        return context.About(export, "readiness", name, SeverityRule.OfReadiness(joint, limits), message, rows, table.Records, SeverityRule.ReadinessLimit(limits)) with
        {
            ArrAtStake = context.Arr.OnlyIn(export, Tables.NullMask.Where(missing.Length, row => missing[row] != 0)),
        };
    }
}
