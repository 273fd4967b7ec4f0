using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Segmentation.Notebooks.Run;

/// <summary>The help of a command, followed by examples.</summary>
internal sealed class HelpWithExamples(HelpAction help, string examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(examples);
        return code;
    }
}
