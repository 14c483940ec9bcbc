using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings.Facts;

/// <summary>The fields that every listing has, in plain words.</summary>
public static class CommonFacts
{
    /// <summary>The common facts that are known.</summary>
    public static IReadOnlyList<CardFact> Of(Listing listing, PageText t, ProfessionCatalogue professions, DateOnly today) =>
        new FactList(t)
            .Add("dates", listing.Kind == ListingKind.Shift ? null : t.Dates(listing.From, listing.Until, today))
            .Add("pay", listing.Pay is { } pay ? t.With("Listings.pay.gross", ("pay", t.Say(pay))) + (pay.Note is null ? "" : ", " + pay.Note) : null)
            .Add("professions", Names(listing.Professions, t, professions))
            .Add("specialties", Names(listing.Specialties, t, professions))
            .Add("qualification", listing.Qualification)
            .Add("languages", t.List([.. listing.Languages.Select(required => Level(required, t))]))
            .Add("benefits", Benefits(listing.Benefits, t))
            .Facts;

    private static string Names(string[] codes, PageText t, ProfessionCatalogue professions) =>
        Search.SearchChips.Capital(t.List([.. codes.Select(professions.Find).OfType<ProfessionEntry>().Select(entry => Name(entry, t))]));

    private static string Name(ProfessionEntry entry, PageText t)
    {
        var names = entry.Names.In(t.Language);
        return names.Masculine == names.Feminine ? names.Masculine : t.With("Listings.either", ("feminine", names.Feminine), ("masculine", names.Masculine));
    }

    private static string Level(LanguageRequirement required, PageText t) =>
        t.With(
            "Listings.language-level",
            ("language", required.Language is "fr" or "nl" or "de" or "en" ? t["Listings.language." + required.Language] : required.Language),
            ("level", t["Listings.level-of." + required.Level])
        );

    private static string? Benefits(Benefits benefits, PageText t) =>
        benefits == Core.Listings.Benefits.None
            ? null
            : Search.SearchChips.Capital(
                t.List([
                    .. Enum.GetValues<Benefits>()
                        .Where(benefit => benefit != Core.Listings.Benefits.None && benefits.HasFlag(benefit))
                        .Select(benefit => t["Listings.benefit." + benefit]),
                ])
            );
}
