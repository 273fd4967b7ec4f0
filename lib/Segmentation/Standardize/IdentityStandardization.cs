using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>Standardises what tells companies and people apart: names, emails, domains, phones, in that order.</summary>
public static class IdentityStandardization
{
    /// <summary>Returns the workspace after all four steps, with the fates of all values and every change.</summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="options">Default: <see cref="IdentityOptions.Default"/>.</param>
    public static IdentityResult Apply(Workspace workspace, IdentityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var parts = new List<IdentityResult>();
        // Domains follow emails: an account's may come from its contacts' addresses.
        foreach (var step in (Func<Workspace, IdentityOptions?, IdentityResult>[])[NameStandardization.Apply, EmailStandardization.Apply, DomainStandardization.Apply, PhoneStandardization.Apply])
        {
            parts.Add(step(workspace, options));
            workspace = parts[^1].Workspace;
        }

        return IdentityResult.Of("identity", workspace, parts);
    }
}
