using System.Collections.Immutable;

namespace Segmentation.Standardize;

/// <summary>The built-in rules, in the order in which they decide. Words are English, then German, French, Spanish, Portuguese, Italian and Dutch; accents off.</summary>
internal static class TitleRuleBook
{
    /// <summary>What names somebody else's position and so says nothing about the level; <c>...</c> takes the rest of the title with it.</summary>
    public const string References =
        "to the ...; to our ...; to ceo ...; to cfo ...; to coo ...; to cto ...; to cmo ...; to cio ...; to vp ...; to svp ...; to evp ...; to president ...; to vice president ...; to director ...; to managing director ...; " +
        "to md ...; to chief ...; to chairman ...; to founder ...; to founders ...; to owner ...; to head of ...; to executive ...; reporting to ...; reports to ...; report to ...; office of ...; on behalf of ...; in support of ...; " +
        "ceo office; cfo office; coo office; cto office; ceo s office; cfo s office; president s office; chairman s office; director s office; president s club";

    /// <summary>What begins an earlier position where it follows the present one.</summary>
    public const string Earlier = "ex; former; formerly; previously; past; ehemals; ehemalig*; ancien; ancienne; voormalig*";

    /// <summary>name | level | confidence: S sure, U usual, L likely | phrases | unless | why.</summary>
    private const string Levels =
        """
        former position | Unknown | U | ex; former; formerly; retired; past; previously; ehemals; ehemalig*; pensionar*; ancien; ancienne; jubilado; voormalig* | ex officio | says what the person was, not what they are
        student | Unknown | U | student; students; undergraduate; phd candidate; pupil; alumni; etudiant*; estudiante; studente* | working student; student advisor; student success; student services; student recruitment; student affairs | holds no position at the company
        between positions | Unknown | U | unemployed; seeking; looking for; open to work; job seeker; on sabbatical; homemaker | | holds no position at the company
        in training | IC | S | intern; interns; internship; trainee; apprentice; working student; werkstudent*; praktikant*; auszubildende*; azubi; volontar*; stagiaire; alternant*; apprenti*; becari*; stagista; stagiair; tirocinante; estagiari* | | learns the work; whose office it is does not count
        assistant to somebody | IC | S | executive assistant; personal assistant; administrative assistant; management assistant; assistant to; s assistant; pa to; ea to; secretary to; executive secretary; assistent*; assistenz*; sekretar*; chefsekretar*; assistant de; assistant du; assistante; secretaire; asistente de; asistente del; secretaria; segretari*; secretaresse | assistent* director | serves an executive and holds none of the rank named
        figurative title | IC | U | first impressions; chief happiness officer; chief fun officer; director of fun; head of happiness; director of smiles; chief barista; chief bottle washer | | a figure of speech, for a receptionist or the like
        founder's associate | IC | U | founder associate; founders associate; founder s associate; founding engineer; founding designer; founding account | | works for the founders and is not one
        deputy officer | VP | L | deputy ceo; deputy cfo; deputy coo; deputy cto; deputy cio; deputy chief ... officer; deputy managing director; vice ceo; associate chief ... officer; stellvertretend* geschaftsfuhr*; stv geschaftsfuhr*; directeur general adjoint; directrice generale adjointe; dga; subdirector general; vice direttore generale; adjunct directeur | | one step below the officer
        officer by initials | C-Level | S | ceo; cfo; coo; cto; cmo; cio; cro; cpo; ciso; chro; cso; cdo; cco; clo; cao; cxo; cbo; c level; c suite | | the initials of a chief officer; of several positions the highest counts
        chief officer | C-Level | S | chief ... officer; chief executive; group chief executive | chief of staff; chief petty officer; chief warrant officer | a chief officer; of several positions the highest counts
        vice president | VP | S | vice president; vice presidente; vp; svp; evp; avp; rvp; gvp; fvp; vizeprasident*; vicepresident*; vice presidenta; vicepresidenta; vice voorzitter | | a vice president of any grade: the word "president" inside it does not make an officer
        managing director | C-Level | U | managing director; geschaftsfuhr*; geschaftsleit*; vorstand*; vorsitzende*; directeur general; directrice generale; president directeur; pdg; gerant; gerante; director general; directora general; gerente general; consejer* delegad*; director geral; diretor geral; direttore generale; direttrice generale; amministratore delegato; amministratore unico; algemeen directeur; ceo directeur | vorstandsassist* | heads the company; at investment banks a rank below it, which takes a rule of one's own
        general counsel | C-Level | L | general counsel | associate general counsel; assistant general counsel; deputy general counsel | the chief legal officer under another name
        president | C-Level | U | president; presidente; presidenta; prasident; prasidentin; voorzitter | | heads the company or one of its regions
        founder or owner | C-Level | U | founder; founders; co owner; owner; proprietor; business owner; grunder*; mitgrunder*; inhaber*; eigentumer*; gesellschafter*; fondateur; fondatrice; cofondateur; proprietaire; fundador*; propietari*; dueno; duena; socio director; fondatore; titolare; eigenaar; oprichter | product owner; process owner; service owner; data owner; scrum owner; system owner | owns or founded the company
        partner of a firm | C-Level | L | partner; managing partner; general partner; senior partner; founding partner; equity partner; associe; associee; socio; socia; vennoot | business partner; partner manager; partner management; partner marketing; partner success; partner account; partner sales; partner development; partner program; partner operations; partner enablement; channel partner; alliance; partner solutions; partner engineer | owns a share of a professional firm
        chair of the board | C-Level | L | chairman; chairwoman; chairperson; chair; vice chair; executive chair; chair of the board; board chair; verwaltungsratsprasident*; aufsichtsratsvorsitzend* | | heads the board; may not run the company
        member of the board | Unknown | U | board member; member of the board; non executive director; nonexecutive director; ned; independent director; board director; board of directors; board advisor; advisory board; beirat; aufsichtsrat; verwaltungsrat; administrateur independant; consejero independiente; commissaris | | oversees the company without a position in it
        chief of staff | Director | L | chief of staff; stabschef*; stabsleit* | | runs an executive's office and leads no function: of an officer's circle, not an officer
        first of a profession | Director | L | chief engineer; chief architect; chief scientist; chief economist; chief designer; chief accountant; chief analyst; chief technologist; chief evangelist; chief editor; editor in chief; chief underwriter; chief buyer; chefingenieur*; chefredakteur* | | leads a profession; not an officer without the word
        manager of work | policy | U | account executive; account manager; key account; product manager; product owner; produktmanager*; project manager; projektmanager*; projektleit*; program manager; customer success manager; csm; community manager; brand manager; category manager; relationship manager; office manager; event manager; events manager; social media manager; case manager; territory manager; partner manager; channel manager; campaign manager; content manager; chef de projet; cheffe de projet; chef de produit; chef de marque; jefe de proyecto; jefa de proyecto; gestor de proyecto; gestor de cuentas; capo progetto; projectleider; projectmanager; accountmanager; productmanager | director; directeur; directrice; head of; group product manager; head | manages accounts, products or projects, not people, unless the policy says otherwise
        individual lead | IC | L | lead ... engineer; lead ... developer;  lead designer; lead architect; lead analyst; lead scientist; tech lead; technical lead; lead generation; lead gen; leads; lead qualification; lead consultant | director; head; manager; team lead | leads by skill or works on leads; leads no team for sure
        team lead | Manager | U | team lead; team leader; teamlead; teamlead*; teamleit*; gruppenleit*; schichtleit*; filialleit*; team manager; chef d equipe; cheffe d equipe; responsable d equipe; jefe de equipo; jefa de equipo; capo squadra; teamleider; lider de equipo | director; head of | leads a team
        art director | IC | L | art director; artdirector; funeral director; director of photography | | a craft that carries the word
        account director | Director | L | account director; client director; client partner | | a senior seller or a head of sellers
        director | Director | S | director; directors; executive director; direktor*; directeur; directrice; directora; diretor; diretora; direttore; direttrice; directeuren; direcao | | a director of any grade
        head of a function | Director | U | head; leiter; leiterin; *leiter; *leiterin; leitung; *leitung; hoofd; afdelingshoofd; drh; dsi; daf; responsable de direction | head chef; head nurse; head teacher; head coach; head waiter; head cashier; head receptionist; headhunter; vorarbeiter; *begleiter; *begleiterin | leads a function
        general manager | Director | U | general manager; country manager; betriebsleit*; werksleit*; plant manager; gerente regional; prokurist*; treasurer | | leads a business unit, a plant or a country
        manager | Manager | S | manager; managers; managerin; *manager; *managerin | | manages people or a field; "senior" and "assistant" do not change it
        supervisor | Manager | U | supervisor; superintendent; foreman; foreperson; controller; shift lead; lead; team captain; head chef; head nurse; head cashier; responsable; gerente; jefe; jefa; responsabile; capo; chef de; cheffe de; verantwortlich*; vorarbeiter; coordinateur; bedrijfsleider; leidinggevende; encargad* | | supervises others
        specialist | IC | S | specialist; analyst; coordinator; administrator; representative; associate; engineer; developer; programmer; designer; technician; clerk; accountant; bookkeeper; recruiter; buyer; writer; copywriter; editor; receptionist; nurse; teacher; attorney; lawyer; paralegal; scientist; researcher; assistant; secretary; consultant; agent; sdr; bdr; ae; scrum master; operator; mechanic; electrician; driver; cashier; translator; purchaser; salesperson; salesman; saleswoman; tester; dba; sachbearbeit*; mitarbeit*; referent*; entwickler*; berater*; verkaufer*; verkauf; *ingenieur*; buchhalt*; kauf*; disponent*; einkaufer*; techniker*; charge de; chargee de; conseiller*; technicien*; developpeur*; comptable*; commercial; acheteu*; vendeu*; redacteu*; analista; especialista; ingenier*; tecnic*; asesor*; consultor*; desarrollador*; asistente; contable; comercial; coordinador*; coordenador*; comprador*; vendedor*; specialista; impiegat*; consulente; ingegner*; sviluppat*; addett*; contabile; *assistent; *assistentin; *assistenz; medewerk*; adviseur; ontwikkelaar; boekhoud*; verkoper; inkoper | | does the work of a profession; no word of leading a team
        senior professional | IC | L | architect; strategist; planner; advisor; adviser; officer; principal; generalist; expert; staff; evangelist; ambassador; sales executive; marketing executive; business executive; business partner; producer; trainer; coach; auditor; underwriter; estimator; inspector; worker; investigator; economist; statistician; controllerin; *arbeiter; *arbeiterin | | a profession; the title does not say that it leads a team
        """;

    /// <summary>name | department | confidence | phrases | unless | why.</summary>
    private const string Departments =
        """
        administration | Administration | U | executive assistant; personal assistant; administrative assistant; office administrator; office manager; receptionist; assistant to; first impressions; secretary; secretaire; sekretar*; assistenz*; assistent der*; assistante de direction; segretari*; secretari*; facilities; facility | | runs the office
        finance officer | Finance | S | cfo; chief financial officer; chief finance officer; chief accounting officer; daf | | the initials of the finance officer
        technology officer | Engineering | U | cto; chief technology officer; chief technical officer | | usually leads engineering; in some companies IT
        information officer | IT | S | cio; ciso; chief information; chief security; chief digital; chief data; dsi | | leads information technology or its security
        marketing officer | Marketing | S | cmo; chief brand | | the initials of the marketing officer
        operations officer | Operations | S | coo | | the initials of the operations officer
        revenue officer | Sales | U | cro; chief revenue; chief commercial; chief sales | | leads revenue
        people officer | Human Resources | S | chro; chief people; chief human; chief talent; drh | | leads people
        product officer | Product | U | cpo; chief product | | usually the product officer; elsewhere people, procurement or privacy
        customer officer | Customer Success | U | chief customer; chief client | | leads customers
        procurement | Procurement | S | procurement; purchasing; purchaser; sourcing; buyer; supply chain; category manager; einkauf*; einkaufer*; beschaffung; achat; achats; acheteu*; compras; comprador*; acquisti; inkoop; inkoper | talent sourcing; media buyer | buys
        human resources | Human Resources | S | human resources; human resource; hr; people; talent; recruit*; personnel; payroll; compensation; hrbp; learning and development; personal*; ressources humaines; rh; recursos humanos; rrhh; risorse umane; personeel*; personeelszaken | personal assistant; people first | looks after employees
        customer success | Customer Success | S | customer success; client success; customer support; customer service; customer care; customer experience; client services; csm; onboarding; technical support; help desk; kundenservice; kundenbetreu*; kundendienst; service client; relation client; atencion al cliente; servizio clienti; assistenza clienti; klantenservice | | looks after customers after the sale
        product marketing | Marketing | U | product marketing; field marketing; partner marketing; marketing operations | | marketing of a product
        sales | Sales | S | sales; salesperson; salesman; saleswoman; account executive; account manager; account director; key account; business development; bdr; sdr; ae; revenue; presales; territory; channel; alliances; commercial; pre sales; sales engineer; solutions engineer; vertrieb*; verkauf*; *verkauf; vente; ventes; commerciale; ventas; comercial; vendas; vendite; verkoop; verkoper; accountmanager; go to market | | sells
        marketing | Marketing | S | marketing; brand; communications; communication; public relations; pr; advertising; demand generation; demand gen; growth; seo; content; social media; events; event; media; kommunikation; werbung; publicite; mercadeo; comunicacion; comunicazione; community; copywriter | | makes the company known
        finance | Finance | S | finance; financial; accounting; accountant; accounts payable; accounts receivable; controller; controlling; treasury; treasurer; tax; audit; auditor; bookkeeper; fp and a; billing; credit; finanz*; buchhalt*; rechnungswesen; finances; financier; financiere; comptable; comptabilite; finanzas; financiero; contable; contabilidad; finanza; amministrazione; contabile; financien; financieel; boekhoud* | financial advisor | keeps the money
        legal | Legal | S | legal; counsel; attorney; lawyer; paralegal; compliance; privacy; contracts; contract manager; recht; rechts*; jurist*; juridique; juridico; legale; juridisch* | | answers for law and compliance
        information technology | IT | S | it; information technology; information systems; information security; cybersecurity; cyber security; infrastructure; system administrator; systems administrator; sysadmin; network; database; dba; data; business intelligence; erp; crm; helpdesk; informatik; edv; systeme; informatique; sistemas; informatica; informatici; ict; salesforce administrator | data entry | runs systems and data
        engineering | Engineering | S | engineering; engineer; engineers; developer; software; programmer; devops; architect; r and d; research and development; research; technology; scientist; qa; tester; hardware; entwickl*; ingenieur*; *ingenieur*; forschung; developpeur*; recherche; ingenieria; ingenier*; desarrollo; ingegner*; sviluppo; sviluppat*; ontwikkel* | | builds the product
        product | Product | S | product; products; ux; user experience; product owner; produkt*; produit; produits; producto; prodotto; productmanager; designer | production; product line operator | decides what is built
        operations | Operations | S | operations; operational; logistics; supply; warehouse; manufacturing; production; plant; quality; fulfillment; process; project manager; program manager; projektleit*; betrieb; betriebs*; logistik; produktion; werk*; operation; exploitation; logistique; operaciones; logistica; operazioni; produzione; operaties; logistiek | | keeps the company running
        executive | Executive | U | ceo; chief executive; chief executive officer; president; presidente; prasident*; managing director; founder; owner; general manager; chief of staff; chairman; board; partner; managing partner; geschaftsfuhr*; geschaftsleit*; vorstand*; inhaber*; directeur general; directrice generale; pdg; gerant; director general; gerente general; consejero delegado; direttore generale; amministratore delegato; titolare; algemeen directeur; eigenaar; grunder*; fondateur; fondatrice; fundador* | vice president; business partner | leads the company as a whole
        """;

    private static readonly ImmutableArray<TitleRule> BuiltIn = [.. Read(Levels, "level"), .. Read(Departments, "department")];

    /// <summary>Gets the built-in rules.</summary>
    public static ImmutableArray<TitleRule> Rules => BuiltIn;

    private static IEnumerable<TitleRule> Read(string lines, string what)
    {
        foreach (var line in lines.Split('\n'))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            yield return new TitleRule
            {
                Name = what == "level" ? parts[0] : $"department {parts[0]}",
                Level = what == "level" ? TitleLevelName.Parse(parts[1]) : null,
                IsManagerOfWork = parts[1] == "policy",
                Department = what == "department" ? parts[1] : null,
                Confidence = parts[2] switch { "S" => TitleConfidence.Sure, "U" => TitleConfidence.Usual, _ => TitleConfidence.Likely },
                Phrases = [.. parts[3].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                Unless = [.. parts[4].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                Why = parts[5],
            };
        }
    }
}
