using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Segmentation.Charts;
using Segmentation.Report;
using Segmentation.Tables;

namespace Segmentation.Tests.Report;

public sealed class HtmlPageTests
{
    private static readonly string Library = Path.Combine(Repository.Folder, "lib", "Segmentation");

    [Fact]
    public void A_page_without_charts_holds_no_script() => Assert.DoesNotContain("<script", HtmlPage.Write("t", ["<p>x</p>"]), StringComparison.Ordinal);

    [Fact]
    public void A_page_with_a_chart_holds_plotly_once_and_not_mermaid()
    {
        var figure = Chart.Bar(new Table("t", Column.Of("k", ["a"])), "k").ToHtml();
        var page = HtmlPage.Write("t", [figure, figure]);
        Assert.Equal(1, Count(page, PageScript.Plotly.Element()));
        Assert.DoesNotContain("mermaid.initialize", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_with_a_diagram_holds_mermaid_and_not_plotly()
    {
        var page = HtmlPage.Write("t", ["<pre class=\"mermaid\">flowchart LR</pre>"]);
        Assert.Equal(1, Count(page, PageScript.Mermaid.Element()));
        Assert.Equal(0, Count(page, PageScript.Plotly.Element()));
    }

    [Fact]
    public void A_page_forbids_itself_the_network()
    {
        var page = HtmlPage.Write("t", []);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("connect-src", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_is_encoded() => Assert.Contains("<title>&lt;script&gt;</title>", HtmlPage.Write("<script>", []), StringComparison.Ordinal);

    [Fact]
    public void Headings_one_to_three_are_the_contents_and_keep_their_ids()
    {
        var page = HtmlPage.Write("t", ["<h1 id=\"top\">Audit</h1><h2>Fields &amp; <em>gaps</em></h2>", "<h4>small</h4><h3 class=\"x\">Third</h3>"]);
        Assert.Contains("<li class=\"seg-level-1\"><a href=\"#top\">Audit</a></li>", page, StringComparison.Ordinal);
        Assert.Contains("<li class=\"seg-level-2\"><a href=\"#section-2\">Fields &amp; gaps</a></li>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"section-2\">Fields &amp; <em>gaps</em></h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h3 class=\"x\" id=\"section-3\">Third</h3>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("small</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_heading_needs_no_contents() => Assert.DoesNotContain("<nav", HtmlPage.Write("t", ["<h1>Audit</h1>"]), StringComparison.Ordinal);

    [Fact]
    public void The_same_blocks_give_the_same_bytes() => Assert.Equal(HtmlPage.Write("t", ["<h1>a</h1>"]), HtmlPage.Write("t", ["<h1>a</h1>"]));

    [Fact]
    public void The_scripts_are_built_in_and_hash_to_what_the_fallback_asks_for()
    {
        foreach (var script in (PageScript[])[PageScript.Plotly, PageScript.Mermaid])
        {
            Assert.True(script.Source is not null, $"{script.FileName} is not in the assembly: the build could not fetch it. Install Node.js with npm and build again.");
            Assert.Equal(script.Integrity, "sha384-" + Convert.ToBase64String(SHA384.HashData(Encoding.UTF8.GetBytes(script.Source!))));
        }
    }

    [Fact]
    public void The_fallback_names_the_version_that_the_lock_file_pins()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Library, "package-lock.json")))!["packages"]!;
        Assert.Contains($"/plotly.js-dist-min@{packages["node_modules/plotly.js-dist-min"]!["version"]}/", PageScript.Plotly.Address, StringComparison.Ordinal);
        Assert.Contains($"/mermaid@{packages["node_modules/mermaid"]!["version"]}/", PageScript.Mermaid.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_names_no_registry_and_hashes_every_package()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Library, "package-lock.json")))!["packages"]!.AsObject();
        foreach (var (path, package) in packages.Where(p => p.Key.Length > 0))
        {
            Assert.Null(package!["resolved"]);
            Assert.True(package["integrity"] is not null, path);
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
