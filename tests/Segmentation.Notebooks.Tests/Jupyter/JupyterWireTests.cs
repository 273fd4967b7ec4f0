using System.Text;
using Segmentation.Notebooks.Jupyter;
using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>Messages on the wire: signatures by RFC 4231, the frames by Jupyter's "Messaging in Jupyter", section "The Wire Protocol".</summary>
public sealed class JupyterWireTests
{
    private static readonly byte[] Key = "key"u8.ToArray();
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private static readonly byte[][] Parts =
    [
        // Spaces, an unknown field and a number that JSON writers write in several ways: what is signed is bytes.
        """{ "msg_id":"1_ü",  "msg_type":"execute_request", "unknown": 1.50 }"""u8.ToArray(),
        "{}"u8.ToArray(),
        """{"m":1}"""u8.ToArray(),
        """{"code":"1+1"}"""u8.ToArray(),
    ];

    [Fact]
    public void Signatures_are_those_of_RFC_4231_test_cases_1_and_2()
    {
        Assert.Equal(
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            Sign([.. Enumerable.Repeat((byte)0x0B, 20)], "Hi There", string.Empty, string.Empty, string.Empty));
        // Case 2 in four parts: the signature is over the parts as one.
        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", Sign("Jefe"u8.ToArray(), "what do ya ", "want ", "for ", "nothing?"));

        static string Sign(byte[] key, params string[] parts) => Encoding.ASCII.GetString(new JupyterWire(key, 10).Sign([.. parts.Select(Encoding.ASCII.GetBytes)]));
    }

    [Fact]
    public void What_is_packed_is_identities_delimiter_signature_and_the_four_parts()
    {
        var wire = new JupyterWire(Key, 10);
        var frames = wire.Pack([[1], [2]], Parts[0], Parts[1], Parts[2], Parts[3]);
        Assert.Equal([[1], [2], Delimiter, wire.Sign(Parts), .. Parts], frames);
    }

    [Fact]
    public void A_request_keeps_who_sent_it_and_its_header_byte_for_byte_and_buffers_do_no_harm()
    {
        var wire = new JupyterWire(Key, 10);
        var request = wire.Unpack(KernelChannel.Shell, [[0, 1], [2], Delimiter, wire.Sign(Parts), .. Parts, new byte[9]]);
        var client = Assert.IsType<JupyterClient>(request.Client);
        Assert.Equal([[0, 1], [2]], client.Identities);
        Assert.Equal(Parts[0], client.Header);
        Assert.Equal("execute_request", request.Type);
        Assert.Equal("1+1", request.Content.GetProperty("code").GetString());
        Assert.Equal(1, request.Metadata.GetProperty("m").GetInt32());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_message_of_which_one_byte_was_changed_is_not_taken(int part)
    {
        var wire = new JupyterWire(Key, 10);
        byte[][] changed = [.. Parts.Select(p => p.ToArray())];
        changed[part][^1] ^= 1;
        Assert.Equal("its signature is not that of its content under the key of the connection file", Refused(wire, [[1], Delimiter, wire.Sign(Parts), .. changed]));
    }

    [Fact]
    public void A_message_signed_with_another_key_or_cut_short_or_not_at_all_is_not_taken()
    {
        var wire = new JupyterWire(Key, 10);
        Assert.Contains("its signature is not", Refused(wire, [[1], Delimiter, new JupyterWire("other"u8.ToArray(), 10).Sign(Parts), .. Parts]), StringComparison.Ordinal);
        Assert.Contains("its signature is not", Refused(wire, [[1], Delimiter, wire.Sign(Parts)[..32], .. Parts]), StringComparison.Ordinal);
        Assert.Equal("it is not signed", Refused(wire, [[1], Delimiter, [], .. Parts]));
    }

    [Fact]
    public void A_message_that_is_sent_again_is_not_taken_while_it_is_remembered()
    {
        var wire = new JupyterWire(Key, 2);
        Take(Parts);
        Assert.StartsWith("it was sent before", Refused(wire, [[1], Delimiter, wire.Sign(Parts), .. Parts]), StringComparison.Ordinal);
        // Two later ones push it out of a memory of two.
        Take([Parts[0], Parts[1], Parts[2], "{\"n\":1}"u8.ToArray()]);
        Take([Parts[0], Parts[1], Parts[2], "{\"n\":2}"u8.ToArray()]);
        Take(Parts);

        void Take(byte[][] parts) => wire.Unpack(KernelChannel.Shell, [[1], Delimiter, wire.Sign(parts), .. parts]);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_everything_is_taken()
    {
        var wire = new JupyterWire([], 10);
        Assert.Empty(wire.Pack([], Parts[0], Parts[1], Parts[2], Parts[3])[1]);
        for (var i = 0; i < 2; i++) Assert.Equal("execute_request", wire.Unpack(KernelChannel.Shell, [[1], Delimiter, [], .. Parts]).Type);
    }

    [Theory]
    [InlineData(0, "{", "its header is not JSON")]
    [InlineData(0, "[]", "its header is not a JSON object")]
    [InlineData(0, """{"msg_id":"1"}""", "its header has no msg_type or no msg_id")]
    [InlineData(0, """{"msg_id":1,"msg_type":"a"}""", "its header has no msg_type or no msg_id")]
    [InlineData(1, "", "its parent header is not JSON")]
    [InlineData(2, "null", "its metadata is not a JSON object")]
    [InlineData(3, "{\"code\":\"\xFF\"", "its content is not JSON")]
    public void A_signed_message_that_is_not_made_of_JSON_objects_is_not_taken(int part, string bad, string why)
    {
        var wire = new JupyterWire(Key, 10);
        byte[][] parts = [.. Parts];
        parts[part] = Encoding.Latin1.GetBytes(bad);
        Assert.Equal(why, Refused(wire, [[1], Delimiter, wire.Sign(parts), .. parts]));
    }

    [Fact]
    public void A_content_nested_without_end_is_not_taken()
    {
        var wire = new JupyterWire(Key, 10);
        byte[][] parts = [Parts[0], Parts[1], Parts[2], [.. Enumerable.Repeat((byte)'[', 100_000)]];
        Assert.Equal("its content is not JSON", Refused(wire, [[1], Delimiter, wire.Sign(parts), .. parts]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void A_message_with_frames_missing_is_not_taken(int kept)
    {
        var wire = new JupyterWire(Key, 10);
        byte[][] frames = [[1], Delimiter, wire.Sign(Parts), .. Parts];
        Assert.Contains("<IDS|MSG>, a signature and four parts are expected", Refused(wire, frames[..kept]), StringComparison.Ordinal);
    }

    private static string Refused(JupyterWire wire, IReadOnlyList<byte[]> frames) => Assert.Throws<JupyterException>(() => wire.Unpack(KernelChannel.Shell, frames)).Message;
}
