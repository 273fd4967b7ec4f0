using System.CommandLine;
using System.CommandLine.Help;
using Segmentation.Notebooks.Jupyter;
using Segmentation.Notebooks.Jupyter.Install;
using Segmentation.Notebooks.Kernel;
using Segmentation.Notebooks.Session;
using Spectre.Console;

namespace Segmentation.Notebooks.Run;

/// <summary>The command line of the executable.</summary>
public static class CommandLine
{
    private const int Cancelled = 130;

    private const string Examples = """
        Examples:
          run                                 every notebook of notebooks/, in order, on its own data
          run 01                              one notebook by its number; also by name (01-audit) or path
          run --data ~/exports --out review   on another folder of exports, into another folder
          run --mask                          names, emails, phones and counts under 5 hidden
          run -p limit=0.85 -p asOf=2026-06-30   other values for the variables of the cell tagged 'parameters'
        """;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="console">Where progress, the table and errors go.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>0; 1 where a cell failed or the command line asks for what cannot be done; 130 where it was cancelled.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IAnsiConsole console, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(console);
        var configuration = new InvocationConfiguration
        {
            Output = console.Profile.Out.Writer,
            Error = console.Profile.Out.Writer,
            // Signals are the caller's: one cancellation stops the cell, and the exit code says so.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await Root(console).Parse(arguments).InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            RunReport.Say(console, "cancelled");
            return Cancelled;
        }
        catch (Exception e) when (e is RunException or IOException or UnauthorizedAccessException)
        {
            RunReport.Say(console, e.Message);
            return 1;
        }
    }

    private static RootCommand Root(IAnsiConsole console)
    {
        var root = new RootCommand("Notebooks that take CRM exports to a tested customer segmentation.");
        root.Add(Run(console));
        root.Add(Kernel());
        root.Add(Install(console));
        return root;
    }

    private static Command Kernel()
    {
        var file = new Argument<string?>("connection file") { Description = "The file that a Jupyter program writes for the kernel that it starts. Without one: standard input and output.", Arity = ArgumentArity.ZeroOrOne };
        var kernel = new Command("kernel", "Serves one notebook: to a Jupyter program over sockets, or to an editor over standard input and output.") { file };
        kernel.SetAction(async (given, cancellation) =>
        {
            if (given.GetValue(file) is { } path) return await JupyterDoor.ServeAsync(path, new SessionOptions(), JupyterOptions.Default, Console.Error, TimeProvider.System, cancellation).ConfigureAwait(false);
            var (input, output) = StandardStreams.Take();
            await new StandardDoor(output, Console.Error, TimeProvider.System, KernelOptions.Default).ServeAsync(new SessionOptions(), input, cancellation).ConfigureAwait(false);
            return 0;
        });
        return kernel;
    }

    private static Command Install(IAnsiConsole console)
    {
        var user = new Option<bool>("--user") { Description = "For you alone, in your own Jupyter folder. This is the default." };
        var prefix = new Option<string?>("--prefix") { Description = "For an environment, such as a Python virtual environment: DIR/share/jupyter/kernels.", HelpName = "DIR" };
        var list = new Option<bool>("--list") { Description = "Say what is installed, and where." };
        var remove = new Option<bool>("--remove") { Description = "Remove it; other kernels are left alone." };
        var install = new Command("install", "Makes the kernel known to JupyterLab, Jupyter Notebook, nbconvert and VS Code's Jupyter extension.") { user, prefix, list, remove };
        install.Validators.Add(given =>
        {
            if (given.GetValue(user) && given.GetValue(prefix) is not null) given.AddError("--user and --prefix name two places; give one of them.");
            if (given.GetValue(list) && given.GetValue(remove)) given.AddError("--list only looks and --remove removes; give one of them.");
        });
        install.SetAction(async (given, cancellation) =>
        {
            var kernel = new KernelInstall(new InstallOptions { Prefix = given.GetValue(prefix) }, line => RunReport.Say(console, line));
            if (given.GetValue(list)) kernel.List();
            else if (given.GetValue(remove)) kernel.Remove();
            else await kernel.InstallAsync(cancellation).ConfigureAwait(false);
            return 0;
        });
        return install;
    }

    private static Command Run(IAnsiConsole console)
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Path, name or number of a notebook. Default: all of notebooks/, in order.", Arity = ArgumentArity.ZeroOrMore };
        var data = new Option<string?>("--data") { Description = "Folder of exports; sets the parameter 'data'.", HelpName = "DIR" };
        var target = new Option<string?>("--out") { Description = "Folder for NAME.ipynb, NAME.html and NAME.json; sets the parameter 'output'. Default: out", HelpName = "DIR" };
        var mask = new Option<bool>("--mask") { Description = "Hide personal values and counts under 5 on pages and in JSON; tables a notebook writes stay whole." };
        var parameters = new Option<string[]>("-p", "--param") { Description = "Another value for a variable of the cell tagged 'parameters'; may be repeated.", HelpName = "name=value", Arity = ArgumentArity.ZeroOrMore };
        var run = new Command("run", "Runs notebooks and writes each as executed notebook, page and JSON.") { notebooks, data, target, mask, parameters };
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        run.Add(help);
        run.SetAction((given, cancellation) => new NotebookRun(
            new RunOptions
            {
                Notebooks = [.. given.GetValue(notebooks) ?? []],
                Data = given.GetValue(data),
                Out = given.GetValue(target),
                Mask = given.GetValue(mask),
                Parameters = [.. given.GetValue(parameters) ?? []],
            },
            console).RunAsync(cancellation));
        return run;
    }
}
