using Segmentation.Audit;
using Segmentation.Load;

namespace Segmentation.Tests.Samples;

/// <summary>The audit of the samples, once for all tests that ask.</summary>
public sealed class AuditedSamples
{
    public AuditResult Audit { get; } = DatabaseAudit.Run(Workspace.Open(SampleFiles.Folder));
}
