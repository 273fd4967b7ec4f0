namespace Segmentation.Notebooks.Jupyter.Install;

/// <summary>What the command <c>install</c> is asked for.</summary>
internal sealed record InstallOptions
{
    /// <summary>Gets the root of the environment to install into; null for the user's own folder.</summary>
    public string? Prefix { get; init; }

    /// <summary>Gets where Jupyter looks for kernels.</summary>
    public JupyterFolders Folders { get; init; } = JupyterFolders.Here;

    /// <summary>Gets the folder of the running program. Default: that of the executable.</summary>
    public string Program { get; init; } = AppContext.BaseDirectory;

    /// <summary>Gets the folder in which programs of this product keep their files, where there is no prefix. Default: the user's local application data.</summary>
    public string ProgramData { get; init; } = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
}
