using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>What a file looks like: the kind with its confidence, and every other kind's.</summary>
/// <param name="Kind">The likeliest kind; Other where none reaches the threshold.</param>
/// <param name="Confidence">In [0, 1].</param>
/// <param name="Reason">What decided.</param>
/// <param name="Scores">Confidence of each kind but Other, likeliest first.</param>
internal sealed partial record KindRecognition(EntityKind Kind, double Confidence, string Reason, ImmutableArray<(EntityKind Kind, double Confidence)> Scores)
{
    /// <summary>No guess is certain: only <c>workspace.yaml</c> gives 1.</summary>
    private const double Surest = 0.99;

    /// <summary>Returns what a file looks like from its name, its headers and its values.</summary>
    public static KindRecognition Of(string file, Table table, ImmutableArray<ColumnContent> contents, WorkspaceOptions options)
    {
        var words = Words().Matches(Path.GetFileNameWithoutExtension(file)).Select(m => m.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var scored = KindSignature.All.Select(s => Score(s, words, table, contents, options)).OrderByDescending(s => s.Confidence).ToArray();
        var scores = scored.Select(s => (s.Kind, s.Confidence)).ToImmutableArray();
        var best = scored[0];
        return best.Confidence >= options.KindThreshold
            ? new KindRecognition(best.Kind, best.Confidence, best.Reason + Next(scored[1]), scores)
            : new KindRecognition(EntityKind.Other, 1 - best.Confidence, string.Create(
                CultureInfo.InvariantCulture, $"no kind reaches {options.KindThreshold * 100:0}%; nearest: {SnakeName.Words(best.Kind)} ({best.Confidence * 100:0}%)"), scores);

        static string Next((EntityKind Kind, double Confidence, string Reason) second) => second.Confidence < 0.005 ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; next: {SnakeName.Words(second.Kind)} ({second.Confidence * 100:0}%)");
    }

    /// <summary>Returns the system whose headers the file has; null where no system stands out, or none by a header that only it writes.</summary>
    public static string? System(string file, Table table, EntityKind kind, WorkspaceOptions options)
    {
        var weights = HeaderCatalog.Systems.ToDictionary(s => s, _ => 0.0, StringComparer.Ordinal);
        var own = new HashSet<string>(StringComparer.Ordinal);
        void Own(string system, double weight)
        {
            weights[system] += weight;
            own.Add(system);
        }

        foreach (var column in table.Columns)
        {
            var writers = RoleRecognition.Lookup(column.Name).Entries
                .Where(e => kind == EntityKind.Other || e.Kinds.Contains(kind)).Select(e => e.System).Distinct().ToArray();
            if (writers is [{ } only]) Own(only, 1);
            else foreach (var system in writers.OfType<string>()) weights[system] += 1.0 / writers.Length;
            if (column.Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase)) Own("Salesforce", 1);
            if (column.Name.StartsWith("hs_", StringComparison.Ordinal)) Own("HubSpot", 1);
        }

        var name = HeaderKey.Of(Path.GetFileNameWithoutExtension(file));
        foreach (var system in HeaderCatalog.Systems)
        {
            if (name.Contains(HeaderKey.Of(system), StringComparison.Ordinal)) Own(system, options.SystemEvidence);
        }

        var ranked = weights.OrderByDescending(w => w.Value).ToArray();
        return ranked[0].Value >= options.SystemEvidence && ranked[0].Value > ranked[1].Value && own.Contains(ranked[0].Key) ? ranked[0].Key : null;
    }

    private static (EntityKind Kind, double Confidence, string Reason) Score(
        KindSignature signature, HashSet<string> words, Table table, ImmutableArray<ColumnContent> contents, WorkspaceOptions options)
    {
        var roles = RoleRecognition.Assign(table, RoleRecognition.Candidates(table, contents, signature.Kind, null, options), [], ImmutableHashSet<Role>.Empty, options)
            .ToDictionary(r => r.Role);
        var (doubt, trust) = (1.0, 1.0);
        var speaking = new List<(double Weight, string What)>();
        void For(double weight, string what)
        {
            doubt *= 1 - weight;
            speaking.Add((weight, what));
        }

        foreach (var (role, weight) in signature.For)
        {
            if (roles.TryGetValue(role, out var played)) For(weight * played.Confidence, SnakeName.Words(role));
        }

        for (var i = 0; i < table.Columns.Length; i++)
        {
            var name = table.Columns[i].Name;
            var (entries, _) = RoleRecognition.Lookup(name);
            var plays = roles.Values.Any(r => r.Column == name);
            foreach (var marker in entries.Where(e => e is { Role: null, IsPersonal: false }).OrderByDescending(e => e.Kinds.Contains(signature.Kind)).Take(1))
            {
                var strength = options.Confidence(marker.Strength);
                if (marker.Kinds.Contains(signature.Kind)) For(KindSignature.Marker * strength, $"'{name}'");
                else if (!plays) trust *= 1 - (strength * (marker.Kinds.Contains(EntityKind.Other) ? KindSignature.OtherMarker : KindSignature.ForeignMarker));
            }

            foreach (var (role, weight) in signature.Against)
            {
                var strongest = entries.Where(e => e.Role == role).Select(e => options.Confidence(e.Strength)).DefaultIfEmpty().Max();
                if (role == Role.Email && contents[i].Emails >= options.ContentShare) strongest = Math.Max(strongest, options.ContentAlone);

                // A header with several meanings ("Status", "Department") speaks against a kind only where it plays no role in it.
                if (strongest > 0 && (!plays || roles.ContainsKey(role))) trust *= 1 - (weight * strongest);
            }
        }

        if (signature.FileWords.Any(words.Contains)) For(KindSignature.FileWord, "the file's name");
        else if (KindSignature.All.Any(other => other.FileWords.Any(words.Contains))) trust *= 1 - KindSignature.ForeignFileWord;

        foreach (var group in signature.Needs)
        {
            if (!group.Any(roles.ContainsKey)) trust *= 1 - KindSignature.UnmetNeed;
        }

        if (signature.KeyRole is { } key && roles.TryGetValue(key, out var id) && table.RowCount > 0)
        {
            var content = contents[table.Columns.IndexOf(table[id.Column])];
            if (content.Values > 0 && content.Distinct < options.KeyShare) trust *= 1 - KindSignature.WrongKey;
        }

        var reason = string.Join(", ", speaking.OrderByDescending(s => s.Weight).Take(5).Select(s => s.What));
        return (signature.Kind, Math.Min(Surest, (1 - doubt) * trust), reason);
    }

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Words();
}
