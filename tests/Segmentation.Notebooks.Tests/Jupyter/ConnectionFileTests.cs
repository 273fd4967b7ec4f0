using System.Net;
using System.Text;
using System.Text.Json;
using Segmentation.Notebooks.Jupyter;
using Segmentation.Notebooks.Run;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>Connection files, as "Making kernels for Jupyter", section "Connection files", describes them.</summary>
public sealed class ConnectionFileTests : IDisposable
{
    private const string Remedy = " Jupyter writes this file when it starts a kernel; to start one by hand, use 'jupyter console --kernel segmentation'.";

    private const string Example = """
        {
          "control_port": 50160, "shell_port": 57503, "transport": "tcp", "signature_scheme": "hmac-sha256",
          "stdin_port": 52597, "hb_port": 42540, "ip": "127.0.0.1", "iopub_port": 40885, "key": "a0436f6c-1916-498b-8eb9-e81ab9368e84"
        }
        """;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_protocol_page_s_example_is_read_as_it_stands()
    {
        var file = Read(Example);
        Assert.Equal(IPAddress.Loopback, file.Address);
        Assert.Equal(new ConnectionPorts(57503, 50160, 52597, 40885, 42540), file.Ports);
        Assert.Equal("a0436f6c-1916-498b-8eb9-e81ab9368e84", Encoding.ASCII.GetString(file.Key));
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("*", "0.0.0.0")]
    [InlineData("::1", "::1")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    public void The_address_is_the_file_s(string ip, string address) => Assert.Equal(IPAddress.Parse(address), Read(Example.Replace("127.0.0.1", ip, StringComparison.Ordinal)).Address);

    [Fact]
    public void Transport_key_and_scheme_may_be_left_out_or_empty()
    {
        var file = Read("""{"ip":"127.0.0.1","shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5}""");
        Assert.Empty(file.Key);
        Assert.Empty(Read(Example.Replace("a0436f6c-1916-498b-8eb9-e81ab9368e84", string.Empty, StringComparison.Ordinal).Replace("hmac-sha256", string.Empty, StringComparison.Ordinal)).Key);
    }

    [Theory]
    [InlineData("\"hb_port\": 42540, ", "", "has no 'hb_port'; a port is expected.")]
    [InlineData("42540", "\"42540\"", "has hb_port \"42540\"; a number from 0 to 65535 is expected.")]
    [InlineData("42540", "65536", "has hb_port 65536; a number from 0 to 65535 is expected.")]
    [InlineData("42540", "-1", "has hb_port -1; a number from 0 to 65535 is expected.")]
    [InlineData("42540", "1.5", "has hb_port 1.5; a number from 0 to 65535 is expected.")]
    [InlineData("\"ip\": \"127.0.0.1\", ", "", "has no 'ip'; a string is expected.")]
    [InlineData("\"127.0.0.1\"", "7", "has ip 7; a string is expected.")]
    [InlineData("127.0.0.1", "db.example.org", "has ip 'db.example.org'; an IP address such as 127.0.0.1 is expected.")]
    public void A_field_that_is_wrong_or_missing_is_named_with_what_it_should_be(string text, string instead, string says)
        => Assert.Equal($"The connection file '{path}' {says}{Remedy}", Refused(Example.Replace(text, instead, StringComparison.Ordinal)));

    [Fact]
    public void Another_transport_or_signature_is_refused_with_the_setting_to_change()
    {
        Assert.Equal(
            $"The connection file '{path}' asks for transport 'ipc'; this kernel serves 'tcp'. Remedy: leave KernelManager.transport at its default, 'tcp'.",
            Refused(Example.Replace("\"tcp\"", "\"ipc\"", StringComparison.Ordinal)));
        Assert.Equal(
            $"The connection file '{path}' asks for signature_scheme 'hmac-md5'; this kernel signs with 'hmac-sha256'. Remedy: leave Session.signature_scheme at its default.",
            Refused(Example.Replace("hmac-sha256", "hmac-md5", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "is not JSON: ")]
    [InlineData("{\"ip\":", "is not JSON: ")]
    [InlineData("[1, 2]", "holds [1, 2]; a JSON object is expected.")]
    public void What_is_not_a_JSON_object_is_said_to_be_none(string text, string says) => Assert.Contains($"The connection file '{path}' {says}", Refused(text), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_said_not_to_be()
        => Assert.Equal($"The connection file 'nowhere.json' does not exist.{Remedy}", Assert.Throws<RunException>(() => ConnectionFile.Read("nowhere.json")).Message);

    [Fact]
    public void Chosen_ports_are_written_into_the_file_which_keeps_the_rest_and_stays_the_user_s_own()
    {
        File.WriteAllText(path, """{"ip":"127.0.0.1","key":"k","own":{"a":1},"shell_port":0,"control_port":0,"stdin_port":0,"iopub_port":0,"hb_port":0}""");
        ConnectionFile.Write(path, new ConnectionPorts(1, 2, 3, 4, 5));
        Assert.Equal(new ConnectionPorts(1, 2, 3, 4, 5), ConnectionFile.Read(path).Ports);
        Assert.Equal(1, JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(path)).GetProperty("own").GetProperty("a").GetInt32());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    private ConnectionFile Read(string text)
    {
        File.WriteAllText(path, text);
        return ConnectionFile.Read(path);
    }

    private string Refused(string text) => Assert.Throws<RunException>(() => Read(text)).Message;
}
