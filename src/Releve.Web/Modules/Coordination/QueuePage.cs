using Microsoft.AspNetCore.Mvc;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared;

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
public abstract class QueuePage(CoordinationDesk desk) : SitePage
{
    protected const int PageSize = 25;

    /// <summary>What may be said after a decision, where each goes back to its queue.</summary>
    private static readonly string[] Ends = ["verified", "refused", "approved", "returned", "kept", "reviewed", "closed"];

    public override bool Indexed => false;

    protected CoordinationDesk Desk => desk;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public string? JustDone => Ends.Contains(Done) ? Done : null;

    public int Total { get; protected set; }
    public int Pages => (Total + PageSize - 1) / PageSize;
    public IReadOnlyList<QueueEntry> Entries { get; protected set; } = [];

    /// <summary>Whole days since an instant, for the words "for three days".</summary>
    public int DaysSince(DateTime since) => Math.Max(0, (int)(desk.Now - since).TotalDays);

    public string UrlOf(int page) => AddressIn(Language) + (page == 1 ? "" : $"?p={page}");

    /// <summary>How many lie before this page; a page past the last is the last.</summary>
    protected int Skipped(int total)
    {
        Total = total;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        return (Number - 1) * PageSize;
    }

    protected string? PlaceOf(string? commune) => desk.Commune(commune) is { } known ? Releve.Core.Places.CommuneNames.NameIn(known, Language) : null;
}
