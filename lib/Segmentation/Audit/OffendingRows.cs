using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>The rows a finding is about, as the table it carries: where they stand in the file, who they are, and what was looked at.</summary>
internal static class OffendingRows
{
    /// <summary>Returns the table of a finding that is about a figure and not about rows.</summary>
    public static Table None { get; } = new("no rows");

    /// <summary>
    /// Returns the given rows, in that order: <c>row</c> (one-based data row of the file, the header not counted; quoted line
    /// breaks make it differ from the line number), identifier, name or email, the columns looked at, and the ARR of the account.
    /// Personal columns stay personal.
    /// </summary>
    /// <param name="export">The export the rows belong to.</param>
    /// <param name="name">The table's name: what is wrong with the rows.</param>
    /// <param name="rows">Zero-based rows.</param>
    /// <param name="arr">ARR of the accounts; null leaves the column out.</param>
    /// <param name="show">Further columns, aligned with the export's rows; null and those already shown are skipped.</param>
    public static Table Of(Export export, string name, ReadOnlySpan<int> rows, ArrAtStake? arr, params IEnumerable<Column?> show)
    {
        var taken = new List<Column>();
        var numbers = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) numbers[i] = rows[i] + 1;
        Add(new NumberColumn("row", numbers, NullMask.None));

        Role[] identity = export.Kind == EntityKind.Contacts
            ? [Role.ContactId, Role.Email, Role.FullName, Role.FirstName, Role.LastName]
            : [Role.AccountId, Role.RecordId, Role.UserId, Role.AccountName];
        foreach (var column in identity.Select(export.Find).Concat(show))
        {
            if (column is not null) Add(column.Take(rows));
        }

        if (arr?.OfEachRow(export, rows) is { } money) Add(money);
        return new Table(name, taken);

        void Add(Column column)
        {
            if (!taken.Any(c => c.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase))) taken.Add(column);
        }
    }
}
