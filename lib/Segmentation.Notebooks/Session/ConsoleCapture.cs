using System.Text;

namespace Segmentation.Notebooks.Session;

/// <summary>Sends what a cell writes to the console to its scope; everything else passes through to the terminal.</summary>
internal static class ConsoleCapture
{
    private static readonly Lock Gate = new();
    private static TextWriter? output;
    private static TextWriter? error;
    private static TextReader? input;

    /// <summary>Puts the capture in place, again where somebody has replaced it since.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!ReferenceEquals(System.Console.Out, output))
            {
                System.Console.SetOut(new Writer(System.Console.Out, "stdout"));
                output = System.Console.Out;
            }

            if (!ReferenceEquals(System.Console.Error, error))
            {
                System.Console.SetError(new Writer(System.Console.Error, "stderr"));
                error = System.Console.Error;
            }

            if (ReferenceEquals(System.Console.In, input)) return;
            System.Console.SetIn(new Reader(System.Console.In));
            input = System.Console.In;
        }
    }

    private sealed class Writer(TextWriter terminal, string stream) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override string NewLine => "\n";

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            if (CellScope.Current is { } cell) cell.Write(stream, value);
            else terminal.Write(value);
        }

        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void Flush() => terminal.Flush();
    }

    private sealed class Reader(TextReader terminal) : TextReader
    {
        public override int Peek() => CellScope.Current is { } cell ? cell.Input.Peek() : terminal.Peek();

        public override int Read() => CellScope.Current is { } cell ? cell.Input.Read() : terminal.Read();

        public override string? ReadLine() => CellScope.Current is { } cell ? cell.Input.ReadLine() : terminal.ReadLine();
    }
}
