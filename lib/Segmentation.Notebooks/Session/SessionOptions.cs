using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Editing;
using Segmentation.Notebooks.Formatting;

namespace Segmentation.Notebooks.Session;

/// <summary>What a session is told when it starts.</summary>
public sealed record SessionOptions
{
    /// <summary>Gets the folder from which <c>#r "file"</c> and <c>#load</c> start. Default: the current folder.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Gets how values are shown. Default: 20 rows, nothing hidden.</summary>
    public FormatOptions Format { get; init; } = FormatOptions.Default;

    /// <summary>Gets the limits of C# cells. Default: <see cref="CSharpOptions.Default"/>.</summary>
    public CSharpOptions CSharp { get; init; } = CSharpOptions.Default;

    /// <summary>Gets how console text is passed on. Default: gathered for 20 ms, at most 1,000,000 characters a cell.</summary>
    public ConsoleOptions Console { get; init; } = ConsoleOptions.Default;

    /// <summary>Gets how progress bars are drawn. Default: at most every 100 ms.</summary>
    public ProgressOptions Progress { get; init; } = ProgressOptions.Default;

    /// <summary>Gets the clock that times those. Default: the system's. No output holds a time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets how long an interrupt waits before it takes the next, rougher way to stop a cell. Default: woken after 20 ms, left behind after 3 s.</summary>
    public InterruptOptions Interrupt { get; init; } = InterruptOptions.Default;

    /// <summary>Gets the stack of each thread that runs code of a cell, in bytes. Default: 2 MiB, on which calls nest some ten thousands deep and too deep ones are told of within a second.</summary>
    public int CellStack { get; init; } = 2 * 1024 * 1024;

    /// <summary>Gets the folder in which lists of packages are restored, once each. Default: <c>segmentation-notebooks/packages</c> in the user's local application data.</summary>
    public string PackageCache { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "segmentation-notebooks", "packages");

    /// <summary>Gets the limits of what editors are answered. Default: <see cref="EditingOptions.Default"/>.</summary>
    public EditingOptions Editing { get; init; } = EditingOptions.Default;
}
