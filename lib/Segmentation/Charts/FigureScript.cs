namespace Segmentation.Charts;

/// <summary>
/// The script that stands with every figure and draws those of the page that wait. It takes plotly.js from the page; where a Jupyter server shows
/// the notebook, from beside the installed kernel, which that server hands out. Nothing comes from a network beyond it.
/// </summary>
/// <remarks>
/// Front ends run scripts of an output in three ways: in place, as a copy in place, or before the output is in the page; so it looks for its
/// figures, and looks once more when the page has settled.
/// </remarks>
internal static class FigureScript
{
    public const string Text = """
        (function(){
        function draw(){document.querySelectorAll('.seg-figure:not([data-drawn])').forEach(function(g){
        var d=g.querySelector('.seg-plot'),j=g.querySelector('script[type="application/json"]');if(!d||!j)return;
        g.dataset.drawn='1';var f=JSON.parse(j.textContent);d.textContent='';
        window.Plotly.newPlot(d,f.data,f.layout,{responsive:true,displaylogo:false,modeBarButtons:[['toImage','resetScale2d']]});});}
        function server(){var b=document.body&&document.body.dataset.baseUrl,c=document.getElementById('jupyter-config-data');
        if(!b&&c)try{b=JSON.parse(c.textContent).baseUrl}catch(e){}return b;}
        function none(){if(!window.Plotly)document.querySelectorAll('.seg-figure:not([data-drawn]) .seg-plot').forEach(function(d){
        if(d.style.height!='auto'){d.style.height='auto';d.append(' (Not drawn: this page has no plotly.js. A first cell with "new NotebookScripts()" brings it.)');}});}
        function go(){if(window.Plotly)return draw();var b=server();if(!b)return addEventListener('load',none);
        if(!window.segPlotly)window.segPlotly=new Promise(function(done){var s=document.createElement('script');s.onload=done;s.src=b+'kernelspecs/segmentation/plotly.min.js';document.head.appendChild(s);});
        window.segPlotly.then(draw);}
        go();if(document.readyState!=='loading')setTimeout(go,0);
        })();
        """;
}
