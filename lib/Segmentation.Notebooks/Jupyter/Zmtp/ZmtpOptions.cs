namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>The limits of one socket: whoever connects is a stranger until its messages are signed.</summary>
internal sealed record ZmtpOptions
{
    /// <summary>Gets the limits that the kernel runs with.</summary>
    public static ZmtpOptions Default { get; } = new();

    /// <summary>Gets the most bytes of a message that are taken in, all frames together. Default: 64 MiB.</summary>
    public int MaximumMessage { get; init; } = 64 << 20;

    /// <summary>Gets the most frames of a message that are taken in. Default: 1,000.</summary>
    public int MaximumFrames { get; init; } = 1_000;

    /// <summary>Gets the most bytes of a subscription or a heartbeat, which carry a topic or a few bytes. Default: 64 KiB.</summary>
    public int MaximumSmallMessage { get; init; } = 64 << 10;

    /// <summary>Gets the most subscriptions of a peer. Default: 100.</summary>
    public int MaximumSubscriptions { get; init; } = 100;

    /// <summary>Gets the most bytes that wait for a peer that does not read; a message always goes into an empty queue. Default: 256 MiB.</summary>
    public long MaximumQueue { get; init; } = 256L << 20;

    /// <summary>Gets the most peers of a socket at a time; further ones are turned away. Default: 64.</summary>
    public int MaximumPeers { get; init; } = 64;

    /// <summary>Gets how long a peer has for its greeting and its READY. Default: 10 s.</summary>
    public TimeSpan HandshakeTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how long a connection that could not be accepted holds up the next. Default: 10 ms.</summary>
    public TimeSpan AcceptPause { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Gets how long closing waits for peers to read what was sent. Default: 2 s.</summary>
    public TimeSpan FlushTime { get; init; } = TimeSpan.FromSeconds(2);
}
