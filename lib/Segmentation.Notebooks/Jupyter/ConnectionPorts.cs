namespace Segmentation.Notebooks.Jupyter;

/// <summary>The port of each channel.</summary>
/// <param name="Shell">Requests that wait for each other.</param>
/// <param name="Control">Requests that are answered while a cell runs.</param>
/// <param name="Stdin">Questions of a running cell.</param>
/// <param name="IoPub">Outputs and status.</param>
/// <param name="Heartbeat">Signs of life.</param>
internal sealed record ConnectionPorts(int Shell, int Control, int Stdin, int IoPub, int Heartbeat)
{
    /// <summary>Gets the ports as a connection file names them.</summary>
    public IEnumerable<(string Name, int Port)> ByName =>
        [("shell_port", Shell), ("control_port", Control), ("stdin_port", Stdin), ("iopub_port", IoPub), ("hb_port", Heartbeat)];
}
