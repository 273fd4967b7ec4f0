namespace Segmentation.Notebooks.Jupyter;

/// <summary>A message that is not taken: unsigned, changed on the way, sent twice, or no Jupyter message at all.</summary>
internal sealed class JupyterException(string message) : Exception(message);
