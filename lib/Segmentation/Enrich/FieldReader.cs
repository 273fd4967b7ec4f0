using System.Globalization;
using System.Text;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>Reads one field from a provider's file in the CRM's terms: units, bands, the CRM's own words.</summary>
internal sealed class FieldReader
{
    private const double Thousand = 1000;

    private readonly Role field;
    private readonly Column source;
    private readonly Column? rowCurrency;
    private readonly ValueList list;
    private readonly Workspace workspace;
    private readonly EnrichmentOptions options;
    private readonly bool intoNumber;
    private readonly double scale;
    private readonly string? scaleNote;
    private readonly string? headerCurrency;

    public FieldReader(Workspace workspace, Role field, Column? target, Export provider, Column source, double? scale, ValueList list, EnrichmentOptions options)
    {
        (this.workspace, this.field, this.source, this.list, this.options) = (workspace, field, source, list, options);

        // A column without a value is read as text; what belongs into it are numbers all the same.
        intoNumber = target is NumberColumn || (EnrichmentFields.IsNumber(field) && (target is null || target.NullCount == target.Length));
        var saysThousands = HeaderKey.SaysThousands(source.Name);
        this.scale = scale ?? (saysThousands ? Thousand : 1);
        if (this.scale != 1) scaleNote = Invariant($"times {this.scale:#,0.######}, as {(scale is null ? $"the header '{source.Name}' says thousands" : "enrichment.yaml says")}");
        if (field != Role.AnnualRevenue) return;
        headerCurrency = HeaderKey.CurrencyOf(source.Name);
        rowCurrency = provider.Find(Role.Currency);
    }

    /// <summary>Gets the column read.</summary>
    public string Column => source.Name;

    /// <summary>Returns what a row says.</summary>
    public OfferedValue Read(int row)
    {
        if (source.IsNull(row)) return OfferedValue.Blank;
        if (!intoNumber && !EnrichmentFields.IsNumber(field)) return Words(source is TextColumn text ? text[row]! : source.Raw(row));
        if (source is NumberColumn number) return Number(number.Values[row], source.Display(row), row);
        return Number(source.Raw(row).Trim(), row);
    }

    private OfferedValue Words(string written)
    {
        var said = written.Trim();
        if (said.Length == 0) return OfferedValue.Blank;
        if (said.Length > options.LongestText) return OfferedValue.Candidate(OfferState.NotPlausible, said[..options.LongestText], Invariant($"{said.Length:#,0} characters: longer than {options.LongestText:#,0}"));
        if (HostileTextChecks.IsFormulaLike(said) || HostileTextChecks.IsMarkup(said)) return OfferedValue.Candidate(OfferState.NotPlausible, said, "looks like a formula or markup");
        var (value, because) = list.Resolve(said);
        return value is null
            ? OfferedValue.Candidate(OfferState.NotInList, said, field == Role.Country && list.Values.IsEmpty ? "no country of that name" : $"not certain to be one of {list.Source}")
            : OfferedValue.Text(value, said, value == said ? null : $"'{said}' {because ?? $"is '{value}' in {list.Source}"}");
    }

    private OfferedValue Number(string said, int row)
    {
        if (said.Length == 0) return OfferedValue.Blank;
        var bytes = said.Length <= options.LongestText ? Encoding.UTF8.GetBytes(said) : [];
        if (bytes.Length > 0 && NumberText.TryRead(bytes, out var reading) && !reading.Percent) return Number(reading.AsPoint, said, row);
        if (!BandText.TryRead(said, out var lower)) return OfferedValue.Candidate(OfferState.NotPlausible, said.Length <= options.LongestText ? said : said[..options.LongestText], "not a number");
        if (!intoNumber) return OfferedValue.Text(said, said, "a band");
        if (options.Bands == BandRule.LowerEnd && lower is { } end && Number(end, said, row) is { State: OfferState.Usable } filled)
            return filled with { Note = Invariant($"the lower end of the band '{said}'") };
        return OfferedValue.Candidate(OfferState.Band, said, "a band: a number would be invented");
    }

    private OfferedValue Number(double value, string said, int row)
    {
        var scaled = value * scale;
        if (!(scaled > 0) || !double.IsFinite(scaled)) return OfferedValue.Candidate(OfferState.NotPlausible, said, "not above 0");
        if (field == Role.Employees && (scaled > AuditOptions.Default.MostEmployees || scaled != Math.Floor(scaled)))
            return OfferedValue.Candidate(OfferState.NotPlausible, said, "not a plausible number of employees");
        var currency = rowCurrency is { } each && !each.IsNull(row) ? each.Raw(row).Trim() : headerCurrency;
        if (currency is not null && workspace.Currency is { } own && !currency.Equals(own, StringComparison.OrdinalIgnoreCase))
            return OfferedValue.Candidate(OfferState.OtherCurrency, said, $"in {currency}, the CRM in {own}");
        return new OfferedValue(OfferState.Usable, scaled.ToString("R", CultureInfo.InvariantCulture), scaled, said, scaleNote);
    }
}
