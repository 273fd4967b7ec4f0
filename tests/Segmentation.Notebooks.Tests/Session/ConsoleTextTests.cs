using System.Globalization;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Session;

/// <summary>Console text is gathered for a moment, never out of order, never without end; the limits are those of <see cref="ConsoleOptions"/>.</summary>
public sealed class ConsoleTextTests
{
    [Fact]
    public void Text_waits_for_the_moment_and_then_goes_out_as_one()
    {
        var probe = new ScopeProbe();
        for (var i = 0; i < 3; i++) probe.Scope.Write("stdout", i.ToString(CultureInfo.InvariantCulture));
        probe.Clock.Advance(ConsoleOptions.Default.FlushAfter - TimeSpan.FromTicks(1));
        Assert.Empty(probe.Outputs);
        probe.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(["stdout 012"], probe.Said);
    }

    [Fact]
    public void The_moment_begins_with_the_first_text_so_that_a_cell_that_never_rests_is_heard()
    {
        var probe = new ScopeProbe();
        for (var i = 0; i < 4; i++)
        {
            probe.Scope.Write("stdout", ".");
            probe.Clock.Advance(ConsoleOptions.Default.FlushAfter / 2);
        }

        Assert.Equal(["stdout ..", "stdout .."], probe.Said);
    }

    [Fact]
    public async Task Twenty_thousand_lines_are_a_handful_of_outputs_and_none_is_lost()
    {
        var outputs = new List<CellOutput>();
        using var session = new NotebookSession(new SessionOptions { Clock = new ManualClock() });
        await session.ExecuteAsync(new CellRequest("cell 1", "for (var i = 0; i < 20_000; i++) Console.WriteLine($\"line {i}\");"), outputs.Add);
        var written = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i}\n"));
        Assert.Equal(written, string.Concat(outputs.Cast<CellOutput.Console>().Select(o => o.Text)));
        // By arithmetic: each output but the last holds FlushAt characters or a line more.
        Assert.Equal((written.Length / ConsoleOptions.Default.FlushAt) + 1, outputs.Count);
    }

    [Fact]
    public void Text_goes_out_before_whatever_comes_after_it()
    {
        var probe = new ScopeProbe();
        probe.Scope.Write("stdout", "a");
        probe.Scope.Write("stderr", "b");
        probe.Scope.Show(1);
        probe.Scope.Write("stdout", "c");
        probe.Scope.Clear(wait: false);
        probe.Scope.Write("stdout", "d");
        probe.Scope.Fail(new CellError("X", "e", null, []));
        Assert.Equal(["stdout a", "stderr b", "shown 1", "stdout c", "cleared", "stdout d", "failed e"], probe.Said);
    }

    [Fact]
    public void What_a_task_writes_after_the_end_of_its_cell_still_goes_out()
    {
        var probe = new ScopeProbe();
        probe.Scope.Write("stdout", "in time");
        probe.Scope.Finish();
        probe.Scope.Write("stdout", "late");
        probe.Clock.Advance(ConsoleOptions.Default.FlushAfter);
        Assert.Equal(["stdout in time", "stdout late"], probe.Said);
    }

    [Fact]
    public void A_character_of_two_halves_is_never_torn_apart()
    {
        var probe = new ScopeProbe();
        probe.Scope.Write("stdout", "x\ud83d");
        probe.Clock.Advance(ConsoleOptions.Default.FlushAfter);
        probe.Scope.Write("stdout", "\ude00y");
        probe.Scope.Finish();
        Assert.Equal(["stdout x", "stdout \U0001F600y"], probe.Said);
    }

    [Fact]
    public void What_is_too_much_is_left_out_and_counted()
    {
        var probe = new ScopeProbe(new SessionOptions { Console = ConsoleOptions.Default with { MostText = 10 } });
        probe.Scope.Write("stdout", "0123456789");
        Assert.DoesNotContain("left out", string.Concat(probe.Said), StringComparison.Ordinal);
        probe.Scope.Write("stdout", "abc");
        probe.Scope.Write("stdout", "de");
        probe.Scope.Finish();
        Assert.Equal(
            [
                "stdout 0123456789\n[The cell has written 10 characters to the console: what follows is left out.]\n",
                "stderr [5 characters of console output were left out. Write them to a file to keep them all.]\n",
            ],
            probe.Said);
    }

    [Fact]
    public void The_limit_does_not_cut_a_character_in_two()
    {
        var probe = new ScopeProbe(new SessionOptions { Console = ConsoleOptions.Default with { MostText = 3 } });
        probe.Scope.Write("stdout", "ab\U0001F600c");
        probe.Scope.Finish();
        Assert.StartsWith("stdout ab\n[", probe.Said.First(), StringComparison.Ordinal);
        Assert.StartsWith("stderr [3 characters", probe.Said.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_clears_its_output_may_write_as_much_again()
    {
        var probe = new ScopeProbe(new SessionOptions { Console = ConsoleOptions.Default with { MostText = 3 } });
        for (var i = 0; i < 3; i++)
        {
            probe.Scope.Write("stdout", "abc");
            probe.Scope.Clear(wait: true);
        }

        probe.Scope.Finish();
        Assert.Equal(["stdout abc", "cleared later", "stdout abc", "cleared later", "stdout abc", "cleared later"], probe.Said);
    }

    [Fact]
    public void The_unfinished_line_is_the_prompt_and_is_not_written_as_well()
    {
        var asked = new List<(string, bool)>();
        var probe = new ScopeProbe(input: (prompt, secret) =>
        {
            asked.Add((prompt, secret));
            return "Anna";
        });
        probe.Scope.Write("stdout", "Hello\nName");
        probe.Scope.Write("stdout", "? ");
        Assert.Equal("Anna", probe.Scope.Input.ReadLine());
        Assert.Equal("Anna", probe.Scope.Input.ReadLine());
        probe.Scope.Finish();
        Assert.Equal([("Name? ", false), (string.Empty, false)], asked);
        Assert.Equal(["stdout Hello\n"], probe.Said);
    }

    [Fact]
    public void A_prompt_that_has_gone_out_already_is_asked_all_the_same()
    {
        var asked = new List<string>();
        var probe = new ScopeProbe(input: (prompt, _) =>
        {
            asked.Add(prompt);
            return null;
        });
        probe.Scope.Write("stdout", "Name? ");
        probe.Clock.Advance(ConsoleOptions.Default.FlushAfter);
        Assert.Null(probe.Scope.Input.ReadLine());
        Assert.Equal(["Name? "], asked);
        Assert.Equal(["stdout Name? "], probe.Said);
    }

    [Fact]
    public void Characters_are_read_out_of_the_lines_that_are_answered()
    {
        var answers = new Queue<string?>(["ab", "cd", null]);
        var probe = new ScopeProbe(input: (_, _) => answers.Dequeue());
        Assert.Equal('a', probe.Scope.Input.Peek());
        Assert.Equal('a', probe.Scope.Input.Read());
        Assert.Equal("b", probe.Scope.Input.ReadLine());
        Assert.Equal("cd\n", string.Concat(Enumerable.Range(0, 3).Select(_ => (char)probe.Scope.Input.Read())));
        Assert.Equal(-1, probe.Scope.Input.Read());
    }
}
