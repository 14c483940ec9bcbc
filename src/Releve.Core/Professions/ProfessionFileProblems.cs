using System.Text.RegularExpressions;
using Releve.Core.Languages;

namespace Releve.Core.Professions;

/// <summary>What would make a file of professions ambiguous or untrue to itself.</summary>
internal static partial class ProfessionFileProblems
{
    private static readonly string[] FactKeys = ["names", "ans", "hcparty", "isco", "regulated"];

    /// <summary>The contradictions of a file, in its order; none when it may be loaded.</summary>
    public static IEnumerable<string> In(ProfessionFileContent content)
    {
        var entries = content.Professions.SelectMany(profession => profession.Specialties.Prepend(AsSpecialty(profession))).ToList();
        return MissingSources(content)
            .Concat(content.Professions.SelectMany(profession => WrongIn(profession, content)))
            .Concat(entries.SelectMany(WrongIn))
            .Concat(Twice("code", entries.Select(entry => (entry.Code, entry.Code)), evenForOne: true))
            .Concat(Twice("ANS code", entries.SelectMany(entry => entry.Codes.Ans.Select(code => (code, entry.Code))), evenForOne: true))
            .Concat(Twice("HCParty code", entries.SelectMany(entry => entry.Codes.Hcparty.Select(code => (code, entry.Code))), evenForOne: true))
            .Concat(Twice("word", entries.SelectMany(Words).Select(pair => (Folding.Fold(pair.Word), pair.Code)), evenForOne: false))
            .Concat(content.Professions.SelectMany(TwiceWithin));
    }

    private static IEnumerable<string> MissingSources(ProfessionFileContent content) =>
        FactKeys
            .Where(key => !content.Facts.ContainsKey(key))
            .Select(key => $"the facts \"{key}\" name no source")
            .Concat(
                content
                    .Facts.Values.Select(fact => fact.Source)
                    .Concat(content.Professions.SelectMany(profession => profession.Shortages.Select(shortage => shortage.Source)))
                    .Distinct()
                    .Where(source => !content.Sources.ContainsKey(source))
                    .Select(source => $"the source \"{source}\" is not described")
            );

    private static IEnumerable<string> WrongIn(ProfessionDescription profession, ProfessionFileContent content)
    {
        if (!PlainCode().IsMatch(profession.Code))
        {
            yield return $"\"{profession.Code}\" is not a code";
        }
        foreach (var specialty in profession.Specialties)
        {
            if (
                !specialty.Code.StartsWith(profession.Code + ".", StringComparison.Ordinal)
                || !PlainCode().IsMatch(specialty.Code[(profession.Code.Length + 1)..])
            )
            {
                yield return $"\"{specialty.Code}\" is not the code of a specialty of {profession.Code}";
            }
        }
        foreach (var country in profession.Regulated.Where(country => country is not ("FR" or "BE")))
        {
            yield return $"{profession.Code} is regulated in \"{country}\"";
        }
        foreach (var shortage in profession.Shortages)
        {
            if (!Area().IsMatch(shortage.Area))
            {
                yield return $"{profession.Code} is short of people in \"{shortage.Area}\"";
            }
            if (shortage.Date > content.Date)
            {
                yield return $"{profession.Code} is short of people since a day after the file's own";
            }
        }
    }

    private static IEnumerable<string> WrongIn(Specialty entry)
    {
        if (Words(entry).Any(pair => Folding.Fold(pair.Word).Length == 0))
        {
            yield return $"{entry.Code} has an empty name or word";
        }
        foreach (var code in entry.Codes.Isco.Where(code => !IscoUnit().IsMatch(code)))
        {
            yield return $"{entry.Code} has the ISCO code \"{code}\"";
        }
    }

    // A word beside a profession's name must point to one of its specialties; alone it may mean another profession.
    private static IEnumerable<string> TwiceWithin(ProfessionDescription profession) =>
        Twice(
            $"word beside {profession.Code}",
            profession.Specialties.SelectMany(specialty => Of(specialty.Within ?? LocalWords.None).Select(word => (Folding.Fold(word), specialty.Code))),
            evenForOne: false
        );

    private static IEnumerable<string> Twice(string what, IEnumerable<(string Value, string Code)> claims, bool evenForOne) =>
        claims
            .GroupBy(claim => claim.Value)
            .Where(group => evenForOne ? group.Count() > 1 : group.Select(claim => claim.Code).Distinct().Count() > 1)
            .Select(group => $"the {what} \"{group.Key}\" is claimed by {string.Join(" and ", group.Select(claim => claim.Code).Distinct())}");

    private static IEnumerable<(string Word, string Code)> Words(Specialty entry) =>
        LanguageExtensions
            .All.Select(entry.Names.In)
            .SelectMany(name => new[] { name.Masculine, name.Feminine })
            .Concat(Of(entry.Synonyms))
            .Concat(Of(entry.Fields ?? LocalWords.None))
            .Select(word => (word, entry.Code));

    private static IEnumerable<string> Of(LocalWords words) => words.Fr.Concat(words.Nl).Concat(words.En);

    private static Specialty AsSpecialty(ProfessionDescription profession) =>
        new(profession.Code, profession.Names, profession.Synonyms, profession.Codes, profession.Fields);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainCode();

    [GeneratedRegex("^(FR|BE)(-[A-Z][0-9A-Z]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();

    [GeneratedRegex("^[0-9]{4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IscoUnit();
}
