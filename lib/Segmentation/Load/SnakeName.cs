using System.Text;

namespace Segmentation.Load;

/// <summary>Names of roles, kinds and limits as <c>workspace.yaml</c> and SQL write them: <c>AccountId</c> → <c>account_id</c>.</summary>
internal static class SnakeName
{
    /// <summary>Returns an enum value's name in snake case.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>Returns a name in Pascal case in snake case.</summary>
    public static string Of(string pascal)
    {
        var snake = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsAsciiLetterUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }

    /// <summary>Returns the enum value of a name in snake case; null where there is none.</summary>
    public static T? Parse<T>(string snake)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == snake) return value;
        }

        return null;
    }

    /// <summary>Returns an enum value's name as words: <c>AccountId</c> → <c>account id</c>.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => Of(value).Replace('_', ' ');

    /// <summary>Returns a file name without its ending as a name for SQL: lower-case letters, digits and underscores, not starting with a digit.</summary>
    public static string OfFile(string file)
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(file))
        {
            if (char.IsLetterOrDigit(letter)) name.Append(char.ToLowerInvariant(letter));
            else if (name.Length > 0 && name[^1] != '_') name.Append('_');
        }

        var result = name.ToString().TrimEnd('_');
        return result.Length == 0 ? "table" : char.IsAsciiDigit(result[0]) ? $"t{result}" : result;
    }
}
