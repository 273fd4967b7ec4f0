using Segmentation.Notebooks.Session;
using var s = new NotebookSession();
foreach (var cell in new[] { "try { throw new Exception(\"no\"); } catch (Exception e) { Console.WriteLine(e); foreach (var f in new System.Diagnostics.StackTrace(e,true).GetFrames()) Console.WriteLine(f.GetFileName()+\"|\"+f.GetMethod()); }" })
{
    var r = await s.ExecuteAsync(new CellRequest("cell 1", cell), o => Console.Write(o is CellOutput.Console c ? c.Text : o.ToString()));
}
return 0;
