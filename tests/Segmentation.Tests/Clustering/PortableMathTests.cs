using System.Runtime.Intrinsics;
using Segmentation.Clustering;
using Segmentation.Statistics;

namespace Segmentation.Tests.Clustering;

public sealed class PortableMathTests
{
    // The platform's own exponential and logarithm are right to 1 unit in the last place (2.2e-16).
    [Fact]
    public void The_exponential_is_that_of_the_platform_to_its_last_bits()
    {
        var random = new SeededRandom(1);
        for (var i = 0; i < 20_000; i++)
        {
            var x = -700 * random.NextDouble() * (i % 2 == 0 ? 1 : 0.001);
            var expected = Math.Exp(x);
            Assert.InRange((PortableMath.Exp(Vector512.Create(x))[3] - expected) / expected, -7e-16, 7e-16);
        }

        Assert.Equal(1, PortableMath.Exp(Vector512<double>.Zero)[0]);
        Assert.Equal(0, PortableMath.Exp(Vector512.Create(-701d))[0]);
        Assert.Equal(0, PortableMath.Exp(Vector512.Create(double.NegativeInfinity))[0]);
    }

    [Fact]
    public void The_logarithm_is_that_of_the_platform_to_its_last_bits()
    {
        var random = new SeededRandom(2);
        for (var i = 0; i < 20_000; i++)
        {
            var x = i % 2 == 0 ? 0.5 + random.NextDouble() : Math.Pow(10, (600 * random.NextDouble()) - 300);
            var expected = Math.Log(x);
            Assert.InRange(PortableMath.Log(x) - expected, -7e-16 * Math.Max(0.5, Math.Abs(expected)), 7e-16 * Math.Max(0.5, Math.Abs(expected)));
        }

        Assert.Equal(0, PortableMath.Log(1));
    }
}
