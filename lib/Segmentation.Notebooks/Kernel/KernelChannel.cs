namespace Segmentation.Notebooks.Kernel;

/// <summary>The ways that messages take between a front end and the kernel.</summary>
public enum KernelChannel
{
    /// <summary>Requests that wait for each other.</summary>
    Shell,

    /// <summary>Requests that are answered while a cell runs.</summary>
    Control,

    /// <summary>Questions of a running cell, and their answers.</summary>
    Stdin,

    /// <summary>What everybody who listens is told: outputs and status.</summary>
    IoPub,
}
