using Releve.Core.LifeProjects;
using Releve.Core.Professions;

namespace Releve.Core.Matching;

/// <summary>
/// What rules may ask of somebody whose name is hidden: what the card shows, and not a word more, so that neither a reason
/// nor the order nor the number of cards tells what is left out of them.
/// </summary>
public sealed class Widening(CardCrowd crowd, ProfessionCatalogue professions)
{
    // In place of a partner's profession that is not shown: to ask.
    private const string SomeProfession = "?";

    private readonly Dictionary<ProfessionFamily, string[]> families = professions
        .All.GroupBy(profession => profession.Family)
        .ToDictionary(group => group.Key, group => group.Select(profession => profession.Code).ToArray());

    /// <summary>The crowd that decides.</summary>
    public CardCrowd Crowd => crowd;

    /// <summary>The seeker as the card shows it; null when that is the same.</summary>
    public Seeker? Of(Seeker seeker, IReadOnlyList<string> places)
    {
        var wishes = seeker.Wishes;
        var shown = wishes.Professions.Where(code => crowd.Share(code, places)).ToArray();
        var specialties = wishes
            .Specialties.Where(code => Array.Exists(shown, profession => MatchRules.IsOf(code, profession)) && crowd.Share(code, places))
            .ToArray();
        var partner =
            wishes.PartnerProfession is null || crowd.Share(AnonymousCard.PartnerKey(wishes.PartnerProfession), places)
                ? wishes.PartnerProfession
                : SomeProfession;
        var languages = wishes.Languages.Where(one => AnonymousCard.KnownLanguages.Contains(one.Language)).ToList();
        if (
            shown.Length == wishes.Professions.Length
            && specialties.Length == wishes.Specialties.Length
            && partner == wishes.PartnerProfession
            && languages.Count == wishes.Languages.Count
        )
        {
            return null;
        }
        return seeker with
        {
            Perhaps = [.. wishes.Professions.Except(shown).SelectMany(FamilyOf).Except(shown).Distinct()],
            Wishes = wishes with { Professions = shown, Specialties = specialties, PartnerProfession = partner, Languages = languages },
        };
    }

    private string[] FamilyOf(string profession) => professions.Find(profession) is { } entry ? families[entry.Profession.Family] : [];
}
