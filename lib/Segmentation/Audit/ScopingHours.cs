using Segmentation.Playbook;

namespace Segmentation.Audit;

/// <summary>Hours of one piece of work, and why they are in.</summary>
/// <param name="Work">The approach or the addition.</param>
/// <param name="Hours">The range.</param>
/// <param name="Rule">The rule that put it in.</param>
public sealed record ScopingHours(string Work, HourRange Hours, string Rule);
