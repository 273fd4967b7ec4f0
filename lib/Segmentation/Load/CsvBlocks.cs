namespace Segmentation.Load;

/// <summary>
/// Reads a file in blocks on several threads. Where a block's first record starts is guessed (behind the first line break) and
/// checked against the end of the block before; a wrong guess, which takes a quoted line break, is read again from where it should have started.
/// </summary>
internal static class CsvBlocks
{
    /// <summary>Returns the blocks in file order.</summary>
    public static List<CsvBlock> Read(CsvSource source, CsvDialect dialect, CsvOptions options)
    {
        if (dialect.Headers.Length == 0) return [];
        var size = options.BlockBytes;
        var blocks = new CsvBlock[(int)((source.Length - dialect.DataStart + size - 1) / size)];
        var next = -1;
        var workers = Math.Min(blocks.Length, Parallelism(options).MaxDegreeOfParallelism);
        Parallel.For(0, workers, Parallelism(options), _ =>
        {
            var reader = NewReader();
            for (var i = Interlocked.Increment(ref next); i < blocks.Length; i = Interlocked.Increment(ref next))
            {
                blocks[i] = reader.Read(From(i), From(i + 1), isRecordStart: i == 0);
            }
        });

        CsvBlockReader? again = null;
        var start = dialect.DataStart;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Start != start) blocks[i] = (again ??= NewReader()).Read(start, Math.Max(start, From(i + 1)), isRecordStart: true);
            start = blocks[i].End;
        }

        return [.. blocks];

        long From(int block) => Math.Min(source.Length, dialect.DataStart + ((long)block * size));

        CsvBlockReader NewReader() => new(source, dialect.Delimiter, dialect.Headers.Length, options);
    }

    /// <summary>Returns how many threads may work at once.</summary>
    public static ParallelOptions Parallelism(CsvOptions options) => new() { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount };
}
