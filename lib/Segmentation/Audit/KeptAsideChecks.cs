using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Rows and cells that the reader could not use and kept aside: no other check sees them.</summary>
internal static class KeptAsideChecks
{
    public static IEnumerable<ValidityCheck> Of(AuditContext context, Export export)
    {
        var (rows, cells) = (export.Load.RowsAside, export.Load.CellsAside);
        var all = export.Table.RowCount + rows.RowCount;
        yield return Check("rows-kept-aside", export.File, rows, all, $"of {Phrase.Count(all, "row")} in {export.File} did not have the columns of the header and were kept aside");

        var values = export.Load.Columns.Sum(c => c.Values + c.Unreadable);
        var unreadable = export.Load.Columns.Where(c => c.Unreadable > 0).Select(c => c.Column).ToArray();
        yield return Check("cells-kept-aside", unreadable.Length == 0 ? export.File : $"{export.File}: {string.Join(", ", unreadable)}", cells, values, $"of {Phrase.Count(values, "value")} in {export.File} did not read as their column's type and were kept aside");

        ValidityCheck Check(string check, string field, Table aside, int checkedCount, string what)
        {
            double? share = checkedCount == 0 ? null : (double)aside.RowCount / checkedCount;
            var severity = aside.RowCount == 0 ? Severity.Info : SeverityRule.AtLeast(SeverityRule.OfShare(share, null, context.Options), Severity.Warn);
            return new ValidityCheck(export.Kind, check, field, checkedCount, new Finding(
                check,
                export.File,
                severity,
                $"{Phrase.Count(aside.RowCount)} {what}.",
                aside.RowCount,
                share,
                null,
                SeverityRule.ShareLimit(context.Options),
                aside));
        }
    }
}
