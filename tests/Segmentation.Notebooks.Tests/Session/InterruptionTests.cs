using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Session;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData(true, "The cell was stopped; a statement of SQL that ran is undone, and variables that it had set keep their values.")]
    [InlineData(false, "The cell was stopped; variables that it had set keep their values.")]
    public void Only_a_cell_with_SQL_is_told_of_its_statement(bool sql, string message) => Assert.Equal(message, Interruption.StoppedBetween(sql).Message);
}
