using System.Text.Json;

namespace Segmentation.Samples;

/// <summary>What was planted, counted where it is planted, by a path such as <c>accounts/duplicates/exact</c>.</summary>
internal sealed class Ledger
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Add(string path, long count = 1) => counts[path] = counts.GetValueOrDefault(path) + count;

    /// <summary>Gets the misspelt picklist values, one row a value.</summary>
    public Sheet Variants { get; } = new("file", "column", "written", "meant", "kind", "records", "arr");

    public void Write(SamplePlan plan, string path)
    {
        using var stream = File.Create(path);
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("asOf", Format.Iso(plan.AsOf));
            json.WriteString("launch", Format.Iso(plan.Launch));
            json.WriteString("firstMonth", Format.Iso(plan.FirstMonth));
            json.WriteNumber("months", plan.Months);
            json.WriteNumber("seed", plan.Seed);
            json.WriteNumber("contactDecayPerYear", plan.ContactDecay);
            json.WriteNumber("reactivationPerMonth", plan.Reactivation);
            json.WriteNumber("providerWrongShare", plan.ProviderWrong);
            json.WriteStartArray("tiers");
            foreach (var tier in plan.Tiers)
            {
                json.WriteStartObject();
                json.WriteString("name", tier.Name);
                json.WriteNumber("fromEmployees", tier.FromEmployees);
                json.WriteNumber("belowEmployees", tier.BelowEmployees);
                json.WriteNumber("monthlyHazard", tier.MonthlyHazard);
                json.WriteNumber("monthlyHazardAfterLaunch", tier.HazardAfterLaunch);
                json.WriteNumber("monthlyExpansion", tier.Expansion);
                json.WriteNumber("monthlyContraction", tier.Contraction);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("industryHazardFactor");
            foreach (var (industry, factor) in plan.IndustryHazard) json.WriteNumber(industry, factor);
            json.WriteEndObject();
            json.WriteStartObject("counts");
            foreach (var (name, count) in counts) json.WriteNumber(name, count);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
