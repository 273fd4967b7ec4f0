using System.Collections.Frozen;
using Segmentation.Text;

namespace Segmentation.Match;

/// <summary>Whether two first names can be one person's. Names are folded.</summary>
internal sealed class HierarchyGuardFirstNames(HierarchyGuardOptions options)
{
    /// <summary>Short forms that do not begin as the name does; a line holds the forms of one name. Shortened beginnings (Tom, Alex) need no line.</summary>
    private const string ShortForms =
        """
        robert rob bob bobby bert
        william will bill billy willy liam wilhelm
        richard rick dick ricky rich
        elizabeth elisabeth liz beth betty lisa libby eliza bess
        margaret meg peggy maggie greta rita daisy
        katherine catherine kate kathy cathy katie kitty kat
        james jim jimmy jamie
        john johnny jack jon johannes hans jan
        joseph joe jo sepp josef
        edward ed eddie ted teddy ned
        charles charlie chuck chas karl
        henry harry hank heinrich
        anthony tony anton
        andrew andy drew
        theodore ted theo
        michael mike mick mickey misha
        lawrence laurence larry
        frances francis fran frank
        franz francisco paco pancho
        alexander alexandra sasha sandra sandy xander lex
        rebecca becky becca
        deborah debra deb debbie
        barbara barb babs
        jennifer jenny jen
        patricia pat patty trish tricia
        patrick pat paddy
        dorothy dot dolly
        susan sue suzanne susanne suzy
        virginia ginny
        abigail abby gail
        antonia toni
        antoinette toni nettie
        christopher chris kit topher
        christina christine chris tina kirsten
        nicholas nick nikolaus klaus colin
        peggy margarete grete gretel
        eleanor ellen nell nellie nora lenore
        helen ellen lena helena
        magdalena lena magda
        stephen steven steve stefan
        leonard len lenny leo
        gerald gerard gerry jerry
        jeremy jerry
        geoffrey jeffrey geoff jeff
        philip phillip phil pip
        ronald ron ronny
        donald don donny
        samuel samantha sam sammy
        matthew matt matthias
        timothy tim timmy
        gregory greg
        benjamin ben benny
        bernard bernie bernd
        eugene gene
        walter walt wally
        albert al bert
        alfred al fred alf
        frederick friedrich fred fritz rick
        ferdinand ferdi nando
        ignacio nacho
        jose pepe
        enrique quique kike
        guadalupe lupe
        giuseppe beppe pino
        vincent vince vinny enzo
        lorenzo enzo renzo
        mohammed muhammad mohamed mo
        """;

    private static readonly FrozenDictionary<string, int[]> Lines = ShortForms.Split('\n').SelectMany((line, i) => line.Trim().Split(' ').Select(name => (name, i)))
        .GroupBy(p => p.name, p => p.i, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Tells whether some word of one name is the same as, the initial, beginning, short form or a misspelling of some word of the other.</summary>
    public bool CanBeOne(string left, string right) => left == right
        || (left.Contains(' ', StringComparison.Ordinal) || right.Contains(' ', StringComparison.Ordinal) ? left.Split(' ').Any(a => right.Split(' ').Any(b => Same(a, b))) : Same(left, right));

    /// <summary>Tells whether two words are one with a typing error.</summary>
    public bool Misspelt(string left, string right) => Math.Min(left.Length, right.Length) >= options.ShortestMisspelt
        && EditDistance.Damerau(left, right, options.TypingErrors) <= options.TypingErrors;

    // A slip of the finger spares the first letter more often than not, and Lina and Mina are two people more often still.
    private bool Same(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)
        || (a[0] == b[0] && Misspelt(a, b))
        || (Lines.TryGetValue(a, out var mine) && Lines.TryGetValue(b, out var theirs) && mine.Intersect(theirs).Any());
}
