using System.Collections.Frozen;

namespace Segmentation.Match;

/// <summary>Short forms of given names, folded; the common ones in English, German, French and Spanish.</summary>
internal static class GivenNames
{
    /// <summary>The full form, then its short forms. A short form of two names stands under the commoner.</summary>
    private const string Lines =
        """
        abigail abby gail
        albert al bert
        alexander alex sandy sascha
        alexandra lexi sandra
        andrew andy drew
        anthony tony
        antonio toni
        barbara barb babs
        benjamin ben benny
        catherine kate katie cathy kathy katherine kathryn
        charles charlie chuck
        christina tina chris christine christa
        christopher kit topher
        daniel dan danny
        david dave davy
        deborah deb debbie debra
        dorothy dot dottie
        edward ed eddie ted teddy
        elizabeth liz lizzie beth betty eliza lisa
        eugene gene
        florian flo
        francisco paco pancho
        francis frank
        frederick fred freddy freddie
        gabriele gabi
        gerald gerry jerry
        gregory greg
        guillermo memo
        harold harry hal
        henry hank
        jacob jake
        james jim jimmy jamie
        jennifer jen jenny
        jessica jess jessie
        johannes hannes
        john jack johnny
        jonathan jon
        josef sepp
        joseph joe joey
        jose pepe
        joshua josh
        judith judy
        kenneth ken kenny
        lawrence larry
        leonard leo lenny
        margaret maggie meg peggy
        matthew matt
        michael mike mick mikey
        michaela michi
        nicholas nick nicky nicolas
        pamela pam
        patricia pat patty trish
        patrick paddy
        peter pete
        philip phil phillip
        raymond ray
        rebecca becky
        richard rick ricky dick rich
        robert bob bobby rob robbie bert
        ronald ron ronnie
        russell russ
        samuel sam sammy
        stanley stan
        stefan steffen
        stephanie steph steffi
        stephen steve steven
        susan sue susie suzy
        theodore theo
        theresa terry teresa
        thomas tom tommy
        timothy tim
        ulrich uli
        valerie val
        victoria vicky
        vincent vince
        walter walt
        wilhelm willi
        william bill billy will willy liam
        wolfgang wolf
        zachary zach
        """;

    private static readonly FrozenDictionary<string, string> Full = Read();

    /// <summary>Returns the full form of a given name ("bob" and "robert" → "robert"); null where no short forms of it are known.</summary>
    public static string? FullOf(string name) => Full.GetValueOrDefault(name);

    private static FrozenDictionary<string, string> Read()
    {
        var full = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var names = line.Split(' ');
            foreach (var name in names) full.TryAdd(name, names[0]);
        }

        return full.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
