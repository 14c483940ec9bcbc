using Releve.Core.Languages;

namespace Releve.Core.Professions;

/// <summary>How far a word by itself means a profession or specialty.</summary>
public enum ProfessionTermKind
{
    /// <summary>An official name in either gender.</summary>
    Name,

    /// <summary>Another word for the person.</summary>
    Synonym,

    /// <summary>A word for the field: it means the profession only where no profession is named.</summary>
    Field,

    /// <summary>A word that means the specialty only beside the name of its profession.</summary>
    Within,
}

/// <summary>One way in which people write a profession or specialty, as written; comparing is left to the reader of phrases.</summary>
public sealed record ProfessionTerm(string Text, Language Language, ProfessionTermKind Kind, ProfessionEntry Entry)
{
    /// <summary>All terms of a profession and of its specialties; a word in several languages comes once for each.</summary>
    public static IEnumerable<ProfessionTerm> Of(Profession profession)
    {
        var own = new ProfessionEntry(profession, null);
        var terms = Of(own, profession.Synonyms, profession.Fields, LocalWords.None);
        return terms.Concat(
            profession.Specialties.SelectMany(specialty =>
                Of(new ProfessionEntry(profession, specialty), specialty.Synonyms, specialty.Fields ?? LocalWords.None, specialty.Within ?? LocalWords.None)
            )
        );
    }

    private static IEnumerable<ProfessionTerm> Of(ProfessionEntry entry, LocalWords synonyms, LocalWords fields, LocalWords within)
    {
        foreach (var language in LanguageExtensions.All)
        {
            var name = entry.Names.In(language);
            yield return new(name.Masculine, language, ProfessionTermKind.Name, entry);
            if (name.Differs)
            {
                yield return new(name.Feminine, language, ProfessionTermKind.Name, entry);
            }
            foreach (
                var (words, kind) in new[] { (synonyms, ProfessionTermKind.Synonym), (fields, ProfessionTermKind.Field), (within, ProfessionTermKind.Within) }
            )
            {
                foreach (var word in words.In(language))
                {
                    yield return new(word, language, kind, entry);
                }
            }
        }
    }
}
