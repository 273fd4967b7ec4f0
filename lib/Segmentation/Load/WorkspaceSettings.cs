using System.Collections.Immutable;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>What <c>workspace.yaml</c> says, with the place of each entry so that a mistake found later can still be pointed at.</summary>
internal sealed record WorkspaceSettings
{
    public static WorkspaceSettings None { get; } = new();

    /// <summary>Gets whether the clean-up wrote the folder: nothing about its files is guessed.</summary>
    public bool IsExact { get; init; }

    public DateTime? AsOf { get; init; }

    public DateTime? Launch { get; init; }

    public string? Currency { get; init; }

    public PlaybookLimits Limits { get; init; } = PlaybookLimits.Default;

    public ImmutableSortedDictionary<Role, ImmutableArray<string>> Picklists { get; init; } = ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty;

    public ImmutableArray<FileSettings> Files { get; init; } = [];
}

/// <summary>Where an entry of <c>workspace.yaml</c> stands; one-based.</summary>
internal readonly record struct YamlPlace(string File, int Line, int Column);

/// <summary>What <c>workspace.yaml</c> says about one file.</summary>
internal sealed record FileSettings(string File, YamlPlace Place)
{
    public (EntityKind Kind, YamlPlace Place)? Holds { get; init; }

    public string? System { get; init; }

    /// <summary>Gets whether the clean-up wrote the file: what is not said of it is not so.</summary>
    public bool IsExact { get; init; }

    public double? Confidence { get; init; }

    public char? Delimiter { get; init; }

    public string? Encoding { get; init; }

    /// <summary>Roles with the column that plays them; null where nothing does.</summary>
    public ImmutableArray<(Role Role, string? Column, YamlPlace Place)> Roles { get; init; } = [];

    public ImmutableArray<ColumnSettings> Columns { get; init; } = [];
}

/// <summary>What <c>workspace.yaml</c> says about how one column is read.</summary>
internal sealed record ColumnSettings(string Column, YamlPlace Place)
{
    public ColumnType? Type { get; init; }

    public string? DateOrder { get; init; }

    public NumberFormat? Format { get; init; }

    public bool? IsPersonal { get; init; }
}
