namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>The tests in the editor share one window, so they run one after the other, with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InTheEditor : ICollectionFixture<EditorFixture>
{
    public const string Name = "editor";
}
