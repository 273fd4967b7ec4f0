namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>A peer that does not keep to the protocol; it is dropped, and nobody else notices.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
