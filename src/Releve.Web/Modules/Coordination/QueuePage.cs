using Microsoft.AspNetCore.Mvc;
using Releve.Core.Listings;
using Releve.Core.Places;

namespace Releve.Web.Modules.Coordination;

/// <summary>One thing that waits.</summary>
/// <param name="Url">Where it is decided.</param>
/// <param name="Title">Who or what it is.</param>
/// <param name="Detail">What is asked.</param>
/// <param name="Place">The commune's name.</param>
/// <param name="Since">Since when it waits, UTC.</param>
public sealed record QueueEntry(string Url, string Title, string? Detail, string? Place, DateTime Since)
{
    /// <summary>The kind of listing, where it is about one.</summary>
    public ListingKind? Kind { get; init; }
}

/// <summary>What waits, the longest waiting first.</summary>
public abstract class QueuePage(CoordinationDesk desk) : ListPage
{
    /// <summary>What may be said after a decision, where each goes back to its queue.</summary>
    private static readonly string[] Ends =
    [
        "verified",
        "refused",
        "let-in",
        "not-let-in",
        "approved",
        "returned",
        "kept",
        "reviewed",
        "closed",
        "left",
        "warned",
    ];

    protected CoordinationDesk Desk => desk;

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public string? JustDone => Ends.Contains(Done) ? Done : null;

    public IReadOnlyList<QueueEntry> Entries { get; protected set; } = [];

    /// <summary>Whole days since an instant, for the words "for three days".</summary>
    public int DaysSince(DateTime since) => Math.Max(0, (int)(desk.Now - since).TotalDays);

    protected string? PlaceOf(string? commune) => desk.Commune(commune)?.NameIn(Language);
}
