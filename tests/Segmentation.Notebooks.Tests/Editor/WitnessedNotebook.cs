namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>An open notebook as the editor itself knows it.</summary>
internal sealed record WitnessedNotebook(string Name, bool Dirty, WitnessedCell[] Cells)
{
    /// <summary>Gets the code cells in order: cell 1 of the tests is the first of them.</summary>
    public WitnessedCell[] Code => [.. Cells.Where(c => c.Code)];

    /// <summary>Gets a value indicating whether every code cell has come to an end.</summary>
    public bool Finished => Array.TrueForAll(Code, c => c.Success is not null);

    /// <summary>Returns a code cell by its number, from 1.</summary>
    public WitnessedCell Cell(int number) => Code[number - 1];
}
