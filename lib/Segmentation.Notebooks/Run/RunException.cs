namespace Segmentation.Notebooks.Run;

/// <summary>Something that whoever started the run must fix; the message says what, where and how.</summary>
public sealed class RunException : Exception
{
    /// <summary>Returns an exception without a message.</summary>
    public RunException()
    {
    }

    /// <summary>Returns an exception.</summary>
    /// <param name="message">What was found, what was expected, and the remedy.</param>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Returns an exception with its cause.</summary>
    /// <param name="message">What was found, what was expected, and the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public RunException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
