namespace Segmentation.Calibrate;

/// <summary>A question about cuts that the data cannot answer, with what was found and what would help.</summary>
public sealed class CalibrationException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="CalibrationException"/> class.</summary>
    public CalibrationException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CalibrationException"/> class with a message.</summary>
    /// <param name="message">What was asked, what was found, what would help.</param>
    public CalibrationException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CalibrationException"/> class with a message and a cause.</summary>
    /// <param name="message">What was asked, what was found, what would help.</param>
    /// <param name="innerException">The cause.</param>
    public CalibrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
