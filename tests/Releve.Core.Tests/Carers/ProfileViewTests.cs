using Releve.Core.Carers;
using Releve.Core.Documents;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Core.Tests.Carers;

/// <summary>Who sees what of a profile.</summary>
public sealed class ProfileViewTests
{
    [Fact]
    public void To_begin_with_only_those_to_whom_one_applied_see_anything()
    {
        var file = File(ProfileVisibility.Start);

        ProfileView.For(file, Audience.Nobody).ShouldBe(ProfileView.Empty);
        ProfileView.For(file, Audience.CheckedOrganisations).ShouldBe(ProfileView.Empty);
        var seen = ProfileView.For(file, Audience.WhereIApplied);
        seen.Name.ShouldBe("Claire d’Haene");
        seen.Phone.ShouldBe("06 12 34 56 78");
        seen.Email.ShouldBe("claire.martin@exemple.fr");
        seen.Rpps.ShouldBe("10003456786");
        seen.Documents.Single().FileName.ShouldBe("CV.pdf");
        seen.IsStudent.ShouldBeFalse();
    }

    [Fact]
    public void What_is_closed_to_all_nobody_sees_but_the_profession_where_one_applied()
    {
        var seen = ProfileView.For(File(new(Audience.Nobody, Audience.Nobody, Audience.Nobody, Audience.Nobody, Audience.Nobody)), Audience.WhereIApplied);

        seen.IsShown.ShouldBeTrue();
        (seen.Name, seen.Phone, seen.Email, seen.About, seen.Rpps, seen.Photo).ShouldBe((null, null, null, null, null, null));
        seen.Documents.ShouldBeEmpty();
        seen.Professions.Single().ShouldBe(new SeenProfession("nurse", VerificationStatus.Verified, "Anne Petit", TestData.Now));
    }

    [Fact]
    public void One_part_open_to_checked_organisations_shows_it_and_the_profession()
    {
        var seen = ProfileView.For(File(ProfileVisibility.Start with { About = Audience.CheckedOrganisations }), Audience.CheckedOrganisations);

        seen.About.ShouldBe("Bonjour.");
        seen.Professions.Single().Code.ShouldBe("nurse");
        (seen.Name, seen.Email).ShouldBe((null, null));
    }

    [Theory]
    [InlineData(Audience.Nobody, Audience.WhereIApplied, false)]
    [InlineData(Audience.WhereIApplied, Audience.WhereIApplied, true)]
    [InlineData(Audience.CheckedOrganisations, Audience.WhereIApplied, true)]
    [InlineData(Audience.WhereIApplied, Audience.CheckedOrganisations, false)]
    [InlineData(Audience.CheckedOrganisations, Audience.CheckedOrganisations, true)]
    [InlineData(Audience.CheckedOrganisations, Audience.Nobody, false)]
    public void An_audience_includes_those_who_stand_nearer(Audience part, Audience viewer, bool seen) => part.Includes(viewer).ShouldBe(seen);

    [Fact]
    public void A_refusal_and_a_file_in_quarantine_stay_ones_own()
    {
        var file = File(ProfileVisibility.Start, DocumentState.Quarantined);
        file.Checks[0].Refuse(Guid.NewGuid(), "Introuvable", TestData.Now);

        var seen = ProfileView.For(file, Audience.WhereIApplied);

        seen.Professions.Single().ShouldBe(new SeenProfession("nurse", VerificationStatus.Declared));
        seen.Documents.ShouldBeEmpty();
        seen.Photo.ShouldBeNull();
    }

    [Fact]
    public void Unemployment_and_year_of_birth_are_not_even_part_of_it() =>
        typeof(ProfileView)
            .GetProperties()
            .Select(one => one.Name)
            .ShouldNotContain(name => name.Contains("Unemployed", StringComparison.Ordinal) || name.Contains("Birth", StringComparison.Ordinal));

    private static CarerFile File(ProfileVisibility visibility, DocumentState state = DocumentState.Clean)
    {
        var account = TestData.Account();
        account.Rename("Claire", "d’Haene");
        var profile = CarerProfile.Declare(account.Id, CarerSituation.Working, "nurse", TestData.Now);
        profile.Edit(
            profile.Content with
            {
                Rpps = "10003456786",
                BirthYear = 1990,
                Phone = "06 12 34 56 78",
                About = "Bonjour.",
                TemporarilyUnemployed = true,
                Languages = [new LanguageRequirement("fr", LanguageLevel.Fluent)],
            },
            TestData.Now
        );
        profile.Share(visibility, TestData.Now);
        var photo = Document(account.Id, DocumentKind.Photo, "moi.jpg", state);
        profile.Show(photo.Id, TestData.Now);
        var by = Guid.NewGuid();
        var check = Verification.Declare(account.Id, "nurse", TestData.Now);
        check.Verify(by, TestData.Now);
        return new CarerFile(account, profile, [check], [photo, Document(account.Id, DocumentKind.Cv, "CV.pdf", state)])
        {
            Deciders = new Dictionary<Guid, string> { [by] = "Anne Petit" },
        };
    }

    private static Document Document(Guid account, DocumentKind kind, string name, DocumentState state) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            Kind = kind,
            FileName = name,
            ContentType = FileKinds.Pdf,
            Size = 1,
            StoredName = "x",
            UploadedAt = TestData.Now,
            State = state,
        };
}
