using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Opens a folder: settings, files, kinds, roles, links, dates and ARR, in this order.</summary>
internal static class WorkspaceReader
{
    private static readonly ImmutableArray<string> Endings = [".csv", ".tsv", ".txt"];

    /// <summary>Kinds of which a workspace has at most one file: the others of the kind become Other, and a note says so.</summary>
    private static readonly ImmutableArray<EntityKind> Single = [EntityKind.Accounts, EntityKind.Contacts, EntityKind.Users];

    public static Workspace Open(string folder, WorkspaceOptions options)
    {
        if (!Directory.Exists(folder))
        {
            throw new WorkspaceException($"the folder '{folder}' does not exist", File.Exists(folder) ? "a file" : "nothing there", "a folder of CSV exports",
                "Pass the folder that holds the exports (on the command line: --data DIR).");
        }

        var files = Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f))
            .Where(f => !f.StartsWith('.') && Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToImmutableArray();
        if (files.Length == 0)
        {
            throw new WorkspaceException($"the folder '{folder}' holds no exports", Found(folder), "at least one file ending in .csv, .tsv or .txt",
                "Export accounts (and contacts, ARR history, engagement, users) as CSV into the folder; sub-folders are not looked at.");
        }

        var settingsPath = Path.Combine(folder, options.SettingsFile);
        var settings = File.Exists(settingsPath) ? WorkspaceYaml.Read(File.ReadAllText(settingsPath), options.SettingsFile) : WorkspaceSettings.None;
        foreach (var entry in settings.Files.Where(e => !files.Contains(e.File)))
        {
            throw At(entry.Place, $"there is no file '{entry.File}' in the folder", $"the files {Quoted(files)}", "one of them",
                "Correct the name (case counts), add the file, or remove the entry.");
        }

        var notes = ImmutableArray.CreateBuilder<string>();
        if (!File.Exists(settingsPath) && File.Exists(Path.ChangeExtension(settingsPath, ".yml")))
            notes.Add($"{Path.ChangeExtension(options.SettingsFile, ".yml")} is not read; rename it to {options.SettingsFile}.");
        var loaded = ImmutableArray.CreateBuilder<LoadedTable>();
        foreach (var file in files)
        {
            var entry = settings.Files.FirstOrDefault(e => e.File == file);
            try
            {
                loaded.Add(CsvFile.Read(Path.Combine(folder, file), Csv(options.Csv, entry)));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException && entry is null)
            {
                notes.Add($"{file} cannot be read and is left out: {error.Message}");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw At(entry!.Place, $"the file '{file}' cannot be read", error.Message, "a file that can be opened", "Check the file's permissions and whether another program holds it.", error);
            }
        }

        return Recognise(folder, loaded.ToImmutable(), settings, options, notes);
    }

    /// <summary>Returns the workspace over files that are read already; free of the file system.</summary>
    public static Workspace Recognise(
        string folder, ImmutableArray<LoadedTable> loaded, WorkspaceSettings settings, WorkspaceOptions options, ImmutableArray<string>.Builder? noted = null)
    {
        var notes = noted ?? ImmutableArray.CreateBuilder<string>();
        var drafts = loaded.Select(file => WorkspaceDraft.Of(file, settings.Files.FirstOrDefault(e => e.File == file.Report.File), options)).ToImmutableArray();
        foreach (var draft in drafts) draft.CheckColumns();
        drafts = OneOfEach(drafts, notes);
        var accounts = drafts.FirstOrDefault(d => d.Kind == EntityKind.Accounts);
        var key = accounts is null ? null : AccountKey(accounts, drafts, options);
        var users = drafts.FirstOrDefault(d => d.Kind == EntityKind.Users);
        var userKey = users?.Roles([], options).FirstOrDefault(r => r.Role == Role.UserId) is { } user ? users.Table[user.Column] : null;
        var exports = drafts.Select(d => Export(d, accounts, key, users, userKey, options)).ToImmutableArray();
        var (asOf, reason) = settings.AsOf is { } given ? (given, $"{options.SettingsFile} says so")
            : settings.IsExact ? (DateTime.MinValue, $"{options.SettingsFile} names none") : AsOfDate.Of(exports, options);
        var (arr, source) = AccountRevenue.Of(exports, asOf);
        if (arr is not null && exports.First(e => e.Kind == EntityKind.Accounts).Table.Find("arr") is { } own && own.Type != ColumnType.Number)
            notes.Add($"column '{own.Name}' is not read as numbers; SQL sees it as it is, and ARR is taken from {source}");
        return new Workspace
        {
            Folder = folder,
            AsOf = asOf,
            AsOfReason = reason,
            Launch = settings.Launch,
            Currency = settings.IsExact ? settings.Currency : settings.Currency ?? Currency(exports, notes),
            Limits = settings.Limits,
            Picklists = settings.Picklists,
            Exports = exports,
            AccountArr = arr,
            AccountArrSource = source,
            Notes = notes.ToImmutable(),
        };
    }

    private static CsvOptions Csv(CsvOptions options, FileSettings? entry)
    {
        if (entry is null) return options;
        var types = options.Types.WithComparers(StringComparer.OrdinalIgnoreCase);
        var orders = options.DateOrders.WithComparers(StringComparer.OrdinalIgnoreCase);
        foreach (var column in entry.Columns)
        {
            if (column.Type is { } type) types = types.SetItem(column.Column, type);
            if (column.DateOrder is { } order) orders = orders.SetItem(column.Column, order);
        }

        if (entry.IsExact) return options with { Types = types, Exact = true, Delimiter = CsvOptions.ExactDelimiter(entry.File), Encoding = "utf-8" };
        return options with { Types = types, DateOrders = orders, Delimiter = entry.Delimiter ?? options.Delimiter, Encoding = entry.Encoding ?? options.Encoding };
    }

    private static ImmutableArray<WorkspaceDraft> OneOfEach(ImmutableArray<WorkspaceDraft> drafts, ImmutableArray<string>.Builder notes)
    {
        foreach (var kind in Single)
        {
            var claiming = drafts.Where(d => d.Kind == kind).OrderByDescending(d => d.Confidence).ThenByDescending(d => d.Table.RowCount).ToArray();
            if (claiming.Length < 2) continue;
            var declared = claiming.Where(d => d.Settings?.Holds is not null).ToArray();
            if (declared.Length > 1)
            {
                throw At(declared[^1].Settings!.Holds!.Value.Place, $"two files are said to hold {SnakeName.Words(kind)}", $"{declared[0].File} and {declared[1].File}",
                    "one file", "Keep one and write 'holds: other' for the other, or merge the two files.");
            }

            foreach (var loser in claiming.Skip(1))
            {
                var share = string.Create(CultureInfo.InvariantCulture, $"{loser.Confidence * 100:0}%");
                var reason = $"looks like {SnakeName.Words(kind)} too ({share}: {loser.Reason}), but {claiming[0].File} is taken for them";
                notes.Add($"{loser.File} {reason}; if it should be the other way round, write 'holds: {SnakeName.Of(kind)}' for {loser.File} in workspace.yaml.");
                drafts = drafts.Replace(loser, loser with { Kind = EntityKind.Other, Confidence = 1 - loser.Confidence, Reason = reason });
            }
        }

        return drafts;
    }

    /// <summary>Returns the accounts' id: the column that the other files point at, where the accounts have several; else the surest.</summary>
    private static Column? AccountKey(WorkspaceDraft accounts, ImmutableArray<WorkspaceDraft> drafts, WorkspaceOptions options)
    {
        var settled = accounts.Settled().FirstOrDefault(r => r.Role == Role.AccountId);
        if (settled is not null) return accounts.Table[settled.Column];
        var named = accounts.Candidates(options).Where(c => c.Role == Role.AccountId && c.Confidence >= options.RoleThreshold).OrderByDescending(c => c.Confidence)
            .Select(c => accounts.Table.Columns[c.Column]).ToArray();
        var keys = named.Length > 0 ? named
            : [.. accounts.Table.Columns.Where((c, i) => accounts.Contents[i] is { Type: ColumnType.Text or ColumnType.Number, Values: > 0 } content && content.Distinct >= options.KeyShare && c.NullCount == 0)];
        if (keys.Length == 0) return null;
        var others = drafts.Where(d => d != accounts && d.Kind is EntityKind.Contacts or EntityKind.ArrHistory or EntityKind.Engagement).ToArray();
        var links = keys.Select(k => others.Count(d => AccountLinks.PointsAt(d.Table, d.Contents, d.Candidates(options), k, options))).ToArray();
        var best = Array.IndexOf(links, links.Max());
        return named.Length > 0 || links[best] > 0 ? keys[best] : null;
    }

    private static Export Export(WorkspaceDraft draft, WorkspaceDraft? accounts, Column? key, WorkspaceDraft? users, Column? userKey, WorkspaceOptions options)
    {
        var candidates = draft.Candidates(options);
        var settled = draft.Settled();
        if (accounts is not null && key is not null)
        {
            if (draft != accounts)
            {
                candidates = AccountLinks.With(draft.Table, draft.Contents, candidates, Role.AccountId, key, accounts.File, options);
            }
            else
            {
                if (settled.All(s => s.Role != Role.AccountId && s.Column != key.Name) && !draft.Barred().Contains(Role.AccountId))
                {
                    var own = candidates.FirstOrDefault(c => c.Role == Role.AccountId && draft.Table.Columns[c.Column] == key);
                    settled = settled.Add(own is null
                        ? new RoleAssignment(Role.AccountId, key.Name, options.ContentAlone, "other files point at its values")
                        : new RoleAssignment(Role.AccountId, key.Name, own.Confidence, own.Reason));
                }

                candidates = AccountLinks.With(draft.Table, draft.Contents, candidates, Role.ParentAccountId, key, accounts.File, options);
            }
        }

        if (users is not null && userKey is not null && draft != users && draft.Kind is EntityKind.Accounts or EntityKind.Contacts)
            candidates = AccountLinks.With(draft.Table, draft.Contents, candidates, Role.OwnerId, userKey, users.File, options);

        var roles = RoleRecognition.Assign(draft.Table, candidates, settled, draft.Barred(), options);
        var table = draft.Settings is { IsExact: true } ? draft.Table : Periods(draft.Table, ref roles, options);
        return new Export
        {
            File = draft.File,
            Kind = draft.Kind,
            System = draft.System,
            Confidence = draft.Confidence,
            Reason = draft.Reason,
            Table = draft.Shown(PersonalColumns.Mark(table, draft.Contents, draft.Kind, roles, options)),
            Roles = roles,
            Unplayed = draft.Unplayed(),
            Load = draft.Report,
        };
    }

    /// <summary>Reads months written as text ("2026-06", "Jun 2026") as dates where they play the role of the period.</summary>
    private static Table Periods(Table table, ref ImmutableArray<RoleAssignment> roles, WorkspaceOptions options)
    {
        if (roles.FirstOrDefault(r => r.Role == Role.Period) is not { } period || table[period.Column] is not { Type: ColumnType.Text or ColumnType.Number } column) return table;
        var known = new Dictionary<string, DateTime?>(StringComparer.Ordinal);
        var days = new DateTime?[column.Length];
        var unread = 0;
        for (var row = 0; row < days.Length; row++)
        {
            if (column.IsNull(row)) continue;
            var text = column.Raw(row);
            if (!known.TryGetValue(text, out days[row])) days[row] = known[text] = PeriodText.Read(text);
            if (days[row] is null) unread++;
        }

        if (unread > (1 - options.Csv.TypeEvidence) * (days.Length - column.NullCount)) return table;
        roles = roles.Replace(period, period with
        {
            Reason = period.Reason + "; months read as their first day" + (unread == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {unread} values that are no month left out")),
        });
        return table.With(Column.Of(column.Name, days));
    }

    private static string? Currency(ImmutableArray<Export> exports, ImmutableArray<string>.Builder notes)
    {
        var relevant = exports.Where(e => e.Kind is EntityKind.Accounts or EntityKind.ArrHistory).ToArray();
        var written = relevant.Select(e => e.Find(Role.Currency)).OfType<TextColumn>()
            .SelectMany(Counts).GroupBy(c => c.Value.Trim().ToUpperInvariant(), c => c.Rows, StringComparer.Ordinal)
            .Select(g => (Code: g.Key, Rows: g.Sum())).OrderByDescending(c => c.Rows).ThenBy(c => c.Code, StringComparer.Ordinal).ToArray();
        if (written.Length > 1)
        {
            notes.Add($"Amounts are in {written.Length} currencies ({string.Join(", ", written.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Code} {c.Rows:#,0} rows")))}); they are added up as they stand, not converted.");
            return null;
        }

        var headers = relevant.SelectMany(e => e.Roles).Where(r => r.Role is Role.Arr or Role.Mrr).Select(r => HeaderKey.CurrencyOf(r.Column)).OfType<string>().Distinct().ToArray();
        return written.Length == 1 ? written[0].Code : headers.Length == 1 ? headers[0] : null;
    }

    /// <summary>Returns each distinct value of a column with its number of rows.</summary>
    private static IEnumerable<(string Value, int Rows)> Counts(TextColumn column)
    {
        var rows = new int[column.Dictionary.Length];
        foreach (var code in column.Codes)
        {
            if (code >= 0) rows[code]++;
        }

        return column.Dictionary.ToArray().Zip(rows).Where(c => c.Second > 0);
    }

    private static string Found(string folder)
    {
        var names = Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? "an empty folder" : Quoted(names);
    }

    internal static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    internal static WorkspaceException At(YamlPlace place, string subject, string found, string expected, string remedy, Exception? cause = null) =>
        new(subject, found, expected, remedy, place.File, place.Line, place.Column, cause);
}
