using System.Collections.Immutable;
using System.Text;

namespace Segmentation.Notebooks.Run;

/// <summary>
/// Writes the files of one notebook, all or none: first beside their places, then, when every one is there, into them.
/// </summary>
internal static class OutputFiles
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder; made where it is not there.</param>
    /// <param name="files">File names with their text.</param>
    public static void Write(string folder, IReadOnlyCollection<KeyValuePair<string, string>> files)
    {
        Directory.CreateDirectory(folder);
        var parts = ImmutableArray.CreateBuilder<(string Part, string Place)>();
        try
        {
            foreach (var (name, text) in files)
            {
                var place = Path.Combine(folder, name);
                var part = place + ".part";
                parts.Add((part, place));
                File.WriteAllText(part, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            foreach (var (part, place) in parts) File.Move(part, place, overwrite: true);
        }
        catch
        {
            foreach (var (part, _) in parts) File.Delete(part);
            throw;
        }
    }
}
