using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Merge;

/// <summary>Chooses whose value one field of a group keeps.</summary>
internal sealed class FieldSurvival
{
    /// <summary>A decimal made from a double has 15 digits: below this, two of them are left for cents.</summary>
    private const double DecimalBound = 1e13;

    private readonly Workspace workspace;
    private readonly RecordOrder order;
    private readonly Column column;
    private readonly FieldRule rule;
    private readonly Column? source;
    private readonly string separator;
    private readonly Func<int, bool>? points;

    /// <param name="workspace">Its as-of date tells what is in the future.</param>
    /// <param name="order">The order of the records.</param>
    /// <param name="column">The field, references re-parented.</param>
    /// <param name="rule">A rule that fits the column.</param>
    /// <param name="source">For source priority: where a record comes from.</param>
    /// <param name="separator">What a union puts between values.</param>
    /// <param name="points">For a reference: whether a row's id is one that exists; null for any other field.</param>
    public FieldSurvival(Workspace workspace, RecordOrder order, Column column, FieldRule rule, Column? source, string separator, Func<int, bool>? points)
    {
        (this.workspace, this.order, this.column, this.rule, this.source, this.separator, this.points) = (workspace, order, column, rule, source, separator, points);
    }

    /// <summary>Tells whether a rule can be applied to a column.</summary>
    public static bool Fits(FieldRule rule, Column column, Column? source) => rule.Rule switch
    {
        Survivorship.Sum => column is NumberColumn,
        Survivorship.Union => column is TextColumn,
        Survivorship.Oldest => column is DateColumn,
        Survivorship.SourcePriority => source is not null,
        _ => true,
    };

    /// <summary>Returns what a group keeps.</summary>
    public MergedCell Of(MergeGroup group)
    {
        int[] having = [.. group.Rows.Where(r => !RecordOrder.IsBlank(column, r))];
        if (having.Length == 0 || rule.Rule == Survivorship.Never) return new(group.Master, null, rule.Rule);

        // An id that leads nowhere is worth less than one that leads somewhere, whatever its date.
        if (points is not null && having.Where(points).ToArray() is { Length: > 0 } pointing) having = pointing;
        var made = having.Length == 1 ? null : rule.Rule switch
        {
            Survivorship.Sum => Sum(having),
            Survivorship.Union => Union(having),
            _ => null,
        };
        if (made is not null && made != column.Raw(group.Master)) return new(group.Master, made, rule.Rule);
        var row = made is not null ? group.Master : rule.Rule switch
        {
            Survivorship.FillBlanks => having.Contains(group.Master) ? group.Master : MostRecent(having),
            Survivorship.MostFrequent => MostRecent(having.GroupBy(column.Raw, StringComparer.Ordinal).GroupBy(g => g.Count()).MaxBy(g => g.Key)!.SelectMany(g => g)),
            Survivorship.Longest => MostRecent(having.GroupBy(r => column.Raw(r).Length).MaxBy(g => g.Key)!),
            Survivorship.SourcePriority => MostRecent(having.GroupBy(SourceRank).MinBy(g => g.Key)!),
            Survivorship.AnyTrue => MostRecent(having.Where(SaysYes).ToArray() is { Length: > 0 } yes ? yes : having),
            Survivorship.Oldest => Oldest(having),
            _ => MostRecent(having),
        };

        // Where the master says the same, the value is the master's: nothing changes.
        if (!column.IsNull(group.Master) && column.Raw(group.Master) == column.Raw(row)) row = group.Master;
        return new(row, null, rule.Rule);
    }

    /// <summary>Returns the most recent row; ties keep the order of the masters, in which rows come.</summary>
    private int MostRecent(IEnumerable<int> rows)
    {
        var best = -1;
        foreach (var row in rows.Order(Comparer<int>.Create(order.Compare)))
        {
            if (best < 0 || order.CompareRecency(row, best) < 0) best = row;
        }

        return best;
    }

    private int Oldest(int[] rows)
    {
        var dates = (DateColumn)column;
        var possible = rows.Where(r => !RecordOrder.IsFuture(dates[r]!.Value, workspace)).ToArray();
        return MostRecent((possible.Length > 0 ? possible : rows).GroupBy(r => dates[r]!.Value).MinBy(g => g.Key)!);
    }

    private int SourceRank(int row)
    {
        if (source is null || source.IsNull(row)) return int.MaxValue;
        var written = source.Raw(row).Trim();
        for (var i = 0; i < rule.Order.Length; i++)
        {
            if (rule.Order[i].Trim().Equals(written, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return int.MaxValue;
    }

    private bool SaysYes(int row) => column switch
    {
        BooleanColumn flags => flags[row] == true,
        NumberColumn numbers => numbers[row] != 0,
        TextColumn text => !AuditOptions.Default.NotBounced.Contains(text[row]!.Trim(), StringComparer.OrdinalIgnoreCase),
        _ => true,
    };

    private string Sum(int[] rows)
    {
        var numbers = (NumberColumn)column;
        double[] values = [.. rows.Select(r => numbers.Values[r]).Order()];
        var sum = values.All(v => Math.Abs(v) < DecimalBound) ? (double)values.Sum(v => (decimal)v) : values.Sum();

        // Adding zero turns the negative zero of a contract and its cancellation into zero.
        return (sum + 0.0).ToString("R", CultureInfo.InvariantCulture);
    }

    private string Union(int[] rows)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var values = rows.SelectMany(r => column.Raw(r).Split(separator.Trim(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(seen.Add);
        return string.Join(separator, values);
    }
}
