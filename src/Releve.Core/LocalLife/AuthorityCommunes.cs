using Releve.Core.Organisations;
using Releve.Core.Places;

namespace Releve.Core.LocalLife;

/// <summary>For which communes an organisation speaks: a local authority for its own or those of its area, any other for where it stands.</summary>
public static class AuthorityCommunes
{
    /// <summary>True for the kinds of organisation that answer for communes.</summary>
    public static bool IsAuthority(this OrganisationKind kind) =>
        kind is OrganisationKind.Commune or OrganisationKind.Intercommunality or OrganisationKind.Department;

    /// <summary>The whole communes, by name; none for an organisation that is no authority.</summary>
    public static IReadOnlyList<Commune> CommunesOf(this Gazetteer gazetteer, Organisation organisation) =>
        !organisation.Kind.IsAuthority() ? []
        : gazetteer.Commune(gazetteer.TerritoryOf(organisation)) is { } commune ? [commune]
        :
        [
            .. gazetteer
                .CommunesOf(gazetteer.TerritoryOf(organisation))
                .Where(one => one.ParentCode is null)
                .OrderBy(one => one.LocalName(), StringComparer.Ordinal),
        ];

    /// <summary>The code of the commune or area for which an organisation speaks.</summary>
    public static string TerritoryOf(this Gazetteer gazetteer, Organisation organisation)
    {
        var seat = gazetteer.Commune(organisation.CommuneCode);
        var own = organisation.Kind switch
        {
            OrganisationKind.Commune => seat?.ParentCode,
            // The SIREN of an intercommunality is its official code, too; elsewhere it is that of the commune where it has its seat.
            OrganisationKind.Intercommunality => organisation.Siret is { Length: 14 } siret && gazetteer.Area("FR-E" + siret[..9]) is { } area
                ? area.Code
                : seat?.DistrictCode,
            // Brussels has no province: its region stands in.
            OrganisationKind.Department => seat?.DepartmentCode ?? seat?.RegionCode,
            _ => null,
        };
        return own ?? organisation.CommuneCode;
    }
}
