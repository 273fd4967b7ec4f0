using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>A file on its way to an export.</summary>
internal sealed record WorkspaceDraft(string File, Table Table, LoadReport Report, FileSettings? Settings, ImmutableArray<ColumnContent> Contents)
{
    public required EntityKind Kind { get; init; }

    public required string? System { get; init; }

    public required double Confidence { get; init; }

    public required string Reason { get; init; }

    public static WorkspaceDraft Of(LoadedTable loaded, FileSettings? settings, WorkspaceOptions options)
    {
        var contents = loaded.Table.Columns.Select(c => ColumnContent.Of(c, options)).ToImmutableArray();
        var file = loaded.Report.File;
        var recognised = KindRecognition.Of(file, loaded.Table, contents, options);
        var kind = settings?.Holds?.Kind ?? recognised.Kind;
        return new WorkspaceDraft(file, loaded.Table, loaded.Report, settings, contents)
        {
            Kind = kind,
            System = settings?.System ?? KindRecognition.System(file, loaded.Table, kind, options),
            Confidence = settings?.Holds is null ? recognised.Confidence : 1,
            Reason = settings?.Holds is null ? recognised.Reason : $"{options.SettingsFile} says so",
        };
    }

    public ImmutableArray<RoleCandidate> Candidates(WorkspaceOptions options) => [.. RoleRecognition.Candidates(Table, Contents, Kind, System, options)];

    public ImmutableArray<RoleAssignment> Roles(ImmutableArray<RoleCandidate> more, WorkspaceOptions options) =>
        RoleRecognition.Assign(Table, [.. Candidates(options), .. more], Settled(), Barred(), options);

    public ImmutableArray<RoleAssignment> Settled() => Settings is null ? []
        : [.. Settings.Roles.Where(r => r.Column is not null).Select(r => new RoleAssignment(r.Role, Table[r.Column!].Name, 1, $"{r.Place.File} says so"))];

    public ImmutableHashSet<Role> Barred() => Settings is null ? ImmutableHashSet<Role>.Empty : Settings.Roles.Where(r => r.Column is null).Select(r => r.Role).ToImmutableHashSet();

    /// <summary>Refuses settings that name a column which the file does not have.</summary>
    public void CheckColumns()
    {
        if (Settings is null) return;
        var named = Settings.Roles.Where(r => r.Column is not null).Select(r => (Column: r.Column!, r.Place)).Concat(Settings.Columns.Select(c => (c.Column, c.Place)));
        foreach (var (column, place) in named.Where(n => Table.Find(n.Column) is null))
        {
            throw WorkspaceReader.At(place, $"{File} has no column '{column}'", $"the columns {WorkspaceReader.Quoted(Table.Columns.Select(c => c.Name))}", "one of them",
                "Correct the name, or remove the entry.");
        }
    }
}
