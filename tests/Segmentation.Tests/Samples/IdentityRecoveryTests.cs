using Segmentation.Load;
using Segmentation.Standardize;

namespace Segmentation.Tests.Samples;

/// <summary>Phones, emails and domains of the samples. Authority: the codebook of the generator (a phone's digits, planted malformed addresses, one domain a website).</summary>
public sealed class IdentityRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private readonly IdentityResult clean = IdentityStandardization.Apply(samples.Workspace);

    [Fact]
    public void A_phone_is_a_plus_its_calling_code_and_its_digits()
    {
        foreach (var kind in (EntityKind[])[EntityKind.Accounts, EntityKind.Contacts])
        {
            var (before, after) = (samples.Workspace.Require(kind).Find(Role.Phone)!, clean.Workspace.Require(kind).Find(Role.Phone)!);
            for (var row = 0; row < before.Length; row++)
            {
                if (before.IsNull(row)) continue;
                var digits = string.Concat(before.Raw(row).Where(char.IsAsciiDigit));
                // The generator writes every country's numbers with their code but those of the North American plan, which stay where the country is not known.
                Assert.Contains(after.Raw(row), before.Raw(row)[0] == '+' ? ["+" + digits] : (string[])["+1" + digits, before.Raw(row)]);
            }
        }

        Assert.All(clean.Outcomes.Where(o => o.Field.StartsWith("Phone", StringComparison.Ordinal) && o.Verdict == IdentityVerdict.NotUsable), o => Assert.Equal("country not known", o.Reason));
    }

    [Fact]
    public void Malformed_emails_are_counted_and_no_other()
    {
        var malformed = clean.Outcomes.Where(o => o is { Table: "contacts", Field: "Email", Verdict: IdentityVerdict.NotUsable });
        Assert.Equal(SampleFiles.Planted("contacts/malformed-emails"), malformed.Sum(o => o.Records));
    }

    [Fact]
    public void A_domain_is_that_of_the_website_and_no_free_mail()
    {
        var accounts = clean.Workspace.Accounts;
        var (websites, domains) = (accounts.Find(Role.Website)!, accounts.Find(Role.Domain)!);
        for (var row = 0; row < domains.Length; row++)
        {
            if (!websites.IsNull(row)) Assert.Contains(domains.Raw(row), websites.Raw(row), StringComparison.OrdinalIgnoreCase);
        }

        Assert.True(domains.NullCount < websites.NullCount);
        Assert.DoesNotContain("gmail.com", SampleWorkspace.Values(clean.Workspace.Contacts.Table, "domain"));
    }
}
