using Releve.Core.Organisations;
using Releve.Core.Places;

namespace Releve.Core.LocalLife;

/// <summary>For which communes a local authority answers: its own, or those of the area that it stands for.</summary>
public static class AuthorityCommunes
{
    /// <summary>True for the kinds of organisation that answer for communes.</summary>
    public static bool IsAuthority(this OrganisationKind kind) =>
        kind is OrganisationKind.Commune or OrganisationKind.Intercommunality or OrganisationKind.Department;

    /// <summary>The whole communes, by name; none for an organisation that is no authority.</summary>
    public static IReadOnlyList<Commune> CommunesOf(this Gazetteer gazetteer, Organisation organisation) =>
        gazetteer.Commune(organisation.CommuneCode) is not { } seat
            ? []
            : organisation.Kind switch
            {
                OrganisationKind.Commune => [gazetteer.Commune(seat.ParentCode) ?? seat],
                OrganisationKind.Intercommunality => Within(gazetteer, seat.DistrictCode),
                // Brussels has no province: its region stands in.
                OrganisationKind.Department => Within(gazetteer, seat.DepartmentCode ?? seat.RegionCode),
                _ => [],
            };

    private static List<Commune> Within(Gazetteer gazetteer, string? area) =>
        area is null
            ? []
            : [.. gazetteer.CommunesOf(area).Where(commune => commune.ParentCode is null).OrderBy(commune => commune.LocalName(), StringComparer.Ordinal)];
}
