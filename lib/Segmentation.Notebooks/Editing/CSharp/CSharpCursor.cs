using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>What kind of C# text a cursor stands in.</summary>
internal static class CSharpCursor
{
    /// <summary>Where names mean nothing to the compiler, and where they do.</summary>
    public enum Place
    {
        /// <summary>Code.</summary>
        Code,

        /// <summary>Between the quotes of a string, not in a hole of it.</summary>
        String,

        /// <summary>In a comment, a character, a number or a directive.</summary>
        Nothing,
    }

    /// <summary>Returns the place of a cursor, and the token that holds it where it is a string.</summary>
    public static (Place Place, SyntaxToken Token) Find(SyntaxTree tree, int position)
    {
        var root = tree.GetRoot();
        if (position > 0)
        {
            var trivia = root.FindTrivia(position - 1);
            if (trivia.SpanStart < position && IsDead(trivia, position)) return (Place.Nothing, default);
        }

        var token = root.FindToken(position);
        // Between two tokens FindToken gives the right one: a string that is not closed, and text in an interpolated one, may end here.
        var left = position > 0 ? root.FindToken(position - 1) : token;
        foreach (var one in new[] { token, left })
        {
            if (IsString(one.Kind()) && one.SpanStart < position && (position < one.Span.End || !IsClosed(one))) return (Place.String, one);
            if (one.IsKind(SyntaxKind.InterpolatedStringTextToken) && one.SpanStart <= position && position <= one.Span.End) return (Place.String, one);
            if (one.Kind() is SyntaxKind.CharacterLiteralToken or SyntaxKind.NumericLiteralToken && one.SpanStart < position && position <= one.Span.End
                && !(one.IsKind(SyntaxKind.CharacterLiteralToken) && position == one.Span.End && IsClosed(one))) return (Place.Nothing, one);
        }

        if (left.Kind() is SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            && left.Span.End == position && !token.IsKind(SyntaxKind.OpenBraceToken)) return (Place.String, left);
        return token.IsKind(SyntaxKind.InterpolatedStringEndToken) && token.SpanStart == position && !left.IsKind(SyntaxKind.CloseBraceToken) && left != token && left.IsKind(SyntaxKind.InterpolatedStringTextToken)
            ? (Place.String, token) : (Place.Code, token);
    }

    /// <summary>Returns the ends of the name at a cursor; both are the cursor where there is none.</summary>
    public static (int Start, int End) Word(string text, int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end])) end++;
        if (start > 0 && text[start - 1] == '@') start--;
        return (start, end);
    }

    /// <summary>Tells whether nothing but white space stands between an offset and the end of its line.</summary>
    public static bool IsLastOnLine(string text, int at)
    {
        while (at < text.Length && text[at] is not '\n' && char.IsWhiteSpace(text[at])) at++;
        return at == text.Length || text[at] == '\n';
    }

    private static bool IsDead(SyntaxTrivia trivia, int position) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.PreprocessingMessageTrivia => position <= trivia.Span.End,
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia =>
            position < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal),
        SyntaxKind.DisabledTextTrivia => true,
        _ => trivia.IsDirective,
    };

    private static bool IsString(SyntaxKind kind) => kind is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static bool IsClosed(SyntaxToken token) => !token.GetDiagnostics().Any(d => d.Id is "CS1010" or "CS1039" or "CS8997" or "CS1012");
}
