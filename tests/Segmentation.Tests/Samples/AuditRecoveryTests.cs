using Segmentation.Audit;
using Segmentation.Load;

namespace Segmentation.Tests.Samples;

/// <summary>The whole audit on the samples finds what was planted. Authority: <c>truth/</c>.</summary>
public sealed class AuditRecoveryTests(AuditedSamples samples) : IClassFixture<AuditedSamples>
{
    [Theory]
    [InlineData(EntityKind.Accounts, "negative-arr", "accounts/negative-arr")]
    [InlineData(EntityKind.Accounts, "negative-employees", "accounts/negative-employees")]
    [InlineData(EntityKind.Accounts, "zero-employees", "accounts/zero-employees")]
    [InlineData(EntityKind.Accounts, "future-created-date", "accounts/future-created")]
    [InlineData(EntityKind.Accounts, "future-last-activity-date", "accounts/future-activity")]
    [InlineData(EntityKind.Accounts, "end-before-start", "accounts/end-before-start")]
    [InlineData(EntityKind.Accounts, "formula-like-text", "accounts/formula-like")]
    [InlineData(EntityKind.Accounts, "markup-in-text", "accounts/markup")]
    [InlineData(EntityKind.Accounts, "test-records", "accounts/test")]
    [InlineData(EntityKind.Accounts, "internal-records", "accounts/internal")]
    [InlineData(EntityKind.Accounts, "rows-kept-aside", "accounts/ragged-rows")]
    [InlineData(EntityKind.Accounts, "cells-kept-aside", "accounts/unreadable-employees")]
    [InlineData(EntityKind.Contacts, "future-last-activity-date", "contacts/future-activity")]
    [InlineData(EntityKind.Contacts, "formula-like-text", "contacts/formula-like")]
    [InlineData(EntityKind.Contacts, "markup-in-text", "contacts/markup")]
    [InlineData(EntityKind.Contacts, "malformed-email", "contacts/malformed-emails")]
    [InlineData(EntityKind.Contacts, "bounced", "contacts/bounced")]
    [InlineData(EntityKind.Contacts, "test-records", "contacts/test")]
    [InlineData(EntityKind.Contacts, "internal-records", "contacts/internal")]
    [InlineData(EntityKind.Contacts, "rows-kept-aside", "contacts/ragged-rows")]
    [InlineData(EntityKind.ArrHistory, "negative-arr", "arr/negative-rows")]
    [InlineData(EntityKind.Engagement, "rows-kept-aside", "engagement/ragged-rows")]
    public void What_cannot_be_right_is_counted(EntityKind table, string check, string planted) =>
        Assert.Equal(SampleFiles.Planted(planted), samples.Audit.Validity.Checks.Single(c => c.Table == table && c.Check == check).Finding.Count);

    [Fact]
    public void The_interval_of_the_contacts_decay_holds_the_planted_rate()
    {
        var decay = samples.Audit.Freshness.Rows.Single(r => r.Table == EntityKind.Contacts && r.Basis == "last activity").Decay;
        var planted = SampleFiles.Truth().GetProperty("contactDecayPerYear").GetDouble();
        Assert.InRange(planted, decay.Interval!.Value.Low, decay.Interval!.Value.High);
        Assert.Equal(DecayVerdict.InLine, decay.Verdict);
    }

    [Fact]
    public void Stale_contacts_are_those_whose_last_activity_lies_a_year_back_or_more()
    {
        // Counted here from the file: dd.MM.yyyy, at or before 30 June 2025.
        var stale = SampleFiles.Read("contacts.csv").Rows.Select(r => r["Last Activity Date"]).Count(d => d.Length > 0 && string.CompareOrdinal($"{d[6..]}-{d[3..5]}-{d[..2]}", "2025-06-30") <= 0);
        Assert.Equal(stale, samples.Audit.Freshness.Rows.Single(r => r.Table == EntityKind.Contacts && r.Basis == "last activity").Stale);
    }
}
