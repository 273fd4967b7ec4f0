using Microsoft.CodeAnalysis;

namespace Segmentation.Notebooks.CSharp;

/// <summary>
/// How deep text is nested. The compiler does not watch its stack everywhere, and running out of it ends the process: what is nested too deeply is not
/// given to it.
/// </summary>
internal sealed class Nesting(CSharpOptions options)
{
    /// <summary>Throws where brackets stand inside each other too deeply to parse. Those of strings and comments count too: an answer in doubt is yes.</summary>
    /// <exception cref="InsufficientExecutionStackException">They do.</exception>
    public void CheckText(string text)
    {
        if (TooDeep(text) is not null) throw new InsufficientExecutionStackException($"Brackets stand more than {options.DeepestBrackets} deep, more than the compiler is asked to follow.");
    }

    /// <summary>Returns where brackets stand inside each other too deeply to parse: a UTF-16 offset; null where they do not.</summary>
    public int? TooDeep(string text)
    {
        // An angle may be a comparison, which nothing closes: the end of a statement does.
        var (brackets, angles) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or '[' or '{') brackets++;
            else if (c is ')' or ']' or '}') brackets = Math.Max(0, brackets - 1);
            if (c == '<') angles++;
            else if (c == '>') angles = Math.Max(0, angles - 1);
            else if (c is ';' or '{' or '}') angles = 0;
            if (brackets + angles > options.DeepestBrackets) return i;
        }

        return null;
    }

    /// <summary>Throws where syntax is nested too deeply to compile.</summary>
    /// <exception cref="InsufficientExecutionStackException">It is.</exception>
    public void CheckTree(SyntaxTree tree)
    {
        if (TooDeep(tree) is not null) throw new InsufficientExecutionStackException($"The syntax is more than {options.DeepestSyntax} deep, more than the compiler is asked to follow.");
    }

    /// <summary>Returns where syntax is nested too deeply to compile: a UTF-16 offset; null where it is not.</summary>
    public int? TooDeep(SyntaxTree tree)
    {
        // Every level takes a character.
        if (tree.Length <= options.DeepestSyntax) return null;
        var open = new Stack<(SyntaxNode Node, int Depth)>([(tree.GetRoot(), 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Depth > options.DeepestSyntax) return at.Node.SpanStart;
            foreach (var child in at.Node.ChildNodes()) open.Push((child, at.Depth + 1));
        }

        return null;
    }
}
