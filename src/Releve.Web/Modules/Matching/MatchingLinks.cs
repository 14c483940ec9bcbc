using Releve.Core.Languages;
using Releve.Core.Matching;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Matching;

/// <summary>Every address of this module.</summary>
public static class MatchingLinks
{
    /// <summary>The matches of one's own life project.</summary>
    public static LocalPath MinePath { get; } = new("mon-espace/correspondances", "mijn-ruimte/overeenkomsten", "my-space/matches");

    /// <summary>Part-time posts that make a whole one.</summary>
    public static LocalPath BundlesPath { get; } =
        new("mon-espace/correspondances/postes-combines", "mijn-ruimte/overeenkomsten/gecombineerde-jobs", "my-space/matches/combined-posts");

    /// <summary>Which wish costs how many matches.</summary>
    public static LocalPath CostsPath { get; } =
        new("mon-espace/correspondances/pourquoi-pas-plus", "mijn-ruimte/overeenkomsten/waarom-niet-meer", "my-space/matches/why-not-more");

    /// <summary>The other carer with whom one looks for two places.</summary>
    public static LocalPath CouplePath { get; } = new("mon-espace/couple", "mijn-ruimte/koppel", "my-space/couple");

    /// <summary>Two places, one for each.</summary>
    public static LocalPath PairsPath { get; } = new("mon-espace/couple/correspondances", "mijn-ruimte/koppel/overeenkomsten", "my-space/couple/matches");

    /// <summary>Where the link leads that one carer gives to the other.</summary>
    public static LocalPath ConsentPath { get; } = new("couple", "koppel", "couple");

    /// <summary>The published rules; public.</summary>
    public static LocalPath RulesPath { get; } = new("regles-de-correspondance", "regels-voor-overeenkomst", "matching-rules");

    /// <summary>Names a listing in the address of a match, and in that of their list.</summary>
    public const string Listing = "listing";

    /// <summary>Names a commune.</summary>
    public const string Commune = "commune";

    /// <summary>Names a fellow carer's project.</summary>
    public const string Project = "project";

    /// <summary>The word for a kind of offer in addresses.</summary>
    public static string SlugOf(OfferKind kind) =>
        kind switch
        {
            OfferKind.Listing => Listing,
            OfferKind.Commune => Commune,
            _ => Project,
        };

    /// <summary>One match with a listing, with all its reasons.</summary>
    public static string OfListing(string reference, Language language) => $"{MinePath.In(language)}/{Listing}/{reference}";

    /// <summary>One match with a commune, with all its reasons and its answers to families.</summary>
    public static string OfCommune(string code, Language language) => $"{MinePath.In(language)}/{Commune}/{code}";

    /// <summary>One match with a fellow carer's project, by its address for this viewer.</summary>
    public static string OfProject(string sealedId, Language language) => $"{MinePath.In(language)}/{Project}/{sealedId}";

    /// <summary>The field of one's life project that a criterion follows from.</summary>
    public static string Field(Criterion criterion, Language language) => $"{LifeProjectsLinks.ProjectPath.In(language)}#{FieldOf(criterion)}";

    /// <summary>The field of one's life project that says whether part-time posts may be combined.</summary>
    public static string CombineField(Language language) => LifeProjectsLinks.ProjectPath.In(language) + "#combine";

    /// <summary>What the person who was invited opens.</summary>
    public static string Consent(Guid couple, string code, Language language) => $"{ConsentPath.In(language)}?id={couple:N}&code={code}";

    private static string FieldOf(Criterion criterion) =>
        criterion switch
        {
            Criterion.Profession => "work",
            Criterion.Specialty => "specialties",
            Criterion.Way => "search",
            Criterion.Zone => "where",
            Criterion.Language => "words",
            Criterion.Housing or Criterion.PartnerWork or Criterion.Creche or Criterion.School or Criterion.SecondarySchool => "family",
            // How much it weighs is what excludes.
            _ => "wishes",
        };
}
