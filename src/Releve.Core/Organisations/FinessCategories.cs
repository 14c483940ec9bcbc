using System.Collections.Frozen;

namespace Releve.Core.Organisations;

/// <summary>
/// Which kind of organisation each FINESS category of establishment is here.
/// Source: FINESS nomenclature "catégorie d'établissement", finess.esante.gouv.fr, edition of 2023.
/// </summary>
public static class FinessCategories
{
    private static readonly FrozenDictionary<string, OrganisationKind> Kinds = new Dictionary<string, OrganisationKind>
    {
        ["101"] = OrganisationKind.Hospital, // Centre hospitalier régional (CHR, CHU)
        ["106"] = OrganisationKind.Hospital, // Centre hospitalier, ex-hôpital local
        ["109"] = OrganisationKind.Clinic, // Établissement de santé privé autorisé en SSR
        ["114"] = OrganisationKind.Hospital, // Hôpital des armées
        ["115"] = OrganisationKind.Hospital, // Établissement de soins du service de santé des armées
        ["122"] = OrganisationKind.Clinic, // Établissement de soins obstétriques, chirurgico-gynécologiques
        ["124"] = OrganisationKind.HealthCentre, // Centre de santé
        ["127"] = OrganisationKind.Had, // Hospitalisation à domicile
        ["128"] = OrganisationKind.Clinic, // Établissement de soins chirurgicaux
        ["129"] = OrganisationKind.Clinic, // Établissement de soins médicaux
        ["131"] = OrganisationKind.Hospital, // Centre de lutte contre le cancer
        ["141"] = OrganisationKind.Clinic, // Centre de dialyse
        ["146"] = OrganisationKind.Clinic, // Structure d'alternative à la dialyse en centre
        ["156"] = OrganisationKind.HealthCentre, // Centre médico-psychologique (CMP)
        ["161"] = OrganisationKind.Clinic, // Maison de santé pour maladies mentales
        ["190"] = OrganisationKind.HealthCentre, // Centre d'action médico-sociale précoce (CAMSP)
        ["228"] = OrganisationKind.HealthCentre, // Centre de planification familiale
        ["292"] = OrganisationKind.Hospital, // Centre hospitalier spécialisé en maladies mentales
        ["300"] = OrganisationKind.TrainingSchool, // École formant aux professions sanitaires
        ["354"] = OrganisationKind.Ssiad, // Service de soins infirmiers à domicile
        ["355"] = OrganisationKind.Hospital, // Centre hospitalier (CH)
        ["362"] = OrganisationKind.Hospital, // Établissement de soins de longue durée (USLD)
        ["365"] = OrganisationKind.Clinic, // Établissement de soins pluridisciplinaire (court séjour)
        ["412"] = OrganisationKind.Clinic, // Appartement thérapeutique
        ["425"] = OrganisationKind.Clinic, // Centre d'accueil thérapeutique à temps partiel (CATTP)
        ["430"] = OrganisationKind.Clinic, // Centre de postcure pour malades mentaux
        ["433"] = OrganisationKind.Hospital, // Établissement sanitaire des prisons
        ["444"] = OrganisationKind.Clinic, // Centre de crise, accueil permanent
        ["500"] = OrganisationKind.Ehpad, // Ehpad
        ["501"] = OrganisationKind.Ehpad, // Ehpa percevant des crédits d'assurance maladie
        ["502"] = OrganisationKind.Ehpad, // Ehpa ne percevant pas de crédits d'assurance maladie
        ["603"] = OrganisationKind.MaisonDeSante, // Maison de santé (L. 6223-3)
        ["604"] = OrganisationKind.Cpts, // Communauté professionnelle territoriale de santé (CPTS)
        ["611"] = OrganisationKind.Laboratory, // Laboratoire de biologie médicale
        ["620"] = OrganisationKind.Pharmacy, // Pharmacie d'officine
        ["695"] = OrganisationKind.Hospital, // Groupement de coopération sanitaire (GCS) de moyens, exploitant
        ["696"] = OrganisationKind.Hospital, // Groupement de coopération sanitaire de moyens
        ["697"] = OrganisationKind.Hospital, // Groupement de coopération sanitaire, établissement de santé
        ["698"] = OrganisationKind.Clinic, // Autre établissement loi hospitalière
        ["699"] = OrganisationKind.Clinic, // Entité ayant autorisation
        ["999"] = OrganisationKind.Association, // Entité sans catégorie propre: gestionnaires de services psychiatriques
    }.ToFrozenDictionary();

    /// <summary>The kind of a category, three digits; null for those that have no place here.</summary>
    public static OrganisationKind? KindOf(string category) => Kinds.TryGetValue(category, out var kind) ? kind : null;
}
