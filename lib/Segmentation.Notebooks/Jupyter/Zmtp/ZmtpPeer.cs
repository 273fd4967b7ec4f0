using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>
/// One connection. It has two threads of its own, for reading and for writing, so that neither a slow peer nor a cell that takes every thread
/// of the pool holds up anybody else.
/// </summary>
internal sealed class ZmtpPeer : IDisposable
{
    private const int LongestIdentity = 255;

    private readonly Socket socket;
    private readonly NetworkStream stream;
    private readonly ZmtpReader reader;
    private readonly ZmtpOptions options;
    private readonly BlockingCollection<byte[]> waiting = [];
    private readonly Thread writer;
    private long waitingBytes;

    /// <summary>Takes a connection over.</summary>
    public ZmtpPeer(Socket socket, ZmtpOptions options)
    {
        this.socket = socket;
        this.options = options;
        socket.NoDelay = true;
        Name = socket.RemoteEndPoint?.ToString() ?? "unknown";
        stream = new NetworkStream(socket, ownsSocket: false);
        reader = new ZmtpReader(new BufferedStream(stream));
        writer = new Thread(Write) { IsBackground = true, Name = "zmtp to " + Name };
    }

    /// <summary>Gets its address.</summary>
    public string Name { get; }

    /// <summary>Gets the identity that it gave itself; empty for none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>Gets why it was dropped by this side; null where it was not.</summary>
    public string? Fault { get; private set; }

    /// <summary>Exchanges greetings and READY commands.</summary>
    /// <param name="type">What this side is.</param>
    /// <param name="accepted">What the other side may be.</param>
    /// <exception cref="ZmtpException">The peer is not one to talk to.</exception>
    public void Handshake(string type, IReadOnlyList<string> accepted)
    {
        using var limit = new Timer(_ => Drop("its greeting and READY did not come in time"), null, options.HandshakeTime, Timeout.InfiniteTimeSpan);
        stream.Write(ZmtpGreeting.Ours());
        var start = reader.Exactly(ZmtpGreeting.StartLength);
        ZmtpGreeting.CheckStart(start);
        ZmtpGreeting.CheckMechanism([.. start, .. reader.Exactly(ZmtpGreeting.Length - ZmtpGreeting.StartLength)]);
        stream.Write(ZmtpBytes.Command("READY", [.. ZmtpBytes.Property("Socket-Type", type), .. ZmtpBytes.Property("Identity", string.Empty)]));
        var frame = reader.Frame(options.MaximumSmallMessage);
        if (!frame.IsCommand || ZmtpCommand.Read(frame.Body) is not { Name: "READY" } ready) throw new ZmtpException("READY was expected after its greeting");
        var properties = ready.Properties();
        if (!properties.TryGetValue("Socket-Type", out var theirs) || !accepted.Any(a => theirs.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(a))))
            throw new ZmtpException($"a {type} socket talks to {string.Join(", ", accepted)} sockets only");
        Identity = properties.GetValueOrDefault("Identity", []);
        if (Identity.Length > LongestIdentity || Identity is [0, ..]) throw new ZmtpException("its identity is longer than 255 bytes, or begins with the byte 0, which is for made-up ones");
        writer.Start();
    }

    /// <summary>Waits for a message or a command.</summary>
    /// <param name="maximum">The most bytes of a message.</param>
    /// <param name="command">Told of every command between frames.</param>
    public IReadOnlyList<byte[]> Read(int maximum, Action<ZmtpCommand> command)
    {
        var frames = new List<byte[]>();
        long room = maximum;
        while (true)
        {
            var frame = reader.Frame(room);
            if (frame.IsCommand)
            {
                command(ZmtpCommand.Read(frame.Body));
                continue;
            }

            room -= frame.Body.Length;
            frames.Add(frame.Body);
            if (!frame.HasMore) return frames;
            if (frames.Count >= options.MaximumFrames) throw new ZmtpException(string.Create(CultureInfo.InvariantCulture, $"a message of more than {options.MaximumFrames:N0} frames"));
        }
    }

    /// <summary>Sends bytes when their turn comes; returns at once. A peer for which too much waits is dropped.</summary>
    public void Send(byte[] bytes)
    {
        var queued = Interlocked.Add(ref waitingBytes, bytes.Length);
        if (queued > bytes.Length && queued > options.MaximumQueue)
        {
            Drop(string.Create(CultureInfo.InvariantCulture, $"it does not read: {queued:N0} bytes wait, and {options.MaximumQueue:N0} are the most"));
            return;
        }

        try
        {
            waiting.Add(bytes);
        }
        catch (InvalidOperationException)
        {
            // It is being closed: there is nobody to send to.
        }
    }

    /// <summary>Ends the connection at once, for a reason.</summary>
    /// <param name="fault">Why; null for none.</param>
    public void Drop(string? fault)
    {
        Fault ??= fault;
        Dispose();
    }

    /// <summary>Ends the connection at once.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        socket.Dispose();
    }

    /// <summary>Sends what waits, within the time for it, and ends the connection.</summary>
    public void Flush()
    {
        waiting.CompleteAdding();
        if (writer.IsAlive) writer.Join(options.FlushTime);
        Dispose();
    }

    private void Write()
    {
        try
        {
            foreach (var bytes in waiting.GetConsumingEnumerable())
            {
                stream.Write(bytes);
                Interlocked.Add(ref waitingBytes, -bytes.Length);
            }

            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            Dispose();
        }
    }
}
