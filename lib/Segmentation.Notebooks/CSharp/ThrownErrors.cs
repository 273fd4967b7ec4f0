using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Describes an exception that a cell threw by the lines of cells that led to it.</summary>
internal static class ThrownErrors
{
    public static CellError Describe(Exception thrown, string cell, FormatOptions options)
    {
        var trace = ImmutableArray.CreateBuilder<string>();
        int? line = null;
        foreach (var frame in new StackTrace(thrown, fNeedFileInfo: true).GetFrames())
        {
            var file = frame.GetFileName();
            var method = frame.GetMethod();
            // Only cells are named by file: the paths of other sources are those of the machine that built them.
            var isCell = file is not null && method?.DeclaringType?.Assembly.GetName().Name is { } name
                && (name.StartsWith("Submission#", StringComparison.Ordinal) || name.StartsWith("Library#", StringComparison.Ordinal));
            if (isCell)
            {
                if (file == cell) line ??= frame.GetFileLineNumber();
                trace.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}, line {frame.GetFileLineNumber()}"));
            }
            else if (method?.DeclaringType is { } type && !IsPlumbing(type))
            {
                trace.Add($"{type.FullName}.{method.Name}");
            }
        }

        while (trace.Count > 0 && trace[^1].StartsWith("Segmentation.Notebooks.", StringComparison.Ordinal)) trace.RemoveAt(trace.Count - 1);
        var kept = trace.Count <= options.MostFrames
            ? trace.ToImmutable()
            : [.. trace.Take(options.MostFrames), string.Create(CultureInfo.InvariantCulture, $"… {trace.Count - options.MostFrames} more")];
        return new CellError(thrown.GetType().Name, Message(thrown, options.MostCauses), line, kept) { MayQuoteData = true };
    }

    private static string Message(Exception thrown, int mostCauses)
    {
        var messages = new List<string> { Safely(thrown) };
        for (var cause = thrown.InnerException; cause is not null && messages.Count < mostCauses; cause = cause.InnerException)
            messages.Add($"caused by {cause.GetType().Name}: {Safely(cause)}");
        return string.Join('\n', messages);
    }

    private static string Safely(Exception thrown)
    {
        try
        {
            return thrown is InsufficientExecutionStackException
                ? "Calls are nested too deep: a function calls itself and does not come to an end, or needs more stack than there is. Give it an end, or write it as a loop."
                : thrown.Message;
        }
        catch (Exception e)
        {
            return $"(its Message threw {e.GetType().Name})";
        }
    }

    private static bool IsPlumbing(Type type) =>
        type.Namespace is "Internal.Runtime.CompilerHelpers" or "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Threading" or "System.Threading.Tasks";
}
