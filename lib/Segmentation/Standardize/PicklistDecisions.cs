using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>
/// What a person decided about picklist values, kept in <c>decisions/picklists.yaml</c> and replayed on the next export: approved mappings, further names, pairs
/// that are never merged, and lists of allowed values.
/// </summary>
public sealed record PicklistDecisions : Result
{
    /// <inheritdoc/>
    public override string ResultName => "picklist-decisions";

    /// <summary>Gets decisions about nothing.</summary>
    public static PicklistDecisions Empty { get; } = new();

    /// <summary>Gets the rules of each role that something was decided about.</summary>
    public ImmutableSortedDictionary<Role, PicklistRules> Roles { get; init; } = ImmutableSortedDictionary<Role, PicklistRules>.Empty;

    /// <summary>Gets the name of the file the decisions were read from, for messages; null where they were made in code.</summary>
    internal string? File { get; init; }

    /// <summary>Returns the rules of a role; <see cref="PicklistRules.None"/> where nothing was decided.</summary>
    /// <param name="role">The role.</param>
    public PicklistRules For(Role role) => Roles.GetValueOrDefault(role) ?? PicklistRules.None;

    /// <summary>Returns the decisions in a file; <see cref="Empty"/> where there is no such file.</summary>
    /// <param name="path">The file: <c>decisions/picklists.yaml</c>.</param>
    /// <exception cref="WorkspaceException">The file says something unknown, or contradicts itself: the message names the lines.</exception>
    public static PicklistDecisions Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return System.IO.File.Exists(path) ? Read(System.IO.File.ReadAllText(path), Path.GetFileName(path)) : Empty;
    }

    /// <summary>Returns the decisions in a text.</summary>
    internal static PicklistDecisions Read(string text, string file)
    {
        var decisions = PicklistYaml.Read(text, file);
        foreach (var (role, rules) in decisions.Roles) PicklistChecks.Check(role, rules, rules.Values, file);
        return decisions;
    }

    /// <summary>Returns the decisions as the text of a file that loads back equal; entries in ordinal order.</summary>
    public string Write() => PicklistText.Write(this, []);

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var all = Roles.SelectMany(r => r.Value.Values.Select(v => (r.Key, "allowed", v, (string?)null))
            .Concat(r.Value.Approved.Select(m => (r.Key, "approved", m.Written, (string?)m.Target)))
            .Concat(r.Value.Aliases.Select(m => (r.Key, "alias", m.Written, (string?)m.Target)))
            .Concat(r.Value.Never.Select(n => (r.Key, "never", n.Value, (string?)n.Other)))).ToArray();
        return new(
            "picklist decisions",
            Column.Of("role", all.Select(a => SnakeName.Words(a.Key))),
            Column.Of("decision", all.Select(a => a.Item2)),
            Column.Of("value", all.Select(a => a.Item3)),
            Column.Of("with", all.Select(a => a.Item4)));
    }
}
