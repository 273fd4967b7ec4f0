using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>Writes phone numbers as ITU-T E.164 does.</summary>
public static class PhoneStandardization
{
    private const string Step = "phones";
    private const string ExtensionColumn = "phone_extension";

    /// <summary>
    /// Returns the workspace with phone numbers in E.164 form (<c>+12125550100</c>) and extensions in a column of their own, <c>phone_extension</c>, where any number has one. The country of a
    /// number is that of its record, else that of its account, else the options'. A number that cannot be read stays, is counted by its problem and listed.
    /// </summary>
    /// <param name="workspace">The exports. Accounts and contacts are looked at where they have phone numbers.</param>
    /// <param name="options">Default: <see cref="IdentityOptions.Default"/>.</param>
    public static IdentityResult Apply(Workspace workspace, IdentityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= IdentityOptions.Default;
        var parts = new List<IdentityResult>();
        foreach (var kind in (EntityKind[])[EntityKind.Accounts, EntityKind.Contacts])
        {
            if (workspace.Find(kind) is not { } export || export.Find(Role.Phone) is not TextColumn phones) continue;
            var draft = new IdentityDraft(Step, export);
            var countries = Countries(workspace, export, options);
            draft.Rewrite(phones, (text, country) => Standard(text, country, options), row => countries[row] ?? string.Empty);
            Extensions(draft, phones, countries);
            parts.Add(draft.Finish(workspace));
            workspace = parts[^1].Workspace;
        }

        return IdentityResult.Of(Step, workspace, parts);
    }

    private static IdentityValue Standard(string text, string country, IdentityOptions options)
    {
        var reading = PhoneNumber.ToE164(text, country.Length == 0 ? null : country);
        if (reading.Number is { } number) return IdentityValue.Of(text, number, reading.Extension is null ? "E.164" : "E.164, extension kept apart");
        // What lacks only its country may be right.
        var empties = options.EmptiesUnusable && reading.Problem != PhoneProblem.UnknownCountry;
        return new(empties ? null : text, IdentityVerdict.NotUsable, Words(reading.Problem, country));
    }

    /// <summary>Writes the extensions; those an earlier run kept apart stay.</summary>
    private static void Extensions(IdentityDraft draft, TextColumn phones, string?[] countries)
    {
        var earlier = draft.Table.Find(draft.NameOf(ExtensionColumn)) as TextColumn;
        var known = new Dictionary<(int Code, string? Country), string?>();
        var extensions = new IdentityValue[phones.Length];
        for (var row = 0; row < extensions.Length; row++)
        {
            if (earlier?[row] is { } kept) extensions[row] = new(kept, default, null);
            if (phones.IsNull(row)) continue;
            var key = (phones.Codes[row], countries[row]);
            if (!known.TryGetValue(key, out var extension)) known[key] = extension = PhoneNumber.ToE164(phones[row]!, countries[row]) is { Number: not null, Extension: { } digits } ? digits : null;
            if (extension is not null) extensions[row] = new(extension, IdentityVerdict.Written, "from the number");
        }

        if (extensions.Any(e => e.Text is not null)) draft.Write(ExtensionColumn, extensions);
    }

    private static string?[] Countries(Workspace workspace, Export export, IdentityOptions options)
    {
        var own = Codes(export);
        var accounts = workspace.Find(EntityKind.Accounts);
        if (export.Kind == EntityKind.Contacts && accounts?.Find(Role.AccountId) is { } ids && export.Find(Role.AccountId) is { } links)
        {
            var ofAccounts = Codes(accounts);
            var rows = AccountIndex.Of(ids).RowsOf(links);
            for (var row = 0; row < own.Length; row++) own[row] ??= rows[row] < 0 ? null : ofAccounts[rows[row]];
        }

        for (var row = 0; row < own.Length; row++) own[row] ??= options.DefaultCountry;
        return own;
    }

    private static string?[] Codes(Export export)
    {
        if (export.Find(Role.Country) is not TextColumn countries) return new string?[export.Table.RowCount];
        var codes = countries.Dictionary.ToArray().Select(CountryName.CodeOf).ToArray();
        return [.. Enumerable.Range(0, countries.Length).Select(row => countries.IsNull(row) ? null : codes[countries.Codes[row]])];
    }

    private static string Words(PhoneProblem problem, string country) => problem switch
    {
        PhoneProblem.NoNumber => "no number",
        PhoneProblem.UnknownCountry => country.Length == 0 ? "country not known" : $"no numbering plan of {country} at hand",
        PhoneProblem.TooShort => "too short for its country",
        PhoneProblem.TooLong => "too long for its country",
        PhoneProblem.NotAssigned => "its country gives out no number that begins so",
        _ => "one digit repeated",
    };
}
