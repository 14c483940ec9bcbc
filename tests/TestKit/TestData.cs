using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.TestKit;

/// <summary>Builders of plausible things, so that a test names only what it is about.</summary>
public static class TestData
{
    /// <summary>The instant at which tests play: a Sunday morning, UTC.</summary>
    public static DateTime Now { get; } = new(2026, 11, 22, 6, 0, 0, DateTimeKind.Utc);

    /// <summary>A job offer for a night nurse in Chartres, complete and without problems.</summary>
    public static ListingContent Content(ListingDetails? details = null, string title = "Infirmière ou infirmier de nuit") =>
        new()
        {
            Texts = [new ListingText(Language.French, title, "Une équipe de douze personnes cherche du renfort.")],
            Professions = ["nurse"],
            CommuneCode = "FR-28085",
            Latitude = 48.4439,
            Longitude = 1.4894,
            From = new DateOnly(2027, 1, 4),
            Pay = new PayRange(2_450_00, 2_900_00, PayUnit.Month),
            Details =
                details
                ?? new SalariedPostDetails
                {
                    Status = EmploymentStatus.Permanent,
                    Percent = 100,
                    Rhythm = WorkRhythm.Night,
                },
        };

    /// <summary>A draft.</summary>
    public static Listing Draft(ListingContent? content = null, Guid? id = null, DateTime? now = null) =>
        Listing.Draft(id ?? Guid.CreateVersion7(), content ?? Content(), organisationId: null, ListingSource.Here, now ?? Now);

    /// <summary>A live listing.</summary>
    public static Listing Live(ListingContent? content = null, Guid? id = null, DateTime? now = null)
    {
        var listing = Draft(content, id, now);
        listing.Publish("test", now ?? Now);
        return listing;
    }
}
