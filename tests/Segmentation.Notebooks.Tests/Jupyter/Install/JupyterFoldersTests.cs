using System.Runtime.InteropServices;
using Segmentation.Notebooks.Jupyter.Install;

namespace Segmentation.Notebooks.Tests.Jupyter.Install;

/// <summary>Where kernels are looked for, against "Common directories and file locations" of the Jupyter documentation. Paths are composed with this machine's separator.</summary>
public sealed class JupyterFoldersTests
{
    [Fact]
    public void On_Linux_it_is_the_home_folder_or_what_XDG_DATA_HOME_says()
    {
        Assert.Equal("/home/me/.local/share/jupyter", Of("LINUX", ("HOME", "/home/me")).User);
        Assert.Equal("/data/jupyter", Of("LINUX", ("HOME", "/home/me"), ("XDG_DATA_HOME", "/data")).User);
        Assert.Equal("/home/me/.local/share/jupyter", Of("LINUX", ("HOME", "/home/me"), ("XDG_DATA_HOME", "")).User);
    }

    [Fact]
    public void On_a_Mac_it_is_the_library() => Assert.Equal("/Users/me/Library/Jupyter", Of("OSX", ("HOME", "/Users/me"), ("XDG_DATA_HOME", "/data")).User);

    [Fact]
    public void On_Windows_it_is_the_roaming_application_data() => Assert.Equal(Path.Combine("A", "jupyter"), Of("WINDOWS", ("APPDATA", "A")).User);

    [Theory]
    [InlineData("LINUX")]
    [InlineData("OSX")]
    [InlineData("WINDOWS")]
    public void JUPYTER_DATA_DIR_comes_before_all_of_these(string platform)
        => Assert.Equal("/own", Of(platform, ("HOME", "/home/me"), ("APPDATA", "A"), ("XDG_DATA_HOME", "/data"), ("JUPYTER_DATA_DIR", "/own")).User);

    [Fact]
    public void All_folders_are_JUPYTER_PATH_then_the_user_s_then_the_system_s()
        => Assert.Equal(
            ["/a", "/b", "/home/me/.local/share/jupyter", "/usr/local/share/jupyter", "/usr/share/jupyter"],
            Of("LINUX", ("HOME", "/home/me"), ("JUPYTER_PATH", $"/a{Path.PathSeparator}/b")).All);

    [Fact]
    public void An_environment_s_kernels_are_under_its_share_folder() => Assert.Equal("/venv/share/jupyter/kernels", JupyterFolders.Kernels(JupyterFolders.OfPrefix("/venv")));

    private static JupyterFolders Of(string platform, params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(v => v.Name == name).Value, OSPlatform.Create(platform));
}
