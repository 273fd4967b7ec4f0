namespace Segmentation.Framework;

/// <summary>Cells that together are a box: some places on each axis, all combinations of them.</summary>
/// <param name="Places">Per axis, one answer a place: whether the box has it. On an ordered axis the places without blank are neighbours.</param>
/// <param name="Cells">The cells, rising.</param>
internal sealed record CellBox(bool[][] Places, int[] Cells)
{
    /// <summary>Covers cells with boxes, each as large as it can grow; no cell is in two. The same cells give the same boxes.</summary>
    /// <param name="space">The space.</param>
    /// <param name="member">One answer a cell: whether it is to be covered.</param>
    public static IEnumerable<CellBox> Cover(CellSpace space, Func<int, bool> member)
    {
        var open = new bool[space.Count];
        for (var cell = 0; cell < open.Length; cell++) open[cell] = member(cell);
        var axes = Enumerable.Range(0, space.Axes.Length).ToArray();
        for (var seed = 0; seed < open.Length; seed++)
        {
            if (!open[seed]) continue;

            // Which axis grows first decides what an L is cut into: both ways round are tried.
            var (first, second) = (Grow(space, seed, open, axes), Grow(space, seed, open, [.. axes.Reverse()]));
            var box = first.Cells.Length >= second.Cells.Length ? first : second;
            foreach (var cell in box.Cells) open[cell] = false;
            yield return box;
        }
    }

    private static CellBox Grow(CellSpace space, int seed, bool[] open, int[] order)
    {
        var places = space.Axes.Select((axis, a) => Enumerable.Range(0, axis.Cells.Length).Select(p => p == space.On(a, seed)).ToArray()).ToArray();
        var cells = new List<int> { seed };
        foreach (var a in order)
        {
            var (axis, at) = (space.Axes[a], space.On(a, seed));
            var slab = cells.ToArray();
            if (axis.IsOrdered)
            {
                // Blank is the last place: a seed that is blank has been reached because nothing before it on this axis is open.
                for (var p = at - 1; p >= 0 && Add(p); p--) continue;
                for (var p = at + 1; p < axis.Blank && Add(p); p++) continue;
                if (at < axis.Blank) Add(axis.Blank);
            }
            else
            {
                for (var p = 0; p < axis.Cells.Length; p++)
                {
                    if (p != at) Add(p);
                }
            }

            bool Add(int place)
            {
                var moved = slab.Select(c => space.Move(c, a, place)).ToArray();
                if (!moved.All(c => open[c])) return false;
                places[a][place] = true;
                cells.AddRange(moved);
                return true;
            }
        }

        return new(places, [.. cells.Order()]);
    }
}
