using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Segmentation.Notebooks.CSharp;

namespace Segmentation.Notebooks.Session;

/// <summary>
/// Takes in what code of cells throws where nobody waits for it: on threads that it started, in timers, in work items of the pool, in an <c>async
/// void</c>, in finalizers. Left alone, it would end the process, and with it the state of every session. The check that ends an interrupted cell
/// throws there too: the thread ends, and that is all.
/// </summary>
/// <remarks>Exceptions of code that no cell has brought or called stay what they were: they end the process.</remarks>
internal static class StrayErrors
{
    // A process takes one handler, once.
    private static readonly Lazy<bool> Installed = new(Install);

    /// <summary>Sees to it from here on. A host that handles such exceptions itself goes on to.</summary>
    public static void TakeIn() => _ = Installed.Value;

    private static bool Install()
    {
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Take);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Take(Exception thrown)
    {
        try
        {
            var scope = CellScope.Current;
            if (scope is null && !Errors(thrown).Any(IsOfCell)) return false;
            // To be cancelled is no news.
            if (Errors(thrown).All(e => e is OperationCanceledException or AggregateException)) return true;
            var note = $"{thrown.GetType().Name} on a thread or in a callback of a cell, for which nobody waits: {thrown.Message}\n";
            if (scope is null) Console.Error.Write(note);
            else scope.Write("stderr", note);
        }
        catch (Exception)
        {
            // Its own Message threw, or nobody takes the note: no reason to end.
        }

        return true;
    }

    private static IEnumerable<Exception> Errors(Exception thrown) => (thrown switch
    {
        AggregateException several => several.InnerExceptions,
        { InnerException: { } cause } => [cause],
        _ => Enumerable.Empty<Exception>(),
    }).SelectMany(Errors).Prepend(thrown);

    private static bool IsOfCell(Exception thrown) => new StackTrace(thrown).GetFrames().Any(frame =>
        frame.GetMethod() is { Module.Assembly: Assembly assembly } && AssemblyLoadContext.GetLoadContext(assembly) is CellAssemblies);
}
