using Releve.Core.LocalLife;
using Releve.Core.Organisations;
using Releve.Core.Tests.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.LocalLife;

/// <summary>For which communes an organisation speaks: one rule for what it answers and for whom it meets.</summary>
public sealed class AuthorityCommunesTests
{
    private const string Chartres = "FR-28085";

    [Theory]
    [InlineData(OrganisationKind.Commune, Chartres, Chartres)]
    [InlineData(OrganisationKind.Hospital, Chartres, Chartres)]
    [InlineData(OrganisationKind.Department, Chartres, "FR-D28")]
    // Brussels has no province.
    [InlineData(OrganisationKind.Department, "BE-21004", "BE-R04000")]
    public void An_authority_speaks_for_its_area_and_others_for_where_they_stand(OrganisationKind kind, string commune, string territory) =>
        Register.Gazetteer.TerritoryOf(TestData.Organisation(commune: commune, kind: kind)).ShouldBe(territory);

    [Fact]
    public void An_intercommunality_is_found_by_its_own_number_else_by_its_seat()
    {
        var authority = TestData.Organisation(commune: Chartres, kind: OrganisationKind.Intercommunality);
        var ofSeat = Register.Gazetteer.TerritoryOf(authority);
        ofSeat.ShouldBe(Register.Gazetteer.Commune(Chartres)!.DistrictCode);

        // Pays de Retz, though its seat were in Chartres.
        authority.Siret = "20006734600012";
        Register.Gazetteer.TerritoryOf(authority).ShouldBe("FR-E200067346");
        Register.Gazetteer.CommunesOf(authority).ShouldAllBe(commune => commune.DistrictCode == "FR-E200067346");
        Register.Gazetteer.CommunesOf(authority).ShouldNotBeEmpty();
    }

    [Fact]
    public void Whoever_is_no_authority_answers_for_no_commune() => Register.Gazetteer.CommunesOf(TestData.Organisation()).ShouldBeEmpty();
}
