using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>The framework of a folder, written or not.</summary>
public static class FrameworkFile
{
    /// <summary>Returns the framework that the folder keeps as <c>framework.yaml</c>, else one proposed from the workspace. Writes nothing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="workspace">The workspace to propose from.</param>
    /// <exception cref="WorkspaceException">The file is there and says something that cannot be.</exception>
    public static SegmentationFramework LoadOrPropose(string folder, Workspace workspace)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(workspace);
        var path = Path.Combine(folder, FrameworkVersions.CurrentFile);
        return File.Exists(path) ? SegmentationFramework.Load(path) : StarterFramework.Propose(workspace);
    }
}
