using Releve.Core.Listings;

namespace Releve.Web.Modules.Listings.Facts;

/// <summary>The icons before the three deciding facts of a listing's page, in the order of <see cref="CardFacts"/>.</summary>
public static class FactIcons
{
    /// <summary>Three names of icons.</summary>
    /// <param name="lodging">The third fact is that lodging is offered.</param>
    public static string[] Of(ListingKind kind, bool lodging) =>
        kind switch
        {
            ListingKind.SalariedPost => ["file-text", "euro", "calendar-days"],
            ListingKind.Shift => ["clock", "euro", lodging ? "bed-single" : "users"],
            ListingKind.Locum => ["calendar-days", "euro", lodging ? "bed-single" : "stethoscope"],
            ListingKind.Handover => ["calendar-days", "euro", "users"],
            ListingKind.Partnership => ["handshake", "euro", "calendar-days"],
            ListingKind.Premises => ["house", "euro", "calendar-days"],
            ListingKind.Placement => ["calendar-days", "graduation-cap", lodging ? "bed-single" : "users"],
            ListingKind.CommunityProject => ["house-plus", "calendar-days", lodging ? "bed-single" : "stethoscope"],
            _ => ["calendar-days", "clock", "wallet"],
        };
}
