using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;

namespace Releve.Core.Professions;

/// <summary>
/// All professions with their specialties, held in the process: names, addresses, official codes. Whoever asks within one
/// method gets one edition; after a coordinator's change the next edition takes its place.
/// </summary>
public sealed class ProfessionCatalogue
{
    private volatile Edition edition;

    /// <summary>Builds the catalogue of these professions, whose codes must differ.</summary>
    public ProfessionCatalogue(IEnumerable<Profession> professions) => edition = new Edition(professions);

    /// <summary>Puts these professions in the place of all that it held; seen by the next question.</summary>
    public void Replace(IEnumerable<Profession> professions) => edition = new Edition(professions);

    /// <summary>Reads the catalogue from the database.</summary>
    public static async Task<ProfessionCatalogue> LoadAsync(AppDb db, CancellationToken cancellation = default) =>
        new(await db.Professions.AsNoTracking().ToListAsync(cancellation));

    /// <summary>Reads the catalogue over an open connection, without waiting for the object mapper's start.</summary>
    public static async Task<ProfessionCatalogue> LoadAsync(DbConnection connection, CancellationToken cancellation = default) =>
        new(await ReadProfessions.RunAsync(connection, cancellation));

    /// <summary>Every profession, by code.</summary>
    public IReadOnlyList<Profession> All => edition.All;

    /// <summary>Every way of writing a profession or specialty, for whoever understands phrases.</summary>
    public IReadOnlyList<ProfessionTerm> Terms => edition.Terms;

    /// <summary>The profession or specialty of a code; null when there is none.</summary>
    public ProfessionEntry? Find(string? code) => code is null ? null : edition.ByCode.GetValueOrDefault(code);

    /// <summary>The name of a profession or specialty.</summary>
    /// <exception cref="KeyNotFoundException">No such code: listings are checked before they are stored.</exception>
    public string NameOf(string code, Language language, Gender gender = Gender.Masculine) => edition.ByCode[code].Names.In(language).For(gender);

    /// <summary>The part of an address that names a profession or specialty in a language: "infirmier", "verpleegkundige".</summary>
    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public string SlugOf(string code, Language language) => edition.SlugOf(code, language);

    /// <summary>Both forms of a name with a capital, as a label: "Infirmière, infirmier".</summary>
    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public string LabelOf(string code, Language language)
    {
        var name = edition.ByCode[code].Names.In(language).Both;
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>What an address names, in whichever language it was written, feminine or masculine, or by code; null when nothing.</summary>
    public ProfessionEntry? FromSlug(string? slug) => slug is null ? null : edition.Slugs.Find(slug) ?? Find(slug);

    /// <summary>The professions in the alphabetical order of a language, accents and case aside.</summary>
    public IReadOnlyList<Profession> Ordered(Language language) => edition.Ordered[(int)language];

    /// <summary>The professions of a family in the alphabetical order of a language.</summary>
    public IReadOnlyList<Profession> InFamily(ProfessionFamily family, Language language) =>
        [.. Ordered(language).Where(profession => profession.Family == family)];

    /// <summary>The specialties of a profession in the alphabetical order of a language; none for an unknown code.</summary>
    public IReadOnlyList<Specialty> SpecialtiesOf(string professionCode, Language language) =>
        Find(professionCode) is { Specialty: null } entry
            ? [.. entry.Profession.Specialties.OrderBy(specialty => SortKey(specialty.Names, language), StringComparer.Ordinal)]
            : [];

    /// <summary>The profession or specialty of a code of the French ANS; a specialty not known here gives its profession.</summary>
    public ProfessionEntry? FromAns(string code) => edition.FromAns(code);

    /// <summary>The profession or specialty of a Belgian CD-HCPARTY code.</summary>
    public ProfessionEntry? FromHcparty(string code) => edition.ByHcparty.GetValueOrDefault(code);

    private static string SortKey(ProfessionNames names, Language language) => Folding.Fold(names.In(language).Masculine);

    /// <summary>What it holds at one time; never changes.</summary>
    private sealed class Edition
    {
        private readonly Dictionary<string, ProfessionEntry> byAns = [];

        public Edition(IEnumerable<Profession> professions)
        {
            All = [.. professions.OrderBy(profession => profession.Code, StringComparer.Ordinal)];
            var entries = All.Select(profession => new ProfessionEntry(profession, null))
                .Concat(All.SelectMany(profession => profession.Specialties.Select(specialty => new ProfessionEntry(profession, specialty))))
                .ToList();
            foreach (var entry in entries)
            {
                ByCode.Add(entry.Code, entry);
                Index(byAns, entry.Codes.Ans, entry);
                Index(ByHcparty, entry.Codes.Hcparty, entry);
            }
            Slugs = new ProfessionSlugs(entries);
            Ordered =
            [
                .. LanguageExtensions.All.Select(language => All.OrderBy(profession => SortKey(profession.Names, language), StringComparer.Ordinal).ToArray()),
            ];
            Terms = [.. All.SelectMany(ProfessionTerm.Of)];
        }

        public IReadOnlyList<Profession> All { get; }
        public IReadOnlyList<ProfessionTerm> Terms { get; }
        public Dictionary<string, ProfessionEntry> ByCode { get; } = [];
        public Dictionary<string, ProfessionEntry> ByHcparty { get; } = [];
        public Profession[][] Ordered { get; }
        public ProfessionSlugs Slugs { get; }

        public string SlugOf(string code, Language language) => Slugs.Of(ByCode[code].Code, language);

        public ProfessionEntry? FromAns(string code) => byAns.GetValueOrDefault(code) ?? byAns.GetValueOrDefault(code.Split('/')[0]);

        private static void Index(Dictionary<string, ProfessionEntry> index, string[] codes, ProfessionEntry entry)
        {
            foreach (var code in codes)
            {
                index.TryAdd(code, entry);
            }
        }
    }
}
