using System.Globalization;
using Segmentation.Samples;

switch (args)
{
    case ["large", var rows, var file] when int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        LargeAccounts.Write(file, count);
        return 0;
    case ["large-contacts", var rows, var file, var truth] when int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
        LargeContacts.Write(file, truth, count);
        return 0;
    case [var folder] when folder is not ("large" or "large-contacts"):
        SampleSet.Write(folder);
        return 0;
    default:
        Console.Error.WriteLine(
            "Expected a folder, 'large ROWS FILE' or 'large-contacts ROWS FILE TRUTH'. " +
            "Example: dotnet run --project data-samples/generator -- data-samples, or dotnet run --project data-samples/generator -- large 1000000 out/large.csv");
        return 2;
}
