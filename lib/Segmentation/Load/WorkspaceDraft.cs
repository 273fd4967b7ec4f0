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
            System = settings is { IsExact: true } ? settings.System : settings?.System ?? KindRecognition.System(file, loaded.Table, kind, options),
            Confidence = settings?.Holds is null ? recognised.Confidence : settings.Confidence ?? 1,
            Reason = settings?.Holds is null ? recognised.Reason : $"{options.SettingsFile} says so",
        };
    }

    public ImmutableArray<RoleCandidate> Candidates(WorkspaceOptions options) => [.. RoleRecognition.Candidates(Table, Contents, Kind, System, options)];

    public ImmutableArray<RoleAssignment> Roles(ImmutableArray<RoleCandidate> more, WorkspaceOptions options) =>
        RoleRecognition.Assign(Table, [.. Candidates(options), .. more], Settled(), Barred(), options);

    public ImmutableArray<RoleAssignment> Settled() => Settings is null ? []
        : [.. Settings.Roles.Where(r => r.Column is not null).Select(r => new RoleAssignment(r.Role, Table[r.Column!].Name, 1, $"{r.Place.File} says so"))];

    /// <summary>Returns the roles that the settings say no column plays.</summary>
    public ImmutableArray<Role> Unplayed() => Settings is null ? [] : [.. Settings.Roles.Where(r => r.Column is null).Select(r => r.Role).Order()];

    /// <summary>Returns the roles that no column may be found for.</summary>
    public ImmutableHashSet<Role> Barred() => Settings is { IsExact: true } ? [.. Enum.GetValues<Role>()] : [.. Unplayed()];

    /// <summary>Returns the columns of a table shown and marked as the settings say.</summary>
    public Table Shown(Table table) => Settings is null ? table : new(table.Name, table.Columns.Select(column =>
    {
        if (Settings.Columns.FirstOrDefault(c => c.Column.Equals(column.Name, StringComparison.OrdinalIgnoreCase)) is not { } told) return column;
        if (column is NumberColumn number && told.Format is { } format) column = number.WithFormat(format);
        return (told.IsPersonal ?? (Settings.IsExact ? false : null)) is { } personal ? column.AsPersonal(personal) : column;
    }));

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
