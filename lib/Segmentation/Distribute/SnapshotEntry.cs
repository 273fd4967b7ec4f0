namespace Segmentation.Distribute;

/// <summary>One snapshot of a file.</summary>
/// <param name="AsOf">The date of the values.</param>
/// <param name="Version">The framework's version.</param>
/// <param name="Accounts">Accounts saved; null where the framework did not divide them.</param>
/// <param name="Contacts">Contacts saved, likewise.</param>
/// <param name="Dimensions">Dimensions, of accounts and contacts.</param>
/// <param name="Segments">Segments of all of them.</param>
/// <param name="Unassigned">Records Unassigned in at least one dimension.</param>
/// <param name="Checks">Checks saved.</param>
/// <param name="ChecksFailing">Those of them whose limit did not hold.</param>
public sealed record SnapshotEntry(DateTime AsOf, string Version, int? Accounts, int? Contacts, int Dimensions, int Segments, int Unassigned, int Checks, int ChecksFailing);
