namespace Segmentation.Text;

/// <summary>Email addresses.</summary>
public static class EmailAddress
{
    /// <summary>Tells whether an address is well formed (local part, one @, a domain with a dot and a plausible top level). Says nothing about whether it exists.</summary>
    /// <param name="email">The address.</param>
    public static bool IsWellFormed(string email) => throw new NotImplementedException();
}
