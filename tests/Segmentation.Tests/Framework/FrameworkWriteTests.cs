using Segmentation.Framework;

namespace Segmentation.Tests.Framework;

public sealed class FrameworkWriteTests
{
    [Fact]
    public void A_file_laid_out_as_we_write_comes_back_letter_by_letter() => Assert.Equal(FrameworkFiles.Full, SegmentationFramework.Parse(FrameworkFiles.Full).Write());
}
