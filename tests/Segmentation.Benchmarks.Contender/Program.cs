using Segmentation.Benchmarks;

if (args is not [var job, var folder])
{
    Console.Error.WriteLine($"Expected '{Job.Profile}' or '{Job.Audit}' and a folder that holds {Job.FileName}.");
    return 2;
}

Console.WriteLine(Job.Run(job, folder).ToJson());
return 0;
