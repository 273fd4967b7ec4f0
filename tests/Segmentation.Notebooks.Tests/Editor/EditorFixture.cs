using Segmentation.Notebooks.Tests.Browser;
using Segmentation.Notebooks.Tests.Run;

namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>
/// One VS Code (served by code-server, drawn by Chromium) with the packed extension in it and a copy of the notebooks and the sample company, for
/// all tests in the editor.
/// </summary>
public sealed class EditorFixture : IAsyncLifetime
{
    private readonly ChromiumFixture chromium = new();
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("editor");
    private CodeServer? server;

    /// <summary>Gets the editor's window.</summary>
    internal EditorWindow Window { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await chromium.InitializeAsync();
        var workspace = Path.Combine(root.FullName, "sample company");
        foreach (var folder in new[] { "notebooks", "data-samples" }) SampleCompany.Copy(folder, workspace);
        server = await CodeServer.StartAsync(root.FullName);
        Window = await EditorWindow.OpenAsync(chromium.Browser, server, workspace);
    }

    /// <summary>Opens another window of the same editor on a folder.</summary>
    internal async Task<EditorWindow> OpenWindowAsync(string folder) => await EditorWindow.OpenAsync(chromium.Browser, server!, folder);

    public async Task DisposeAsync()
    {
        if (Window is not null) await Window.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
        await chromium.DisposeAsync();
        root.Delete(recursive: true);
    }
}
