using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>Everything that is known before anything is filled: the fields, the CRM's values, and what each provider offers for each record.</summary>
internal sealed class EnrichmentBoard
{
    private readonly Dictionary<(int Provider, bool Company), ProviderMatch> matches = [];
    private readonly Dictionary<Role, Column?> columns = [];

    private EnrichmentBoard(Workspace workspace, Export crm, EnrichmentDecisions decisions, EnrichmentOptions options)
    {
        (Workspace, Crm, Decisions, Options) = (workspace, crm, decisions, options);
        Arr = crm.Kind == EntityKind.Accounts ? workspace.AccountArr : null;
        Id = RoleText.Of(crm, crm.Kind == EntityKind.Accounts ? Role.AccountId : Role.ContactId);
    }

    public Workspace Workspace { get; }

    public Export Crm { get; }

    public EnrichmentDecisions Decisions { get; }

    public EnrichmentOptions Options { get; }

    public NumberColumn? Arr { get; }

    /// <summary>Gets the identifier of a record; null where it has none.</summary>
    public Func<int, string?> Id { get; }

    public ImmutableArray<Role> Fields { get; private set; } = [];

    public ImmutableArray<ProviderRecords> Providers { get; private set; } = [];

    public ImmutableDictionary<Role, ValueList> Lists { get; private set; } = ImmutableDictionary<Role, ValueList>.Empty;

    public ImmutableArray<string> Notes { get; private set; } = [];

    public int Rows => Crm.Table.RowCount;

    public bool IsContacts => Crm.Kind == EntityKind.Contacts;

    public double Target => IsContacts ? Decisions.ContactTarget ?? Workspace.Limits.ContactCompletenessTarget : Decisions.AccountTarget ?? Workspace.Limits.AccountCompletenessTarget;

    public static EnrichmentBoard Of(Workspace workspace, EntityKind records, EnrichmentDecisions decisions, EnrichmentOptions options)
    {
        var board = new EnrichmentBoard(workspace, workspace.Require(records), decisions, options);
        var notes = ImmutableArray.CreateBuilder<string>();
        var chosen = records == EntityKind.Accounts ? decisions.AccountFields : decisions.ContactFields;
        var wanted = chosen.IsEmpty ? records == EntityKind.Accounts ? options.AccountFields : options.ContactFields : chosen;
        wanted = [.. wanted.Where(f => board.CanFill(f, notes))];
        board.Lists = wanted.ToImmutableDictionary(f => f, f => ValueList.Of(workspace, f, board.Column(f), decisions, options.Picklists));
        var standard = records == EntityKind.Accounts ? options.AccountKeys : options.ContactKeys;
        var providers = ImmutableArray.CreateBuilder<ProviderRecords>();
        foreach (var decision in decisions.ProvidersOf(workspace))
        {
            if (board.FileOf(decision, notes) is not { } file) continue;
            var keys = decision.Keys.IsEmpty ? standard : [.. decision.Keys.Where(standard.Contains)];
            var mapped = board.Mapped(decision, file, wanted);
            if (mapped.IsEmpty) notes.Add($"{decision.Name} ({file.File}) has a column for none of the fields to fill.");
            providers.Add(new ProviderRecords(decision, file, records, keys, mapped));
        }

        board.Providers = providers.ToImmutable();
        board.Fields = [.. wanted.Where(f => board.Column(f) is not null || board.Providers.Any(p => p.Fields.ContainsKey(f)))];
        board.Match(standard);
        board.Notes = notes.ToImmutable();
        return board;
    }

    /// <summary>Returns the CRM's column of a field; null where it has none. A website stands in for a domain and the other way round.</summary>
    public Column? Column(Role field)
    {
        if (columns.TryGetValue(field, out var known)) return known;
        return columns[field] = Crm.Find(field) ?? field switch
        {
            Role.Website => Crm.Find(Role.Domain),
            Role.Domain => Crm.Find(Role.Website),
            _ => null,
        };
    }

    /// <summary>Tells whether the CRM holds no value of a field for a record.</summary>
    public bool IsBlank(Role field, int row) => Column(field) is not { } column || column.IsNull(row) || (column is TextColumn text && string.IsNullOrWhiteSpace(text[row]));

    /// <summary>Returns how a provider matched a record for a field.</summary>
    public ProviderMatch MatchFor(int provider, Role field) => matches[(provider, IsContacts && EnrichmentFields.IsOfCompany(field))];

    /// <summary>Returns the match that says most about a provider: by every key.</summary>
    public ProviderMatch MatchOf(int provider) => matches[(provider, IsContacts)];

    /// <summary>Returns what a provider offers for a field of a record.</summary>
    public OfferedValue Offer(int provider, Role field, int row)
    {
        if (!Providers[provider].Fields.ContainsKey(field)) return OfferedValue.Blank;
        var match = MatchFor(provider, field);
        return match.State(row) == MatchState.Matched ? Providers[provider].Value(field, match.Record(row)) : OfferedValue.Blank;
    }

    /// <summary>Tells whether a provider is asked for a field of a record: it knows the field, and the record has a key.</summary>
    public bool CanAsk(int provider, Role field, int row) => Providers[provider].Fields.ContainsKey(field) && MatchFor(provider, field).State(row) != MatchState.NoKey;

    /// <summary>Tells whether two values of a field are the same, numbers within the tolerance; <paramref name="crm"/> as the CRM or another provider writes it.</summary>
    public bool IsSame(Role field, string crm, OfferedValue offered)
    {
        if (!double.IsNaN(offered.Number))
            return double.TryParse(crm, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var own) && Difference(own, offered.Number) <= Options.Tolerance;
        return field switch
        {
            Role.Website or Role.Domain => WebDomain.Of(crm) is { } site && site == WebDomain.Of(offered.Raw!),
            Role.CompanyName => CompanyName.Normalize(crm) == CompanyName.Normalize(offered.Raw!),
            Role.Email => EmailAddress.Normalize(crm) == EmailAddress.Normalize(offered.Raw!),
            Role.Phone => SameDigits(crm, offered.Raw!),
            Role.Country => (CountryName.CodeOf(crm) ?? Folding.Fold(crm)) == (CountryName.CodeOf(offered.Raw!) ?? Folding.Fold(offered.Raw!)),
            Role.Industry or Role.Technology or Role.Level or Role.Department or Role.Region => Lists[field].IsAlike(crm, offered.Raw!),
            _ => Fingerprint.Of(crm) == Fingerprint.Of(offered.Raw!),
        };
    }

    /// <summary>Returns by how much two numbers differ, as a proportion of the one further from 0.</summary>
    public static double Difference(double a, double b) => a == b ? 0 : Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b));

    // National and international forms share their last digits.
    private static bool SameDigits(string a, string b)
    {
        const int Subscriber = 8;
        var (left, right) = (string.Concat(a.Where(char.IsAsciiDigit)), string.Concat(b.Where(char.IsAsciiDigit)));
        return left == right || (left.Length >= Subscriber && right.Length >= Subscriber && left[^Subscriber..] == right[^Subscriber..]);
    }

    private bool CanFill(Role field, ImmutableArray<string>.Builder notes)
    {
        if (Column(field) is not { } column || column.Type is ColumnType.Text or ColumnType.Number) return true;
        notes.Add($"'{column.Name}' of {Crm.File} is read as {column.Type.ToString().ToLowerInvariant()} and is not filled.");
        return false;
    }

    private Export? FileOf(ProviderDecision decision, ImmutableArray<string>.Builder notes)
    {
        var files = Workspace.Exports.Where(e => e.Kind == EntityKind.Enrichment).ToArray();
        if (decision.File is { } name)
        {
            if (Workspace.Exports.FirstOrDefault(e => e.File.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named) return named;
            notes.Add($"{decision.Name} is not asked: the workspace has no file '{name}'.");
            return null;
        }

        var ofSystem = files.Where(e => decision.Name.Equals(e.System, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (ofSystem.Length == 0) notes.Add($"{decision.Name} is not asked: no file has its headers.");
        if (ofSystem.Length > 1) notes.Add($"{decision.Name} wrote {ofSystem.Length} files; {ofSystem[0].File} is used. List the others in enrichment.yaml as providers with a 'file'.");
        return ofSystem.FirstOrDefault();
    }

    private ImmutableSortedDictionary<Role, FieldReader> Mapped(ProviderDecision decision, Export file, ImmutableArray<Role> wanted)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<Role, FieldReader>();
        foreach (var (field, mapping) in decision.Columns)
        {
            if (file.Table.Find(mapping.Column) is not null) continue;
            throw new WorkspaceException(
                Invariant($"{decision.Name} is to fill {SnakeName.Of(field)} from a column that {file.File} does not have"), $"'{mapping.Column}'",
                $"one of {string.Join(", ", file.Table.Columns.Take(WorkspaceOptions.Default.ListedNames).Select(c => $"'{c.Name}'"))}", "Correct the name under 'columns' in enrichment.yaml, or remove the line.");
        }

        // What is the person's cannot come from a file of companies, whatever its columns are called.
        var hasPeople = new[] { Role.Email, Role.FullName, Role.LastName, Role.ContactId }.Any(r => file.Find(r) is not null);
        foreach (var field in wanted)
        {
            var mapping = decision.Columns.GetValueOrDefault(field);
            var source = mapping is not null ? file.Table[mapping.Column] : EnrichmentFields.InProvider(field).Select(file.Find).FirstOrDefault(c => c is not null);
            if (source is not null && (hasPeople || !IsContacts || EnrichmentFields.IsOfCompany(field))) fields[field] = new FieldReader(Workspace, field, Column(field), file, source, mapping?.Scale, Lists[field], Options);
        }

        return fields.ToImmutable();
    }

    private void Match(ImmutableArray<EnrichmentKey> standard)
    {
        var keys = RecordKeys.Of(Crm, Crm.Kind, isProvider: false);

        // Contacts of one company share its domain rightly.
        var shared = IsContacts ? [] : ProviderMatch.SharedDomains(keys, Rows);
        for (var i = 0; i < Providers.Length; i++)
        {
            var asked = Providers[i].Decision.Keys.IsEmpty ? standard : [.. Providers[i].Decision.Keys.Where(standard.Contains)];
            ImmutableArray<EnrichmentKey> mine = [.. asked.Where(Providers[i].Has)];
            matches[(i, IsContacts)] = ProviderMatch.Of(Providers[i], keys, Rows, mine, shared, IsContacts);
            if (IsContacts) matches[(i, false)] = ProviderMatch.Of(Providers[i], keys, Rows, [.. mine.Where(k => k != EnrichmentKey.Domain)], shared, IsContacts);
        }
    }
}
