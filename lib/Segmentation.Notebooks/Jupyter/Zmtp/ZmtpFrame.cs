namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>One frame as it came.</summary>
/// <param name="Flags">Its flags.</param>
/// <param name="Body">Its bytes.</param>
internal readonly record struct ZmtpFrame(ZmtpFlags Flags, byte[] Body)
{
    /// <summary>Gets whether more frames of the same message follow.</summary>
    public bool HasMore => Flags.HasFlag(ZmtpFlags.More);

    /// <summary>Gets whether it is a command, not a part of a message.</summary>
    public bool IsCommand => Flags.HasFlag(ZmtpFlags.Command);
}
