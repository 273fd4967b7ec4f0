using System.Diagnostics;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Tests.Jupyter;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>The kernel as an editor starts it: a process that speaks over standard input and output, in the folder of the notebook.</summary>
public sealed class StandardProcessTests : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("standard-kernel");
    private readonly Process process;

    public StandardProcessTests()
    {
        Assert.True(File.Exists(JupyterKernelProcess.Executable), $"{JupyterKernelProcess.Executable} was not found: build lib/Segmentation.Notebooks.");
        process = Process.Start(new ProcessStartInfo(JupyterKernelProcess.Executable, ["kernel"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Programs_that_a_cell_starts_neither_read_nor_write_among_the_messages()
    {
        Send("execute_request", "System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"cat; echo native\"]).WaitForExit(); 1 + 1");
        var types = new List<string?>();
        JsonNode message;
        do
        {
            message = await NextAsync();
            types.Add((string?)message["header"]!["msg_type"]);
        }
        while (types[^1] != "execute_reply");
        Assert.Equal(["status", "status", "execute_input", "execute_result", "execute_reply"], types);
        process.StandardInput.Close();
        Assert.Equal("native\n", await process.StandardError.ReadToEndAsync().WaitAsync(LongEnough));
    }

    [Fact]
    public async Task Relative_paths_start_from_the_folder_that_the_process_was_started_in()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "beside.txt"), "found");
        Send("execute_request", "File.ReadAllText(\"beside.txt\")");
        JsonNode message;
        do message = await NextAsync();
        while ((string?)message["header"]!["msg_type"] != "execute_result");
        Assert.Equal("found", (string?)message["content"]!["data"]!["text/plain"]);
    }

    /// <summary>The first cell is compiled while the process still warms up: what both have of the framework must be the same. Seen only in fresh processes, and not in each.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_variable_of_the_very_first_cell_fits_the_second(int fresh)
    {
        Send("execute_request", "var kept = new List<(string, WeakReference)>();");
        Send("execute_request", $"kept.Add((\"process {fresh}\", new WeakReference(new object())));");
        var statuses = new List<string?>();
        while (statuses.Count < 2)
        {
            var message = await NextAsync();
            if ((string?)message["header"]!["msg_type"] == "execute_reply") statuses.Add((string?)message["content"]!["status"]);
        }

        Assert.Equal(["ok", "ok"], statuses);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(Timeout.Infinite);")]
    [InlineData("Console.ReadLine();")]
    public async Task The_end_of_the_input_ends_the_process_whatever_a_cell_does(string code)
    {
        await StartCellAsync(code);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(LongEnough);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_request_to_terminate_ends_the_process_while_a_cell_loops()
    {
        await StartCellAsync("while (true) { }");
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(LongEnough);
    }

    [Fact]
    public async Task A_reader_that_has_gone_does_not_keep_the_process()
    {
        await StartCellAsync("for (;;) { Console.WriteLine(new string('x', 1000)); clearOutput(); }");
        process.StandardOutput.Close();
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(LongEnough);
    }

    private async Task StartCellAsync(string code)
    {
        Send("execute_request", code);
        while ((string?)(await NextAsync())["header"]!["msg_type"] != "execute_input")
        {
        }
    }

    private void Send(string type, string code)
    {
        process.StandardInput.WriteLine(new JsonObject
        {
            ["channel"] = "shell",
            ["header"] = new JsonObject { ["msg_id"] = "1", ["msg_type"] = type },
            ["parent_header"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["content"] = new JsonObject { ["code"] = code, ["allow_stdin"] = true },
        }.ToJsonString());
        process.StandardInput.Flush();
    }

    private async Task<JsonNode> NextAsync() => JsonNode.Parse((await process.StandardOutput.ReadLineAsync().WaitAsync(LongEnough))!)!;
}
