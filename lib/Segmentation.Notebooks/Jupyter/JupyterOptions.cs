using Segmentation.Notebooks.Jupyter.Zmtp;

namespace Segmentation.Notebooks.Jupyter;

/// <summary>The limits of the door to Jupyter.</summary>
internal sealed record JupyterOptions
{
    /// <summary>Gets the limits that the kernel runs with.</summary>
    public static JupyterOptions Default { get; } = new();

    /// <summary>Gets the limits of its sockets.</summary>
    public ZmtpOptions Sockets { get; init; } = ZmtpOptions.Default;

    /// <summary>Gets how many signatures are remembered, so that a message that somebody sends again is not taken twice. Default: 65,536, as Jupyter's clients do.</summary>
    public int RememberedSignatures { get; init; } = 65_536;

    /// <summary>Gets how often the kernel looks whether the program that started it still runs. Default: 1 s.</summary>
    public TimeSpan ParentCheck { get; init; } = TimeSpan.FromSeconds(1);
}
