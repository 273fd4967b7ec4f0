using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>What the contacts say about their accounts.</summary>
internal static class AccountContacts
{
    /// <summary>Share of an account's contacts at companies that a domain must exceed to be the account's.</summary>
    private const double Majority = 0.5;

    /// <summary>Returns the domain that most contacts of each account write from; free mail does not count. Null where there is no such domain, or no contact.</summary>
    public static TextColumn Domains(Workspace workspace, RecordFields fields)
    {
        if (workspace.Find(EntityKind.Accounts)?.Find(Role.AccountId) is not { } ids
            || workspace.Find(EntityKind.Contacts) is not { } contacts || contacts.Find(Role.AccountId) is not { } keys) return fields.Empty(MatchField.Domain);
        var rows = AccountIndex.Of(ids).RowsOf(keys);
        var domains = RecordFields.Of(workspace, contacts).Text(MatchField.Domain, Role.Email, DuplicateAccounts.Company);
        var codes = domains.Codes;
        var (all, times) = (new int[ids.Length], new Dictionary<(int Account, int Domain), int>());
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] < 0 || codes[row] < 0) continue;
            all[rows[row]]++;
            times[(rows[row], codes[row])] = times.GetValueOrDefault((rows[row], codes[row])) + 1;
        }

        var found = new int[ids.Length];
        Array.Fill(found, -1);
        foreach (var ((account, domain), count) in times)
        {
            if (count > Majority * all[account]) found[account] = domain;
        }

        return TextColumn.FromCodes(MatchField.Domain, found, domains.Dictionary.ToArray());
    }
}
