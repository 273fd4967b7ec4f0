using System.Net;
using System.Net.Sockets;
using System.Text;
using Segmentation.Notebooks.Jupyter.Zmtp;

namespace Segmentation.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>A peer made of bytes, so that it can do what no library would.</summary>
internal sealed class RawPeer : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly TcpClient client = new();

    public RawPeer(int port)
    {
        client.NoDelay = true;
        client.ReceiveTimeout = (int)LongEnough.TotalMilliseconds;
        client.Connect(IPAddress.Loopback, port);
        Stream = client.GetStream();
    }

    public NetworkStream Stream { get; }

    /// <summary>The greeting of libzmq 4.3 (RFC 23 and 37): padding with a length that older peers understand, version 3.1, NULL.</summary>
    public static byte[] Greeting(byte major = 3, byte minor = 1, string mechanism = "NULL")
    {
        var greeting = new byte[64];
        (greeting[0], greeting[8], greeting[9], greeting[10], greeting[11]) = (0xFF, 1, 0x7F, major, minor);
        Encoding.ASCII.GetBytes(mechanism).CopyTo(greeting, 12);
        return greeting;
    }

    /// <summary>A READY command, by RFC 23: flags 4, size, 5 READY, then each property.</summary>
    public static byte[] Ready(string type, string identity = "") =>
        ZmtpBytes.Command("READY", [.. ZmtpBytes.Property("Socket-Type", type), .. ZmtpBytes.Property("Identity", identity)]);

    /// <summary>Connects and finishes the handshake.</summary>
    public static RawPeer Connected(int port, string type, string identity = "")
    {
        var peer = new RawPeer(port);
        peer.Stream.Write([.. Greeting(), .. Ready(type, identity)]);
        peer.Exactly(64);
        peer.Frame();
        return peer;
    }

    public byte[] Exactly(int count)
    {
        var bytes = new byte[count];
        Stream.ReadExactly(bytes);
        return bytes;
    }

    public ZmtpFrame Frame() => new ZmtpReader(Stream).Frame(long.MaxValue);

    /// <summary>Reads a whole message.</summary>
    public byte[][] Message()
    {
        var frames = new List<byte[]>();
        ZmtpFrame frame;
        do
        {
            frame = Frame();
            frames.Add(frame.Body);
        }
        while (frame.HasMore);
        return [.. frames];
    }

    public void Send(params byte[][] frames) => Stream.Write(ZmtpBytes.Message(frames));

    /// <summary>Waits until the other side has ended the connection; fails where it stays.</summary>
    public void AssertDropped()
    {
        try
        {
            var rest = new byte[1024];
            while (Stream.Read(rest) > 0)
            {
                // What was sent before.
            }
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: not SocketError.TimedOut })
        {
            // Ended with a reset, where it had not read all that was sent.
        }
    }

    public void Dispose() => client.Dispose();
}
