namespace Segmentation.Text;

/// <summary>Company names as keys.</summary>
public static class CompanyName
{
    /// <summary>Returns the name in lower case without accents, punctuation and legal suffixes ("Acme, Inc." → "acme"); empty where nothing is left.</summary>
    /// <param name="name">The name.</param>
    public static string Normalize(string name) => throw new NotImplementedException();
}
