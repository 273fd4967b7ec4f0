namespace Segmentation.Notebooks.Tests.JupyterPrograms;

/// <summary>The tests with Jupyter's programs share one installation, and run one after the other, with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InJupyter : ICollectionFixture<JupyterFixture>
{
    public const string Name = "jupyter programs";
}
