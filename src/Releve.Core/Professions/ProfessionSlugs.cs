using Releve.Core.Languages;

namespace Releve.Core.Professions;

/// <summary>
/// The words by which addresses name professions and specialties. A slug means one of them whatever the language, so that
/// an address keeps its meaning when only its language prefix changes.
/// </summary>
internal sealed class ProfessionSlugs
{
    private readonly Dictionary<string, ProfessionEntry> entries = [];
    private readonly Dictionary<(string Code, Language Language), string> slugs = [];

    /// <summary>Gives each entry its slugs; what comes first has the plain word.</summary>
    public ProfessionSlugs(IReadOnlyList<ProfessionEntry> all)
    {
        foreach (var entry in all)
        {
            foreach (var language in LanguageExtensions.All)
            {
                slugs.Add((entry.Code, language), Claim(Folding.Slug(entry.Names.In(language).Masculine), entry));
            }
        }
        foreach (var entry in all)
        {
            foreach (var language in LanguageExtensions.All)
            {
                entries.TryAdd(Folding.Slug(entry.Names.In(language).Feminine), entry);
            }
        }
    }

    /// <summary>The slug of a code in a language.</summary>
    public string Of(string code, Language language) => slugs[(code, language)];

    /// <summary>What a slug names; null when nothing.</summary>
    public ProfessionEntry? Find(string slug) => entries.GetValueOrDefault(Folding.Slug(slug));

    // A coordinator may name two professions alike: the second one's code keeps its address apart.
    private string Claim(string slug, ProfessionEntry entry)
    {
        if (slug.Length > 0 && (entries.TryAdd(slug, entry) || entries[slug].Code == entry.Code))
        {
            return slug;
        }
        var longer = Folding.Slug($"{slug} {entry.Code}");
        entries[longer] = entry;
        return longer;
    }
}
