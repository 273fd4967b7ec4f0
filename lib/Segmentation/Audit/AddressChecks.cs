using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Addresses that reach nobody: malformed emails, websites without a domain, mail that bounced.</summary>
internal static class AddressChecks
{
    public static IEnumerable<ValidityCheck> Of(AuditContext context, Export export)
    {
        foreach (var (role, check, what) in new[]
        {
            (Role.Email, "malformed-email", "have a malformed email address"),
            (Role.Website, "malformed-website", "have a website that holds no domain"),
            (Role.Domain, "malformed-domain", "have a domain that is none"),
        })
        {
            if (export.Find(role) is not TextColumn column) continue;
            var validity = context.Validity(export, column);
            yield return context.Check(export, check, FieldValidity.RowsOf(validity.Invalid), validity.Populated, what, Severity.Info, column);
        }

        if (export.Find(Role.Bounced) is not { } bounced) yield break;
        var reachable = export.Find(Role.Email);
        var rows = Enumerable.Range(0, bounced.Length).Where(Bounces(bounced, context.Options)).ToArray();
        var mailed = reachable is null ? bounced.Length : bounced.Length - reachable.NullCount;
        yield return context.Check(export, "bounced", rows, Math.Max(mailed, rows.Length), "have mail that bounced", Severity.Info, bounced);
    }

    /// <summary>A bounce column says yes or no, counts bounces, gives the day or gives the reason; anything but "no" and 0 is a bounce.</summary>
    private static Func<int, bool> Bounces(Column column, AuditOptions options)
    {
        if (column is BooleanColumn flags) return row => flags[row] == true;
        if (column is NumberColumn counts) return row => counts[row] > 0;
        if (column is not TextColumn text) return row => !column.IsNull(row);
        var saysNo = new bool[text.Dictionary.Length];
        for (var code = 0; code < saysNo.Length; code++) saysNo[code] = options.NotBounced.Contains(text.Dictionary[code].Trim(), StringComparer.OrdinalIgnoreCase);
        return row => !text.IsNull(row) && !saysNo[text.Codes[row]];
    }
}
