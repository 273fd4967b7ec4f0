namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>The first byte of a frame.</summary>
[Flags]
internal enum ZmtpFlags : byte
{
    /// <summary>The last frame of a message, with a length of one byte.</summary>
    None = 0,

    /// <summary>More frames of the message follow.</summary>
    More = 1,

    /// <summary>The length has eight bytes, the highest first.</summary>
    Long = 2,

    /// <summary>A command.</summary>
    Command = 4,
}
