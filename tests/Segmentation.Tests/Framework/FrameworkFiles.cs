using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Segmentation.Framework;

namespace Segmentation.Tests.Framework;

/// <summary>Framework files for tests.</summary>
internal static class FrameworkFiles
{
    public const string Small = """
        version: v1
        fields:
          accounts:
            employees: {type: whole}
            arr: {type: number, value: true}
        dimensions:
          - name: Customer Tier
            kind: value
            of: accounts
            segments:
              - name: Enterprise
                criteria: employees >= 1000 or arr >= 500_000
              - name: SMB
                criteria: otherwise
        """;

    /// <summary>Every key of the file once, with comments in every place where a person writes one.</summary>
    public const string Full = """
        # Fernloom: how we divide our customers.
        # Agreed words are in 'terms'.

        # The version moves after every meeting.
        version: v1  # after refinement 1
        title: Fernloom customer segmentation
        naming: {inside: ": ", between: " | "}
        policy: {blanks: unassigned, conflicts: value_first}
        limits:
          smallest_segment_error: 25  # the playbook says 20

        terms:
          # From the kickoff.
          - name: Churn
            means: No ARR at the end of a month for an account that had some at its start.
            status: CONFIRMED
            date: 2025-09-12
            evidence: "01-audit: readiness"

        fields:
          accounts:
            employees: {type: whole, unit: people, source: "CRM, then ZoomInfo", status: CONFIRMED, date: 2025-09-12}
            arr: {type: number, unit: USD a year, value: true, source: billing history, status: ASSUMED}  # from billing, not the CRM
            account_type: {type: text, source: CRM, status: ASSUMED}
            health_score: {type: number, source: CSP, status: ASSUMED}
            # Half of them are blank.
            platform:
              type: text
              column: Primary_Platform__c
              picklist:
                - ERP suite  # the usual one
                # Asked for in March.
                - Data lake
              source: CRM
              status: ASSUMED
              critical: false
          contacts:
            level: {type: text, picklist: [C-Level, VP, Director, Manager, IC], source: job title, status: ASSUMED}

        exclusions:
          - name: Competitors
            of: accounts
            criteria: account_type = Competitor
            reason: They must not see our campaigns.
            status: ASSUMED
            # Partners too? Sales says no.

        dimensions:
          - name: Customer Tier
            label: Size
            kind: value
            of: accounts
            purpose: How much of a CSM an account gets.
            status: ASSUMED
            segments:  # in order of precedence
              # The big ones.
              - name: Enterprise
                criteria: employees >= 1000 or arr >= 500_000  # what the playbook says
                action: Named CSM, quarterly review
                owner: VP Customer Success
                expected: 130
                status: ASSUMED
                question: Is 1000 right for this market?

              # - name: Micro
              #   criteria: employees < 10

              - name: SMB
                criteria: employees < 1000 and arr < 500_000
                action: Pooled CSM
                owner: Head of Scale
                status: CORRECTED
                date: 2025-09-26
              # Nothing below SMB.

          - name: Seniority
            kind: firmographic
            of: contacts
            status: ASSUMED
            segments:
              - name: Leaders
                criteria: level in [C-Level, VP]
                status: ASSUMED

        overrides:
          - {record: 001Hs00000001ouIAA, dimension: Customer Tier, segment: Enterprise, owner: VP Customer Success, reason: strategic, expires: 2026-12-31, status: ASSUMED}

        views:
          - {name: My at-risk SMB accounts, of: accounts, segments: {Customer Tier: SMB}, criteria: health_score < 50, status: ASSUMED}  # for Mondays

        # To be signed by the VP.

        """;

    /// <summary>Returns everything that a framework says, property by property, layout aside: two frameworks that say the same give the same text.</summary>
    public static string Everything(SegmentationFramework framework)
    {
        var text = new StringBuilder();
        Add(framework, 0);
        return text.ToString();

        void Add(object? value, int depth)
        {
            if (value is null or string or Enum || (value is ValueType && value.GetType().Namespace == "System")) text.Append(CultureInfo.InvariantCulture, $"{value ?? "nothing"}\n");
            else if (value is IEnumerable items)
            {
                text.Append("[\n");
                foreach (var item in items) Add(item, depth + 1);
                text.Append("]\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{value.GetType().Name}\n");
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                {
                    text.Append(' ', depth).Append(CultureInfo.InvariantCulture, $"{property.Name}: ");
                    Add(property.GetValue(value), depth + 1);
                }
            }
        }
    }
}
