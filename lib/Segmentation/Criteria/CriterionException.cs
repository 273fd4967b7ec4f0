using System.Globalization;

namespace Segmentation.Criteria;

/// <summary>A criterion that cannot be used: where in its text, what was found, what was expected, and the remedy.</summary>
public sealed class CriterionException : Exception
{
    /// <summary>Returns an error without details.</summary>
    public CriterionException()
        : this("the criterion cannot be used")
    {
    }

    /// <summary>Returns an error with a message of its own.</summary>
    /// <param name="message">The message.</param>
    public CriterionException(string message)
        : this(message, null)
    {
    }

    /// <summary>Returns an error with a message of its own and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public CriterionException(string message, Exception? innerException)
        : base(message, innerException) => (Subject, Found, Expected, Remedy) = (message, string.Empty, string.Empty, string.Empty);

    /// <summary>Returns an error.</summary>
    /// <param name="subject">What is wrong, as the beginning of a sentence.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="remedy">What to do, as one or more sentences.</param>
    /// <param name="position">Zero-based place in the criterion's text.</param>
    public CriterionException(string subject, string found, string expected, string remedy, int position)
        : base(string.Create(CultureInfo.InvariantCulture, $"character {position + 1}: {subject}; found {found}, expected {expected}. {remedy}")) =>
        (Subject, Found, Expected, Remedy, Position) = (subject, found, expected, remedy, position);

    /// <summary>Gets what is wrong.</summary>
    public string Subject { get; }

    /// <summary>Gets what was found.</summary>
    public string Found { get; }

    /// <summary>Gets what was expected.</summary>
    public string Expected { get; }

    /// <summary>Gets what to do.</summary>
    public string Remedy { get; }

    /// <summary>Gets the zero-based place in the criterion's text.</summary>
    public int Position { get; }
}
