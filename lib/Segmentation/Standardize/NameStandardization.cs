using System.Globalization;
using System.Text;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>Cleans names and makes the key under which spellings of one company collide.</summary>
public static class NameStandardization
{
    private const string Step = "names";
    private const string KeyColumn = "company_key";

    /// <summary>
    /// Returns the workspace with company and person names without stray white space and invisible characters, and a <c>company_key</c> beside each company name: lower case, accents,
    /// punctuation and legal forms off, as often as they stand at the end (<see cref="CompanyName.Normalize"/>).
    /// </summary>
    /// <param name="workspace">The exports. Accounts and contacts are looked at where there are any.</param>
    /// <param name="options">Default: <see cref="IdentityOptions.Default"/>.</param>
    public static IdentityResult Apply(Workspace workspace, IdentityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= IdentityOptions.Default;
        var parts = new List<IdentityResult>();
        foreach (var kind in (EntityKind[])[EntityKind.Accounts, EntityKind.Contacts])
        {
            if (workspace.Find(kind) is not { } export) continue;
            var draft = new IdentityDraft(Step, export);
            foreach (var role in (Role[])[Role.FirstName, Role.LastName, Role.FullName])
            {
                if (export.Find(role) is TextColumn person) draft.Rewrite(person, (name, _) => Clean(name, null));
            }

            if (export.Find(kind == EntityKind.Accounts ? Role.AccountName : Role.CompanyName) is TextColumn companies) Companies(draft, draft.Rewrite(companies, (name, _) => Clean(name, options)));
            parts.Add(draft.Finish(workspace));
            workspace = parts[^1].Workspace;
        }

        return IdentityResult.Of(Step, workspace, parts);
    }

    private static void Companies(IdentityDraft draft, TextColumn companies)
    {
        var keys = companies.Dictionary.ToArray().Select(CompanyName.Normalize).ToArray();
        draft.Write(
            KeyColumn,
            [.. Enumerable.Range(0, companies.Length).Select(row => companies.IsNull(row) ? default
                : keys[companies.Codes[row]] is { Length: > 0 } key ? new IdentityValue(key, IdentityVerdict.Written, "from the name") : new IdentityValue(null, IdentityVerdict.NotUsable, "no letters or digits"))],
            sources: companies);
    }

    private static IdentityValue Clean(string name, IdentityOptions? options)
    {
        var clean = WithoutStrayCharacters(name);
        if (clean.Length == 0) return new(null, IdentityVerdict.NotUsable, "nothing that shows");
        var cased = options is { RecasesCapitals: true } && IsAllCapitals(clean) ? Recased(clean, options.LongestAbbreviation) : clean;
        return IdentityValue.Of(name, cased, cased == clean ? "white space or invisible characters" : "all in capitals");
    }

    /// <summary>Joins runs of white space and control characters into one space, and drops marks that show nothing.</summary>
    private static string WithoutStrayCharacters(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (letter is not ('\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F'))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsAllCapitals(string name) => name.Any(char.IsUpper) && !name.Any(char.IsLower) && name.Contains(' ', StringComparison.Ordinal);

    private static string Recased(string name, int longestAbbreviation) => string.Join(' ', name.Split(' ').Select(word =>
        word.Count(char.IsLetter) <= longestAbbreviation || word.Any(char.IsDigit) ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant())));
}
