using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>Writes email addresses in one form and makes the key under which they are compared.</summary>
public static class EmailStandardization
{
    private const string Step = "emails";
    private const string KeyColumn = "email_key";

    /// <summary>
    /// Returns the workspace with addresses out of "mailto:", brackets and stray dots, the domain in lower case, and an <c>email_key</c> beside them: the whole address in lower case.
    /// Text that is no address stays, is counted by what is wrong with it and listed.
    /// </summary>
    /// <param name="workspace">The exports. Accounts and contacts are looked at where they have emails.</param>
    /// <param name="options">Default: <see cref="IdentityOptions.Default"/>.</param>
    public static IdentityResult Apply(Workspace workspace, IdentityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= IdentityOptions.Default;
        var parts = new List<IdentityResult>();
        foreach (var kind in (EntityKind[])[EntityKind.Accounts, EntityKind.Contacts])
        {
            if (workspace.Find(kind) is not { } export || export.Find(Role.Email) is not TextColumn emails) continue;
            var draft = new IdentityDraft(Step, export);
            var written = draft.Rewrite(emails, (text, _) => Standard(text, options));
            var keys = written.Dictionary.ToArray().Select(e => EmailAddress.IsWellFormed(e) ? EmailAddress.Normalize(e) : null).ToArray();
            // An address without a key is counted under the address itself.
            draft.Write(KeyColumn, [.. Enumerable.Range(0, written.Length).Select(row => !written.IsNull(row) && keys[written.Codes[row]] is { } key ? new IdentityValue(key, IdentityVerdict.Written, "from the address") : default)]);
            parts.Add(draft.Finish(workspace));
            workspace = parts[^1].Workspace;
        }

        return IdentityResult.Of(Step, workspace, parts);
    }

    private static IdentityValue Standard(string text, IdentityOptions options)
    {
        var (address, problem) = EmailAddress.Read(text);
        return problem == EmailProblem.None
            ? IdentityValue.Of(text, address, "one form: no white space or decoration, domain in lower case")
            : new(options.EmptiesUnusable ? null : text, IdentityVerdict.NotUsable, Words(problem));
    }

    private static string Words(EmailProblem problem) => problem switch
    {
        EmailProblem.NoAt => "no @",
        EmailProblem.SeveralAt => "several @",
        EmailProblem.LocalPart => "nothing before the @, or too much",
        EmailProblem.Domain => "no domain with a dot after the @",
        EmailProblem.Space => "white space inside",
        _ => "characters or dots that no address has",
    };
}
