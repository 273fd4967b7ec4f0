namespace Segmentation.Notebooks.Tests.Run;

/// <summary>A run changes the current folder of the process, so these tests run one after the other, with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneRunAtATime
{
    public const string Name = "runs";
}
