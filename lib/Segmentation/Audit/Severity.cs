namespace Segmentation.Audit;

/// <summary>How much a finding matters, in rising order.</summary>
public enum Severity
{
    /// <summary>A figure to know; nothing to do.</summary>
    Info,

    /// <summary>Worth a question in the meeting.</summary>
    Warn,

    /// <summary>A limit of the playbook is broken.</summary>
    Error,

    /// <summary>The project should not go on before this is settled.</summary>
    Critical,
}
