using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>Checks the shape of messages against <c>shapes/messages.schema.json</c>, written after the protocol's public description, with Python's jsonschema.</summary>
internal static class MessageShapes
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Fails where a message has not the shape of its type.</summary>
    public static async Task CheckAsync(IEnumerable<JsonNode> messages) => Assert.Empty(await WrongAsync(messages));

    /// <summary>Returns what is wrong with messages.</summary>
    public static async Task<string[]> WrongAsync(IEnumerable<JsonNode> messages)
    {
        var all = new JsonArray([.. messages.Select(m => m.DeepClone())]);
        Assert.NotEmpty(all);
        Assert.True(File.Exists(Python), $"{Python} was not found. Messages are checked with Python's jsonschema: install Debian's package 'python3-jsonschema' (apt-get install python3-jsonschema).");
        using var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "Kernel", "shapes", "check_messages.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var found = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(all.ToJsonString());
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended; its exit code says so.
        }

        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{await errors}\nThe check needs Python's jsonschema: install Debian's package 'python3-jsonschema' (apt-get install python3-jsonschema).");
        return JsonSerializer.Deserialize<string[]>(await found)!;
    }
}
