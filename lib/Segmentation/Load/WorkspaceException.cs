using System.Globalization;

namespace Segmentation.Load;

/// <summary>What the caller must fix before a workspace can be used: says where, what was found, what was expected, and the remedy.</summary>
public sealed class WorkspaceException : Exception
{
    /// <summary>Returns an error without details.</summary>
    public WorkspaceException()
        : this("the workspace cannot be used", "nothing more", "a folder of exports", "Check the folder.")
    {
    }

    /// <summary>Returns an error with a message of its own.</summary>
    /// <param name="message">The message.</param>
    public WorkspaceException(string message)
        : base(message) => (Found, Expected, Remedy) = (string.Empty, string.Empty, string.Empty);

    /// <summary>Returns an error with a message of its own and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public WorkspaceException(string message, Exception? innerException)
        : base(message, innerException) => (Found, Expected, Remedy) = (string.Empty, string.Empty, string.Empty);

    /// <summary>Returns an error.</summary>
    /// <param name="subject">What is wrong, as the beginning of a sentence.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="remedy">What to do, as one or more sentences.</param>
    /// <param name="file">The file, without its folder; null where the folder is at fault.</param>
    /// <param name="line">One-based line in the file; null where no line is at fault.</param>
    /// <param name="column">One-based column in the line; null where no line is at fault.</param>
    /// <param name="cause">The error behind this one.</param>
    public WorkspaceException(string subject, string found, string expected, string remedy, string? file = null, int? line = null, int? column = null, Exception? cause = null)
        : base($"{Where(file, line, column)}{subject}; found {found}, expected {expected}. {remedy}", cause)
    {
        File = file;
        Line = line;
        Column = column;
        Found = found;
        Expected = expected;
        Remedy = remedy;
    }

    /// <summary>Gets the file, without its folder; null where the folder is at fault.</summary>
    public string? File { get; }

    /// <summary>Gets the one-based line in the file; null where no line is at fault.</summary>
    public int? Line { get; }

    /// <summary>Gets the one-based column in the line; null where no line is at fault.</summary>
    public int? Column { get; }

    /// <summary>Gets what was found.</summary>
    public string Found { get; }

    /// <summary>Gets what was expected.</summary>
    public string Expected { get; }

    /// <summary>Gets what to do.</summary>
    public string Remedy { get; }

    private static string Where(string? file, int? line, int? column) => file is null ? string.Empty
        : line is null ? $"{file}: "
        : string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}: ");
}
