namespace Segmentation.Notebooks.Editing;

/// <summary>Finds the files and folders that a path may go on with.</summary>
internal static class PathCompletion
{
    /// <summary>Returns the completions of the last step of a path.</summary>
    /// <param name="typed">The path up to the cursor.</param>
    /// <param name="position">The cursor in the cell.</param>
    /// <param name="end">Where the step ends in the cell: what is replaced.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="wanted">Which files fit; folders always do.</param>
    /// <param name="most">Most completions returned.</param>
    public static Completions Complete(string typed, int position, int end, string folder, Func<string, bool> wanted, int most)
    {
        var step = typed.LastIndexOfAny(['/', '\\']) + 1;
        try
        {
            var entries = new DirectoryInfo(Path.GetFullPath(typed[..step].Length == 0 ? "." : typed[..step], folder)).EnumerateFileSystemInfos()
                // A quote or a backslash in a name would have to be written otherwise, by the kind of text that it stands in.
                .Where(e => e.Name.AsSpan().IndexOfAny('"', '\\') < 0 && (e.Name[0] != '.' || typed[step..].StartsWith('.')) && (e is DirectoryInfo || wanted(e.Name)))
                .Select(e => e is DirectoryInfo
                    ? new Candidate(e.Name, CompletionKind.File, CandidateGroup.Expected, () => "folder", e.Name + "/")
                    : new Candidate(e.Name, CompletionKind.File, CandidateGroup.Member, () => "file"));
            return new Completions(position - (typed.Length - step), end, Candidates.Choose(entries, typed[step..], most));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Completions(position, position, []);
        }
    }
}
