using System.Text;
using Segmentation.Notebooks.Jupyter.Zmtp;

namespace Segmentation.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>Whoever breaks the protocol loses his own connection, with a line in the log, and nobody else notices.</summary>
public sealed class HostilePeerTests : IDisposable
{
    private static readonly byte[] Shaken = [.. RawPeer.Greeting(), .. RawPeer.Ready("DEALER")];

    private readonly Sockets sockets = new();

    public static TheoryData<string, string, byte[]> Bytes => new()
    {
        { "an HTTP request", "not a ZMTP greeting", "GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() },
        { "a TLS hello", "not a ZMTP greeting", [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3, 0, 0, 0] },
        { "zeros", "not a ZMTP greeting", new byte[64] },
        { "ZMTP 2.0", "it speaks ZMTP 1; 3 is needed", RawPeer.Greeting(major: 1, minor: 0) },
        { "another mechanism", "a security mechanism", RawPeer.Greeting(mechanism: "PLAIN") },
        { "a mechanism that only begins with NULL", "a security mechanism", RawPeer.Greeting(mechanism: "NULLER") },
        { "a message for READY", "READY was expected", [.. RawPeer.Greeting(), .. ZmtpBytes.Message(["READY"u8.ToArray()])] },
        { "another command for READY", "READY was expected", [.. RawPeer.Greeting(), .. ZmtpBytes.Command("HELLO", [])] },
        { "an empty command", "shorter than its name", [.. RawPeer.Greeting(), 4, 0] },
        { "a command shorter than its name", "shorter than its name", [.. RawPeer.Greeting(), 4, 3, 200, 1, 2] },
        { "a property cut short", "cut short", [.. RawPeer.Greeting(), .. ZmtpBytes.Command("READY", [11, .. "Socket-Type"u8, 0, 0, 0, 99, 1])] },
        { "a property of four gigabytes", "cut short", [.. RawPeer.Greeting(), .. ZmtpBytes.Command("READY", [11, .. "Socket-Type"u8, 255, 255, 255, 255, 1])] },
        { "a READY without a type", "a ROUTER socket talks to DEALER, REQ, ROUTER sockets only", [.. RawPeer.Greeting(), .. ZmtpBytes.Command("READY", [])] },
        { "a subscriber at a router", "a ROUTER socket talks to", [.. RawPeer.Greeting(), .. RawPeer.Ready("SUB")] },
        { "an identity that is for made-up ones", "its identity", [.. RawPeer.Greeting(), .. RawPeer.Ready("DEALER", "\0abc")] },
        { "an identity of 256 bytes", "its identity", [.. RawPeer.Greeting(), .. RawPeer.Ready("DEALER", new string('x', 256))] },
        { "a READY of more than 64 KiB", "a frame of", [.. RawPeer.Greeting(), 6, 0, 0, 0, 0, 0, 1, 0, 1] },
        { "flags that there are not", "a frame begins with 0x08", [.. Shaken, 8, 0] },
        { "a command that goes on", "a frame begins with 0x05", [.. Shaken, 5, 0] },
        { "a frame of 2^64 - 1 bytes", "a frame of 18,446,744,073,709,551,615 bytes", [.. Shaken, 2, 255, 255, 255, 255, 255, 255, 255, 255] },
        { "a frame one byte over the limit", "a frame of 1,001 bytes; at most 1,000", [.. Shaken, .. ZmtpBytes.Message([new byte[1_001]])] },
        { "frames that are too much together", "a frame of 501 bytes; at most 500 more", [.. Shaken, .. ZmtpBytes.Message([new byte[500], new byte[501]])] },
        { "too many frames", "a message of more than 10 frames", [.. Shaken, .. ZmtpBytes.Message([.. Enumerable.Repeat(Array.Empty<byte>(), 11)])] },
    };

    public static TheoryData<string, byte[]> Halves => new()
    {
        { "nothing", [] },
        { "a signature", RawPeer.Greeting()[..10] },
        { "half a greeting", RawPeer.Greeting()[..40] },
        { "a greeting", RawPeer.Greeting() },
        { "half a READY", Shaken[..80] },
        { "a handshake", Shaken },
        { "the flags of a frame", [.. Shaken, 1] },
        { "half a length", [.. Shaken, 2, 0, 0, 0] },
        { "half a frame", [.. Shaken, 0, 100, 1, 2, 3] },
        { "half a message", [.. Shaken, 1, 1, 7] },
    };

    public void Dispose() => sockets.Dispose();

    [Theory]
    [MemberData(nameof(Bytes))]
    public void A_peer_that_sends_what_is_not_the_protocol_is_dropped_alone(string sent, string why, byte[] bytes)
    {
        Assert.NotEmpty(sent);
        using var bystander = RawPeer.Connected(sockets.Router.Port, "DEALER");
        using var peer = new RawPeer(sockets.Router.Port);
        peer.Stream.Write(bytes);
        peer.AssertDropped();
        Assert.StartsWith("shell: 127.0.0.1:", sockets.Logged(why), StringComparison.Ordinal);
        bystander.Send("still"u8.ToArray());
        Assert.Equal("still", Encoding.ASCII.GetString(bystander.Message()[0]));
        sockets.AssertServesOthers();
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void A_peer_that_leaves_in_the_middle_is_forgotten(string after, byte[] bytes)
    {
        Assert.NotEmpty(after);
        // Twenty, so that a thread or a place that is not given back would show.
        for (var i = 0; i < 20; i++)
        {
            using var peer = new RawPeer(sockets.Router.Port);
            peer.Stream.Write(bytes);
        }

        sockets.AssertServesOthers();
    }

    [Fact]
    public void More_port_probes_than_there_are_places_for_peers_leave_room_for_a_client()
    {
        for (var i = 0; i < 2 * ZmtpOptions.Default.MaximumPeers; i++)
        {
            foreach (var port in new[] { sockets.Router.Port, sockets.Publisher.Port, sockets.Reply.Port }) new RawPeer(port).Dispose();
        }

        // The places of probes are given back as their ends are noticed.
        Assert.True(SpinWait.SpinUntil(Serves, TimeSpan.FromSeconds(30)));

        bool Serves()
        {
            try
            {
                sockets.AssertServesOthers();
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Noise_of_any_kind_is_dropped()
    {
        var random = new Random(20);
        for (var i = 0; i < 200; i++)
        {
            var noise = new byte[random.Next(1, 300)];
            random.NextBytes(noise);
            using var peer = new RawPeer(sockets.Router.Port);
            // Half of it after a good handshake, where frames are read.
            byte[] sent = i % 2 == 0 ? noise : [.. Shaken, .. noise];
            try
            {
                peer.Stream.Write(sent);
            }
            catch (IOException)
            {
                // Dropped before it had said everything.
            }
        }

        sockets.AssertServesOthers();
    }

    [Fact]
    public void A_peer_that_says_nothing_is_dropped_when_its_time_for_the_handshake_is_over()
    {
        using var impatient = new Sockets(new ZmtpOptions { HandshakeTime = TimeSpan.FromMilliseconds(50) });
        using var peer = new RawPeer(impatient.Router.Port);
        peer.AssertDropped();
        impatient.Logged("did not come in time");
    }

    [Fact]
    public void A_peer_beyond_the_most_is_turned_away_and_one_may_come_when_another_goes()
    {
        using var small = new Sockets(new ZmtpOptions { MaximumPeers = 2 });
        var first = RawPeer.Connected(small.Router.Port, "DEALER");
        using var second = RawPeer.Connected(small.Router.Port, "DEALER");
        using var third = new RawPeer(small.Router.Port);
        third.AssertDropped();
        Assert.Contains("there are 2 peers already", small.Logged("turned away"), StringComparison.Ordinal);
        first.Dispose();
        Assert.True(SpinWait.SpinUntil(Serves, TimeSpan.FromSeconds(30)));

        bool Serves()
        {
            try
            {
                small.AssertServesOthers();
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
