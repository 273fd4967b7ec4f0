namespace Segmentation.Merge;

/// <summary>A merge that is refused, because it would lose something or cannot be what was meant: says what was found, what was expected, and the remedy.</summary>
public sealed class MergeException : Exception
{
    /// <summary>Returns an error without details.</summary>
    public MergeException()
        : this("the merge cannot be done", "nothing more", "a plan made from the same exports", "Make the plan again.")
    {
    }

    /// <summary>Returns an error with a message of its own.</summary>
    /// <param name="message">The message.</param>
    public MergeException(string message)
        : base(message) => (Found, Expected, Remedy) = (string.Empty, string.Empty, string.Empty);

    /// <summary>Returns an error with a message of its own and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public MergeException(string message, Exception? innerException)
        : base(message, innerException) => (Found, Expected, Remedy) = (string.Empty, string.Empty, string.Empty);

    /// <summary>Returns an error.</summary>
    /// <param name="subject">What is wrong, as the beginning of a sentence.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="remedy">What to do, as one or more sentences.</param>
    public MergeException(string subject, string found, string expected, string remedy)
        : base($"{subject}; found {found}, expected {expected}. {remedy}") => (Found, Expected, Remedy) = (found, expected, remedy);

    /// <summary>Gets what was found.</summary>
    public string Found { get; }

    /// <summary>Gets what was expected.</summary>
    public string Expected { get; }

    /// <summary>Gets what to do.</summary>
    public string Remedy { get; }
}
