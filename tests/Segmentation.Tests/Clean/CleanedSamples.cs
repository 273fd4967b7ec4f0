using Segmentation.Clean;
using Segmentation.Load;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Clean;

/// <summary>The clean-up of the samples with their decisions, written once for all tests that ask.</summary>
public sealed class CleanedSamples : IDisposable
{
    public CleanedSamples()
    {
        Raw = Workspace.Open(SampleFiles.Folder);
        Result = Cleanup.Run(Raw, CleanupDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions")));
        Written = Result.WriteTo(Folder["clean"]);
    }

    public Workspace Raw { get; }

    public CleanupResult Result { get; }

    public CleanFolder Written { get; }

    internal TemporaryFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();
}
