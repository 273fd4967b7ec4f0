using System.Text;
using Segmentation.Notebooks.Jupyter.Zmtp;

namespace Segmentation.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>Bytes on the wire, against ZMTP 3.0 (RFC 23 of ZeroMQ), sections "Framing", "The Greeting" and "The NULL Mechanism".</summary>
public sealed class ZmtpBytesTests
{
    [Fact]
    public void The_greeting_is_signature_version_3_0_mechanism_NULL_not_a_server_and_filler()
    {
        byte[] expected = [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 0, .. "NULL"u8, .. new byte[16], 0, .. new byte[31]];
        Assert.Equal(64, expected.Length);
        Assert.Equal(expected, ZmtpGreeting.Ours());
    }

    [Fact]
    public void A_message_marks_every_frame_but_its_last_with_more()
        => Assert.Equal([1, 0, 1, 2, (byte)'h', (byte)'i', 0, 1, (byte)'!'], ZmtpBytes.Message([[], "hi"u8.ToArray(), "!"u8.ToArray()]));

    [Theory]
    [InlineData(255, new byte[] { 0, 255 })]
    [InlineData(256, new byte[] { 2, 0, 0, 0, 0, 0, 0, 1, 0 })]
    public void A_length_takes_one_byte_up_to_255_and_eight_from_256(int length, byte[] header)
    {
        var bytes = ZmtpBytes.Message([new byte[length]]);
        Assert.Equal(header, bytes[..header.Length]);
        Assert.Equal(header.Length + length, bytes.Length);
    }

    [Fact]
    public void A_command_is_its_name_with_its_length_and_its_data()
        => Assert.Equal([4, 7, 4, (byte)'P', (byte)'O', (byte)'N', (byte)'G', 1, 2], ZmtpBytes.Command("PONG", [1, 2]));

    [Fact]
    public void A_READY_gives_its_properties_by_names_in_any_case()
    {
        byte[] data = [.. ZmtpBytes.Property("Socket-Type", "DEALER"), .. ZmtpBytes.Property("IDENTITY", "me")];
        Assert.Equal([11, .. "Socket-Type"u8, 0, 0, 0, 6, .. "DEALER"u8], data[..22]);
        var properties = new ZmtpCommand("READY", data).Properties();
        Assert.Equal("DEALER", Encoding.ASCII.GetString(properties["socket-type"]));
        Assert.Equal("me", Encoding.ASCII.GetString(properties["Identity"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(300_000)]
    public void A_frame_is_read_as_it_was_written(int length)
    {
        var body = new byte[length];
        new Random(1).NextBytes(body);
        var read = new ZmtpReader(new MemoryStream(ZmtpBytes.Message([body, []])));
        var frame = read.Frame(length);
        Assert.True(frame is { HasMore: true, IsCommand: false });
        Assert.Equal(body, frame.Body);
        Assert.True(read.Frame(0) is { HasMore: false, Body: [] });
        Assert.Throws<EndOfStreamException>(() => read.Frame(0));
    }

    [Fact]
    public void A_frame_of_the_most_bytes_is_taken_and_one_more_is_not()
    {
        Assert.Equal(300, new ZmtpReader(new MemoryStream(ZmtpBytes.Message([new byte[300]]))).Frame(300).Body.Length);
        var error = Assert.Throws<ZmtpException>(() => new ZmtpReader(new MemoryStream(ZmtpBytes.Message([new byte[301]]))).Frame(300));
        Assert.Equal("a frame of 301 bytes; at most 300 more are taken", error.Message);
    }

    [Fact]
    public void A_length_that_is_only_announced_takes_no_memory()
    {
        byte[] announced = [2, 0, 0, 0, 0, 0x40, 0, 0, 0, 1, 2, 3];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<EndOfStreamException>(() => new ZmtpReader(new MemoryStream(announced)).Frame(int.MaxValue));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }
}
