using Segmentation.Standardize;

namespace Segmentation.Tests.Standardize;

// Authority for the adversarial titles: the project's list of titles with a stated answer; the reason is the rule's own.
public sealed class TitleClassificationTests
{
    [Theory]
    [InlineData("Vice President", "VP", "the word \"president\" inside it does not make an officer")]
    [InlineData("Executive Assistant to the CEO", "IC", "holds none of the rank named")]
    [InlineData("Assistant to the VP", "IC", "no word of leading a team")]
    [InlineData("Account Executive", "IC", "unless the policy says otherwise")]
    [InlineData("Account Manager", "IC", "unless the policy says otherwise")]
    [InlineData("Product Manager", "IC", "unless the policy says otherwise")]
    [InlineData("Customer Success Manager", "IC", "unless the policy says otherwise")]
    [InlineData("CEO & Co-Founder", "C-Level", "the initials of a chief officer")]
    [InlineData("Assistant Vice President", "VP", "a vice president of any grade")]
    [InlineData("SVP", "VP", "a vice president of any grade")]
    [InlineData("EVP", "VP", "a vice president of any grade")]
    [InlineData("Director of First Impressions", "IC", "a figure of speech")]
    [InlineData("Chief of Staff", "Director", "runs an executive's office")]
    [InlineData("VP/Director Sales", "VP", "a vice president of any grade")]
    [InlineData("ex-CTO", "Unknown", "says what the person was")]
    [InlineData("Former VP", "Unknown", "says what the person was")]
    [InlineData("VP Engineering (ex-Google)", "VP", "a vice president of any grade")]
    [InlineData("Director of Operations, former CFO", "Director", "a director of any grade")]
    [InlineData("CEO (retired)", "Unknown", "says what the person was")]
    [InlineData("Advisor to Founders", "IC", "a profession")]
    [InlineData("Lead Software Engineer", "IC", "leads by skill")]
    [InlineData("MD", "Unknown", "no word of the title is in a rule")]
    [InlineData("Geschäftsführer", "C-Level", "heads the company")]
    [InlineData("Student", "Unknown", "holds no position at the company")]
    [InlineData("Intern, CEO office", "IC", "learns the work")]
    [InlineData("Office of the CFO", "Unknown", "names whose office it is")]
    [InlineData("Analyst, Office of the CFO", "IC", "no word of leading a team")]
    [InlineData("Director, CEO Office", "Director", "a director of any grade")]
    [InlineData("Head of Sales", "Director", "leads a function")]
    [InlineData("Managing Director", "C-Level", "at investment banks a rank below")]
    [InlineData("Partner", "C-Level", "owns a share of a professional firm")]
    [InlineData("HR Business Partner", "IC", "a profession")]
    [InlineData("Founder", "C-Level", "owns or founded")]
    [InlineData("Founder's Associate", "IC", "works for the founders")]
    [InlineData("Owner", "C-Level", "owns or founded")]
    [InlineData("Product Owner", "IC", "unless the policy says otherwise")]
    [InlineData("Team Lead", "Manager", "leads a team")]
    [InlineData("Lead Generation Specialist", "IC", "works on leads")]
    [InlineData("Senior Manager", "Manager", "\"senior\" and \"assistant\" do not change it")]
    [InlineData("Chief Engineer", "Director", "not an officer without the word")]
    [InlineData("Deputy CFO", "VP", "one step below the officer")]
    [InlineData("President and CEO", "C-Level", "the initials of a chief officer")]
    [InlineData("Vice President & CFO", "C-Level", "of several positions the highest counts")]
    [InlineData("President's Club Winner, Account Executive", "IC", "unless the policy says otherwise")]
    [InlineData("Non-Executive Director", "Unknown", "oversees the company")]
    [InlineData("Executive Director", "Director", "a director of any grade")]
    [InlineData("Group Product Manager", "Manager", "manages people or a field")]
    [InlineData("Chief Happiness Officer", "IC", "a figure of speech")]
    public void An_adversarial_title_has_a_stated_answer_and_a_reason(string title, string level, string reason)
    {
        var said = TitleRules.Default.Classify(title);
        Assert.Equal((title, level), (said.Title, TitleLevelName.Of(said.Level)));
        Assert.Contains(reason, said.LevelBy.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vertriebsleiter", "Director")]
    [InlineData("Leiterin Marketing", "Director")]
    [InlineData("Teamleiter Einkauf", "Manager")]
    [InlineData("Geschaeftsfuehrerin", "C-Level")]
    [InlineData("Mitglied des Vorstands", "C-Level")]
    [InlineData("Assistenz der Geschäftsführung", "IC")]
    [InlineData("Sachbearbeiterin Buchhaltung", "IC")]
    [InlineData("Werkstudent", "IC")]
    [InlineData("Vertriebsassistentin", "IC")]
    [InlineData("Zugbegleiter", "Unknown")]
    [InlineData("Président-Directeur Général", "C-Level")]
    [InlineData("PDG", "C-Level")]
    [InlineData("Directrice des ventes", "Director")]
    [InlineData("Responsable Achats", "Manager")]
    [InlineData("Chef de projet", "IC")]
    [InlineData("Chargée de clientèle", "IC")]
    [InlineData("Directeur général adjoint", "VP")]
    [InlineData("Director General", "C-Level")]
    [InlineData("Gerente de Ventas", "Manager")]
    [InlineData("Jefa de Compras", "Manager")]
    [InlineData("Vicepresidenta", "VP")]
    [InlineData("Consejero Delegado", "C-Level")]
    [InlineData("Amministratore Delegato", "C-Level")]
    [InlineData("Direttrice Commerciale", "Director")]
    [InlineData("Responsabile Acquisti", "Manager")]
    [InlineData("Algemeen directeur", "C-Level")]
    [InlineData("Hoofd Inkoop", "Director")]
    [InlineData("Medewerker verkoop", "IC")]
    [InlineData("Eigenaar", "C-Level")]
    public void Titles_of_other_languages_have_a_level(string title, string level) => Assert.Equal(level, TitleLevelName.Of(TitleRules.Default.Classify(title).Level));

    [Theory]
    [InlineData("🚀 C.E.O. 🚀", "C-Level")]
    [InlineData("<b>CEO</b>", "C-Level")]
    [InlineData("CEO &amp; Founder", "C-Level")]
    [InlineData("  v.p.   SALES ", "VP")]
    [InlineData("Ｄｉｒｅｃｔｏｒ", "Director")]
    [InlineData("Sr. Mgr., Ops", "Manager")]
    [InlineData("- Director -", "Director")]
    [InlineData("", "Unknown")]
    [InlineData("   ", "Unknown")]
    [InlineData("!!!", "Unknown")]
    [InlineData("=HYPERLINK(\"http://x.example\",\"CEO\")", "Unknown")]
    [InlineData("@SUM(1+1)*cmd|' /C calc'!A0", "Unknown")]
    [InlineData("<script>alert(1)</script>", "Unknown")]
    [InlineData("代表取締役", "Unknown")]
    [InlineData("\ud800 lone", "Unknown")]
    public void Punctuation_emoji_and_markup_are_no_words(string title, string level) => Assert.Equal(level, TitleLevelName.Of(TitleRules.Default.Classify(title).Level));

    [Fact]
    public void A_title_longer_than_200_characters_is_not_read()
    {
        Assert.Equal(TitleLevel.CLevel, TitleRules.Default.Classify("CEO " + new string('x', 196)).Level);
        var said = TitleRules.Default.Classify("CEO " + new string('x', 197));
        Assert.Equal((TitleLevel.Unknown, "too long", 0.0), (said.Level, said.LevelBy.Rule, said.LevelBy.Confidence));
    }

    [Theory]
    [InlineData("CFO", "Finance")]
    [InlineData("CEO", "Executive")]
    [InlineData("VP of Human Resources", "Human Resources")]
    [InlineData("IT Analyst", "IT")]
    [InlineData("Sales Engineer", "Sales")]
    [InlineData("Product Marketing Manager", "Marketing")]
    [InlineData("Executive Assistant to the CFO", "Administration")]
    [InlineData("Account Executive", "Sales")]
    [InlineData("General Counsel", "Legal")]
    [InlineData("Software Developer", "Engineering")]
    [InlineData("Leiter Einkauf", "Procurement")]
    [InlineData("Office of the CFO", "Finance")]
    [InlineData("Director", null)]
    [InlineData("Vice President", null)]
    public void The_department_is_decided_apart_from_the_level(string title, string? department) => Assert.Equal(department, TitleRules.Default.Classify(title).Department);

    [Fact]
    public void A_classification_names_the_rule_the_words_and_the_confidence()
    {
        var said = TitleRules.Default.Classify("Executive Vice-President, Sales");
        Assert.Equal(("vice president", "vice president", 0.95), (said.LevelBy.Rule, said.LevelBy.Matched, said.LevelBy.Confidence));
        Assert.Equal(("department sales", "sales"), (said.DepartmentBy.Rule, said.DepartmentBy.Matched));
        Assert.Equal(2, said.ToTable().RowCount);
    }

    [Fact]
    public void The_policy_gives_managers_of_work_another_level()
    {
        var rules = TitleRules.Default with { ManagersOfWork = TitleLevel.Manager };
        Assert.All((string[])["Account Executive", "Account Manager", "Product Manager"], title => Assert.Equal(TitleLevel.Manager, rules.Classify(title).Level));
        Assert.Equal(TitleLevel.IndividualContributor, TitleRules.Default.Classify("Account Executive").Level);
    }

    [Fact]
    public void Every_built_in_rule_has_a_name_of_its_own_phrases_and_a_reason()
    {
        var rules = TitleRules.Default.Rules;
        Assert.Equal(rules.Length, rules.Select(r => r.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(rules, rule => Assert.True(rule.Why is { Length: > 0 } && rule.Phrases.Concat(rule.Unless).All(p => new TitlePhrase(p).IsUsable), rule.Name));
    }

    [Fact]
    public void Every_phrase_of_the_level_rules_reaches_its_rule_or_one_before_it()
    {
        // A phrase that no rule up to its own decides could never apply.
        var rules = TitleRules.Default.Rules;
        foreach (var rule in rules.Where(r => r.Level is not null))
        {
            var upTo = rules.Take(rules.IndexOf(rule) + 1).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var phrase in rule.Phrases.Where(p => !p.Contains('*', StringComparison.Ordinal)))
                Assert.Contains(TitleRules.Default.Classify(phrase.Replace("...", "thing", StringComparison.Ordinal)).LevelBy.Rule, upTo.Append("office of an executive"));
        }
    }
}
