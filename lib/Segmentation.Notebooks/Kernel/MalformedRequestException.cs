namespace Segmentation.Notebooks.Kernel;

/// <summary>A request whose content cannot be read; says what was found and what was expected.</summary>
internal sealed class MalformedRequestException(string message) : Exception(message);
