using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Segmentation.Notebooks.Session;

/// <summary>What the compiled form of a cell calls in its loops and functions, so that an interrupt and a full stack end it there. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellCheck
{
    private static volatile bool armed;

    /// <summary>Ends the cell where it is interrupted.</summary>
    /// <exception cref="OperationCanceledException">The cell is interrupted.</exception>
    public static void Loop()
    {
        if (armed) CellScope.Current?.ThrowIfStopped();
    }

    /// <summary>Ends the cell where it is interrupted, or where calls are nested too deep.</summary>
    /// <exception cref="OperationCanceledException">The cell is interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">The stack is nearly full; past its end the process would end.</exception>
    public static void Call()
    {
        if (armed) CellScope.Current?.ThrowIfStopped();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>Makes the checks look at their cell. They do so from the first interrupt of the process on: until then they cost one comparison.</summary>
    internal static void Arm() => armed = true;
}
