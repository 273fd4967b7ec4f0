using System.Diagnostics;
using System.Globalization;
using Segmentation.Notebooks.Jupyter;

namespace Segmentation.Notebooks.Tests.Jupyter;

/// <summary>The watch over the program that has started the kernel.</summary>
public sealed class ParentWatchTests
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task It_ends_when_the_parent_does_and_not_before()
    {
        using var parent = Process.Start("/bin/sleep", ["600"]);
        var ended = ParentWatch.EndAsync(parent.Id.ToString(CultureInfo.InvariantCulture), Often, CancellationToken.None);
        Assert.False(ended.IsCompleted);
        parent.Kill();
        await ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-5")]
    [InlineData("a program")]
    public async Task Without_a_parent_it_goes_on_until_it_is_stopped(string? parent)
    {
        using var stop = new CancellationTokenSource();
        var ended = ParentWatch.EndAsync(parent, Often, stop.Token);
        Assert.False(ended.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended);
    }
}
