using Segmentation.Tables;

namespace Segmentation.Report;

/// <summary>
/// The script that figures draw themselves with, as a cell's output, for front ends that neither bring plotly.js nor know where our kernel keeps it: other .NET
/// notebook engines, and pages that <c>nbconvert</c> makes. <c>new NotebookScripts()</c> alone in the first cell is enough.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class NotebookScripts
{
    /// <summary>Returns plotly.js as a script element of some megabytes; one that names its public address where the build had no npm.</summary>
    /// <remarks>An instance method, since notebook engines look for one.</remarks>
#pragma warning disable CA1822
    public string ToHtml() => PageScript.Plotly.Element();
#pragma warning restore CA1822

    /// <summary>Returns what it is, in words.</summary>
    public override string ToString() => "plotly.js for the figures below";
}
