using Releve.Core.Listings;

namespace Releve.Web.Modules.Shared;

/// <summary>The slanted mark of a kind of listing; the hue comes from data-kind, see Styles/12-kinds.css.</summary>
public static class KindMark
{
    public static string IconOf(ListingKind kind) =>
        kind switch
        {
            ListingKind.SalariedPost => "briefcase-medical",
            ListingKind.Shift => "moon-star",
            ListingKind.Locum => "repeat",
            ListingKind.Handover => "key-round",
            ListingKind.Partnership => "handshake",
            ListingKind.Premises => "door-open",
            ListingKind.Placement => "graduation-cap",
            ListingKind.CommunityProject => "house-plus",
            ListingKind.TrainingOffer => "presentation",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No icon stands for this kind."),
        };

    internal static void Write(TextWriter writer, ListingKind kind, bool small = false)
    {
        writer.Write(small ? "<span class=\"mark mark-s\" data-kind=\"" : "<span class=\"mark\" data-kind=\"");
        writer.Write(kind.Slug());
        writer.Write("\">");
        writer.Write(Icons.Markup(IconOf(kind)));
        writer.Write("</span>");
    }
}
