namespace Segmentation.Notebooks.Documents;

/// <summary>What a cell of a notebook is.</summary>
public enum CellKind
{
    /// <summary>A cell that runs: C#, SQL, HTML, Markdown or Mermaid.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text that neither runs nor shows.</summary>
    Raw,
}
