using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>The abbreviations that CRM users write for common picklist values. Only other ways to write a value, no judgement which industry belongs to which.</summary>
internal static class PicklistAliases
{
    /// <summary>Role, value, then its abbreviations.</summary>
    private const string Lines =
        """
        Industry|Manufacturing|Mfg|Manuf
        Industry|Financial Services|FinServ|Fin Serv|FinSvcs|FS
        Industry|Professional Services|ProServ|Prof Services|Prof Svcs
        Industry|Information Technology|IT
        Industry|Technology|Tech
        Industry|Telecommunications|Telecom|Telco
        Industry|Pharmaceuticals|Pharma
        Industry|Biotechnology|Biotech
        Industry|Consumer Packaged Goods|CPG
        Industry|Non-Profit|NPO|Not for Profit|Nonprofit Organization
        Segment|SMB|Small and Medium Business|Small & Medium Business|SME
        Segment|Mid-Market|MM|Mid Mkt|MidMkt
        Segment|Enterprise|ENT|Entp
        Segment|Strategic|STRAT
        Department|Human Resources|HR
        Department|IT|Information Technology
        Department|Marketing|Mktg|Mkt
        Department|Operations|Ops
        Department|Engineering|Eng
        Department|Customer Success|CS
        Department|Research and Development|R&D
        Department|Revenue Operations|RevOps
        LifecycleStage|Marketing Qualified Lead|MQL
        LifecycleStage|Sales Qualified Lead|SQL
        LifecycleStage|Opportunity|Opp
        Region|EMEA|Europe, Middle East and Africa|Europe, Middle East & Africa
        Region|APAC|Asia-Pacific|Asia Pacific
        Region|LATAM|Latin America
        Region|NA|North America|NAMER|NORAM
        Level|VP|Vice President
        Level|C-Level|C-Suite|CXO
        """;

    /// <summary>Gets the mappings by role.</summary>
    public static ImmutableSortedDictionary<Role, ImmutableArray<PicklistMapping>> Common { get; } = Lines.Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split('|')).GroupBy(parts => Enum.Parse<Role>(parts[0]))
        .ToImmutableSortedDictionary(g => g.Key, g => g.SelectMany(parts => parts.Skip(2).Select(written => new PicklistMapping(written, parts[1]))).ToImmutableArray());
}
