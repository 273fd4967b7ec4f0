using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>Proposes a first framework for exports that have none: v0, every item ASSUMED, with the evidence it rests on and the questions to ask.</summary>
public static class StarterFramework
{
    /// <summary>Returns the proposal. What it leaves out and why stands at the head of its file (<see cref="SegmentationFramework.Remarks"/>).</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="options">Cut points and limits; the playbooks' where null.</param>
    /// <returns>Up to five dimensions of accounts (tier, industry, region, engagement or health, lifecycle) and two of contacts (seniority, size of the account), each only where
    /// the exports hold the field for enough of the records; none where they hold none.</returns>
    public static SegmentationFramework Propose(Workspace workspace, StarterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= StarterOptions.Default;
        var draft = new StarterDraft(workspace, options);
        if (draft.Has(EntityKind.Accounts))
        {
            Exclusions(draft, options);
            Tier(draft, options);
            draft.ByValue(EntityKind.Accounts, "Industry", "industry", "Which story and which references an account hears.");
            if (!draft.ByValue(EntityKind.Accounts, "Region", "region", "Who looks after the account, and when they are awake.")) draft.ByValue(EntityKind.Accounts, "Country", "country", "Who looks after the account, and in which language.");
            if (!Engagement(draft, options)) Health(draft, options);
            Lifecycle(draft, options);
        }

        if (draft.Has(EntityKind.Contacts))
        {
            if (draft.Use(EntityKind.Contacts, "opt_out", FieldType.Flag, 0) is { } optOut)
                draft.Exclude("Do not email", EntityKind.Contacts, new Compared("opt_out", ComparisonOperator.Equal, new FlagOperand(true)), "They said so.", optOut, "Does an opt-out in the other systems reach this field?");
            draft.ByValue(EntityKind.Contacts, "Seniority", "level", "Who is invited to what.");
            if (draft.Use(EntityKind.Contacts, "account.employees", FieldType.Whole, options.LeastFilled) is { } size)
            {
                var (middle, large) = options.Employees;
                draft.Divide(new("Account Size", DimensionKind.Firmographic, EntityKind.Contacts, []) { Purpose = "Which scale a campaign speaks of." }, size, "Do campaigns differ by the size of the company?",
                    Bands("account.employees", ("Large", large), ("Medium", middle), ("Small", null)));
            }
        }

        return draft.Framework();
    }

    private static void Exclusions(StarterDraft draft, StarterOptions options)
    {
        if (draft.Use(EntityKind.Accounts, "account_type", FieldType.Text, 0) is { } filled)
        {
            var values = draft.Values(EntityKind.Accounts, "account_type");
            Exclude("Competitors", options.CompetitorWords, "They must not see what customers see.", "Is the list of competitors complete?");
            Exclude("Inactive", options.InactiveWords, "They are customers no longer.", "Do win-back campaigns need them?");

            void Exclude(string name, ImmutableArray<string> words, string reason, string question)
            {
                var kinds = values.Where(v => words.Any(w => v.Contains(w, StringComparison.OrdinalIgnoreCase))).ToArray();
                if (kinds.Length > 0) draft.Exclude(name, EntityKind.Accounts, StarterDraft.OneOf("account_type", kinds), reason, filled, question);
                else draft.Remark($"No exclusion '{name}': no account_type says so.");
            }
        }

        // Substrings find "Contest" too: a rule is proposed only where every name that it would find says test as a word of its own.
        if (draft.Use(EntityKind.Accounts, "account_name", FieldType.Text, 0) is not { } named) return;
        var tests = draft.Values(EntityKind.Accounts, "account_name").Where(v => v.Contains("test", StringComparison.OrdinalIgnoreCase)).ToArray();
        if (tests.Length == 0) return;
        if (tests.All(t => t.Split([' ', '-', '_', '.', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries).Any(w => w.Equals("test", StringComparison.OrdinalIgnoreCase))))
            draft.Exclude("Test records", EntityKind.Accounts, new Contains("account_name", "test"), "Nobody stands behind them.", named, "Are these all tests?");
        else draft.Remark("No exclusion of test records: some names that contain 'test' are companies. The audit lists the test records.");
    }

    private static void Tier(StarterDraft draft, StarterOptions options)
    {
        var employees = draft.Use(EntityKind.Accounts, "employees", FieldType.Whole, options.LeastFilled);
        var arr = draft.Use(EntityKind.Accounts, "arr", FieldType.Number, options.LeastFilled, isValue: true);
        if ((employees ?? arr) is null) return;
        var rules = (employees, arr) switch
        {
            (not null, not null) => Both(options),
            (not null, null) => Bands("employees", ("Enterprise", options.Employees.Enterprise), ("Mid-Market", options.Employees.MidMarket), ("SMB", null)),
            _ => Bands("arr", ("Enterprise", options.Arr.Enterprise), ("Mid-Market", options.Arr.MidMarket), ("SMB", null)),
        };
        draft.Divide(new("Customer Tier", arr is null ? DimensionKind.Firmographic : DimensionKind.Value, EntityKind.Accounts, []) { Label = "Size", Purpose = "How much service an account gets." },
            $"the playbook's bands; {string.Join("; ", new[] { employees, arr }.OfType<string>())}", "Are these cuts right for this market? Calibration has to say.", rules);
    }

    /// <summary>Returns the playbook's tiers without their gap and overlap: either measure lifts an account, and the higher of the two decides.</summary>
    private static (string Name, Condition Rule)[] Both(StarterOptions options)
    {
        var (people, money) = (options.Employees, options.Arr);
        return
        [
            ("Enterprise", new AnyOf([From("employees", people.Enterprise), From("arr", money.Enterprise)])),
            ("Mid-Market", new AllOf([new AnyOf([From("employees", people.MidMarket), From("arr", money.MidMarket)]), Below("employees", people.Enterprise), Below("arr", money.Enterprise)])),
            ("SMB", new AllOf([Below("employees", people.MidMarket), Below("arr", money.MidMarket)])),
        ];
    }

    private static bool Engagement(StarterDraft draft, StarterOptions options)
    {
        if (draft.Use(EntityKind.Accounts, "active_share", FieldType.Number, options.LeastFilled) is not { } filled) return false;
        draft.Divide(new("Engagement", DimensionKind.Behavioural, EntityKind.Accounts, []) { Purpose = "Who needs a call this week." }, filled, "Are these the shares at which customers begin to leave and to grow?",
            Bands("active_share", ("Thriving", options.ActiveShare.Thriving), ("Steady", options.ActiveShare.Fading), ("Fading", null)));
        return true;
    }

    private static void Health(StarterDraft draft, StarterOptions options)
    {
        if (draft.Use(EntityKind.Accounts, "health_score", FieldType.Number, options.LeastFilled) is not { } filled) return;
        draft.Divide(new("Health", DimensionKind.Behavioural, EntityKind.Accounts, []) { Purpose = "Who needs a call this week." }, filled, "Is the score out of 100, and who keeps it?",
            Bands("health_score", ("Healthy", options.Health.Healthy), ("Steady", options.Health.AtRisk), ("At Risk", null)));
    }

    private static void Lifecycle(StarterDraft draft, StarterOptions options)
    {
        if (draft.Use(EntityKind.Accounts, "tenure_months", FieldType.Whole, options.LeastFilled) is not { } filled) return;
        draft.Divide(new("Lifecycle", DimensionKind.Lifecycle, EntityKind.Accounts, []) { Purpose = "What the next conversation is about." }, filled, "When does onboarding end here?",
            Bands("tenure_months", ("Mature", options.TenureMonths.Mature), ("Established", options.TenureMonths.Onboarding), ("Onboarding", null)));
    }

    /// <summary>Returns bands, highest first: each holds its cut and ends before the one above.</summary>
    private static (string Name, Condition Rule)[] Bands(string field, params ReadOnlySpan<(string Name, double? From)> bands)
    {
        var rules = new (string, Condition)[bands.Length];
        for (var i = 0; i < bands.Length; i++)
        {
            rules[i] = (bands[i].Name, (i == 0 ? null : bands[i - 1].From, bands[i].From) switch
            {
                (null, { } from) => From(field, from),
                ({ } below, { } from) => new AllOf([From(field, from), Below(field, below)]),
                ({ } below, null) => Below(field, below),
                _ => new Always(),
            });
        }

        return rules;
    }

    private static Compared From(string field, double cut) => new(field, ComparisonOperator.GreaterOrEqual, new NumberOperand(cut));

    private static Compared Below(string field, double cut) => new(field, ComparisonOperator.Less, new NumberOperand(cut));
}
