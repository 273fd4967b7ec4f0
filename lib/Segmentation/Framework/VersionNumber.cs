using System.Globalization;

namespace Segmentation.Framework;

/// <summary>The order of versions: v0, v1, … v10, … vFinal.</summary>
internal static class VersionNumber
{
    private const string Final = "vFinal";

    /// <summary>Returns the place of a version in the order; null where the text is no version. Exact: capitals and leading zeros count.</summary>
    public static int? Of(string version) => version == Final ? int.MaxValue
        : version.StartsWith('v') && int.TryParse(version.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            && number.ToString(CultureInfo.InvariantCulture) == version[1..] ? number : null;
}
