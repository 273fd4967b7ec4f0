using System.Collections.Frozen;

namespace Segmentation.Text;

/// <summary>Domains under which many unrelated people and companies live.</summary>
internal static class PublicDomains
{
    /// <summary>Second-level registries by country, from the Public Suffix List (publicsuffix.org), the common ones.</summary>
    private static readonly (string Country, string Names)[] Registries =
    [
        ("uk", "co org me ltd plc net sch ac gov nhs police"), ("au", "com net org edu gov asn id"), ("nz", "co net org ac govt geek gen kiwi school iwi maori"),
        ("jp", "co ne or ac ad go ed gr lg"), ("kr", "co ne or re pe go ac"), ("in", "co com net org firm gen ind ac edu res gov nic"),
        ("id", "co web or ac go net sch my biz"), ("th", "co or in ac go net mi"), ("il", "co org net ac gov muni k12"), ("za", "co org net web ac gov law nom school"),
        ("ke", "co or ne go ac sc info me"), ("ug", "co or ac sc go ne com org"), ("tz", "co or ac go ne"), ("ng", "com org net gov edu sch name mobi"), ("gh", "com edu gov org mil"),
        ("br", "com net org gov edu art blog eco ind inf adv eng med srv tur tv"), ("ar", "com net org gob gov edu int tur"), ("mx", "com net org gob edu"),
        ("co", "com net org edu gov nom"), ("pe", "com net org edu gob nom"), ("ve", "com co net org gob info web"), ("ec", "com net org edu gob gov fin info med"),
        ("uy", "com net org edu gub"), ("py", "com net org edu gov coop"), ("bo", "com net org edu gob"), ("cr", "co or ac ed fi go sa"), ("gt", "com net org edu gob ind"),
        ("pa", "com net org edu gob ac"), ("do", "com net org edu gob gov web"), ("cn", "com net org gov edu ac"), ("hk", "com net org edu gov idv"), ("tw", "com net org edu gov idv"),
        ("sg", "com net org edu gov per"), ("my", "com net org edu gov name"), ("ph", "com net org edu gov ngo"), ("vn", "com net org edu gov biz info name pro health"),
        ("pk", "com net org edu gov biz fam web"), ("bd", "com net org edu gov ac info"), ("lk", "com net org edu gov ac"), ("np", "com net org edu gov"),
        ("tr", "com net org edu gov bel biz info gen web av dr tv"), ("ua", "com net org edu gov in kiev kyiv lviv od dp"), ("ru", "com org net msk spb"), ("kz", "com net org edu gov"),
        ("pl", "com net org edu gov biz info waw"), ("ro", "com org info firm nom store www"), ("gr", "com net org edu gov"), ("cy", "com net org ac gov ltd biz"), ("mt", "com net org edu"),
        ("pt", "com net org edu gov nome publ int"), ("es", "com nom org gob edu"), ("it", "gov edu"), ("fr", "com asso nom prd tm gouv"), ("at", "co or ac gv"), ("hu", "co org info 2000 bolt"),
        ("rs", "co org edu ac gov in"), ("hr", "com from iz name"), ("eg", "com net org edu gov sci"), ("ma", "co net org ac gov press"), ("tn", "com net org gov ind info"), ("dz", "com net org edu gov"),
        ("ae", "co net org ac gov sch"), ("sa", "com net org edu gov med sch"), ("qa", "com net org edu gov"), ("kw", "com net org edu gov"), ("bh", "com net org edu gov"), ("om", "com co net org edu gov"),
        ("lb", "com net org edu gov"), ("jo", "com net org edu gov"), ("ir", "co net org ac gov id sch"), ("mo", "com net org edu gov"), ("kh", "com net org edu gov"), ("fj", "com net org ac biz"),
    ];

    /// <summary>Hosts of other people's sites: the name before them is the company's, not theirs.</summary>
    private const string SiteHosts =
        "github.io gitlab.io herokuapp.com netlify.app vercel.app web.app firebaseapp.com pages.dev azurewebsites.net blogspot.com wordpress.com " +
        "wixsite.com weebly.com squarespace.com myshopify.com webflow.io hubspotpagebuilder.com uk.com us.com eu.com de.com br.com cn.com jpn.com za.com";

    /// <summary>Free-mail providers that use their name under many top levels: yahoo.fr, hotmail.co.uk.</summary>
    private static readonly FrozenSet<string> FreeMailNames =
        "yahoo ymail rocketmail hotmail outlook live msn gmx aol googlemail yandex".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FreeMail = (
        "gmail.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me mail.com email.com usa.com fastmail.com fastmail.fm hushmail.com tutanota.com tutanota.de tuta.io " +
        "hey.com inbox.com zohomail.com mail.ru bk.ru list.ru inbox.ru rambler.ru ya.ru ukr.net i.ua web.de t-online.de freenet.de arcor.de posteo.de mailbox.org online.de " +
        "orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it alice.it tin.it tiscali.it email.it telefonica.net terra.es " +
        "bluewin.ch hispeed.ch sunrise.ch aon.at chello.at telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl xs4all.nl planet.nl home.nl hetnet.nl casema.nl " +
        "telia.com spray.se bredband.net online.no broadpark.no mail.dk jubii.dk kolumbus.fi seznam.cz centrum.cz email.cz post.cz azet.sk wp.pl o2.pl onet.pl op.pl interia.pl tlen.pl gazeta.pl " +
        "freemail.hu citromail.hu abv.bg mail.bg sapo.pt uol.com.br bol.com.br terra.com.br ig.com.br globo.com btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk " +
        "comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net optonline.net roadrunner.com rr.com frontier.com windstream.net " +
        "rogers.com shaw.ca sympatico.ca telus.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz rediffmail.com sify.com " +
        "qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com tom.com 139.com 189.cn naver.com hanmail.net daum.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp " +
        "mailinator.com guerrillamail.com 10minutemail.com yopmail.com trashmail.com tempmail.com sharklasers.com").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Suffixes = Registries
        .SelectMany(r => r.Names.Split(' ').Select(name => $"{name}.{r.Country}")).Concat(SiteHosts.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SuffixLookup = Suffixes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FreeMailNameLookup = FreeMailNames.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsSuffix(ReadOnlySpan<char> twoLabels) => SuffixLookup.Contains(twoLabels);

    public static bool IsFreeMail(string domain)
    {
        if (FreeMail.Contains(domain)) return true;
        var dot = domain.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && FreeMailNameLookup.Contains(domain.AsSpan(0, dot));
    }
}
