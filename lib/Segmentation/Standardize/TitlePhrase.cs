namespace Segmentation.Standardize;

/// <summary>A phrase of a rule, ready to be looked for among the words of a title.</summary>
internal sealed class TitlePhrase
{
    private const string Gap = "...";
    private readonly (string Text, Kind Kind)[] tokens;

    /// <summary>Returns a phrase as <see cref="TitleRule.Phrases"/> describes it.</summary>
    public TitlePhrase(string phrase)
    {
        // The stars and gaps would fall to the same knife as the title's punctuation, so each token is folded alone.
        tokens = [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Token).Select(Parsed)];
        First = tokens is [(var first, Kind.Word), ..] ? first : null;
    }

    /// <summary>Gets whether the phrase says anything: begins and ends with a word.</summary>
    public bool IsUsable => tokens.Length > 0 && tokens[0].Kind != Kind.Gap && tokens[^1].Kind != Kind.Gap && tokens.All(t => t.Kind == Kind.Gap || t.Text.Length > 0);

    /// <summary>Gets the first word, by which the phrase is looked up; null where it is not a plain one.</summary>
    public string? First { get; }

    /// <summary>Returns where the phrase stands: first word and number of words; null where it does not.</summary>
    public (int Start, int Length)? Find(ReadOnlySpan<string> words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            if (End(words, start, 0) is var end and >= 0) return (start, end - start);
        }

        return null;
    }

    private int End(ReadOnlySpan<string> words, int at, int token)
    {
        for (; token < tokens.Length; token++, at++)
        {
            if (tokens[token].Kind == Kind.Gap)
            {
                for (var next = at; next < words.Length; next++)
                {
                    if (End(words, next, token + 1) is var end and >= 0) return end;
                }

                return -1;
            }

            if (at >= words.Length || !Fits(words[at], tokens[token])) return -1;
        }

        return at;
    }

    private static bool Fits(string word, (string Text, Kind Kind) token) => token.Kind switch
    {
        Kind.Inside => word.Contains(token.Text, StringComparison.Ordinal),
        Kind.End => word.EndsWith(token.Text, StringComparison.Ordinal),
        Kind.Start => word.StartsWith(token.Text, StringComparison.Ordinal),
        _ => word == token.Text,
    };

    private static (string Text, Kind Kind) Parsed(string token) => token switch
    {
        Gap => (string.Empty, Kind.Gap),
        ['*', .. var inside, '*'] => (inside, Kind.Inside),
        ['*', .. var end] => (end, Kind.End),
        [.. var start, '*'] => (start, Kind.Start),
        _ => (token, Kind.Word),
    };

    private static IEnumerable<string> Token(string written)
    {
        if (written == Gap) return [Gap];
        var words = TitleWords.Of(written.Trim('*'));
        if (words.Length == 0) return ["*"];
        if (written[0] == '*') words[0] = "*" + words[0];
        if (written[^1] == '*') words[^1] += "*";
        return words;
    }

    private enum Kind
    {
        Word,
        Start,
        End,
        Inside,
        Gap,
    }
}
