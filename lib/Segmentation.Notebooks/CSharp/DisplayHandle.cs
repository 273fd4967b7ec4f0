using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>An output that can be replaced where it stands, also by later cells. Itself it is never shown.</summary>
public sealed class DisplayHandle
{
    private readonly CellScope scope;
    private readonly string id = CellScope.NewDisplay();
    private bool isShown;

    internal DisplayHandle(CellScope scope, object? value)
    {
        this.scope = scope;
        if (value is not null) Update(value);
    }

    /// <summary>Shows another value in the place of the one before; null leaves the place empty.</summary>
    /// <param name="value">The value.</param>
    public void Update(object? value)
    {
        (CellScope.Current ?? scope).ShowAt(id, value, isUpdate: isShown);
        isShown = true;
    }
}
