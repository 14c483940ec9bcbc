using Microsoft.EntityFrameworkCore;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Organisations;

/// <summary>What people type of a name finds it, however the register writes it.</summary>
public sealed class OrganisationNamesTests
{
    private static readonly string[] Names =
    [
        "Centre hospitalier de l’Ouest",
        "CH Saint-Ghislain",
        "CH de Fleyriat",
        "Sint-Jansziekenhuis",
        "Clinique Ste-Élisabeth",
        "Maison de santé pluriprofessionnelle d’O’Brien",
        "Résidence Cœur d’Élan",
        "Achères EHPAD",
    ];

    [Theory, BothDatabases]
    public async Task What_is_typed_finds_the_name(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await using var db = database.Open();
        db.Organisations.AddRange(Names.Select(one => TestData.Organisation(one)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        (string Typed, string[] Found)[] expected =
        [
            ("Centre hospitalier de l'Ouest", ["Centre hospitalier de l’Ouest"]),
            ("CENTRE HOSPITALIER OUEST", ["Centre hospitalier de l’Ouest"]),
            ("CH ouest", ["Centre hospitalier de l’Ouest"]),
            ("hôpital de l’ouest", ["Centre hospitalier de l’Ouest"]),
            ("CH Saint-Ghislain", ["CH Saint-Ghislain"]),
            ("centre hospitalier St Ghislain", ["CH Saint-Ghislain"]),
            ("ghisl", ["CH Saint-Ghislain"]),
            ("centre hospitalier de fleyriat", ["CH de Fleyriat"]),
            ("St Jan", ["Sint-Jansziekenhuis"]),
            ("sainte elisabeth", ["Clinique Ste-Élisabeth"]),
            ("MSP O'Brien", ["Maison de santé pluriprofessionnelle d’O’Brien"]),
            ("coeur élan", ["Résidence Cœur d’Élan"]),
            ("ch", ["CH de Fleyriat", "CH Saint-Ghislain", "Centre hospitalier de l’Ouest"]),
            ("xyz", []),
        ];

        foreach (var (typed, found) in expected)
        {
            var names = await db.Organisations.Called(typed).Select(one => one.Name).ToListAsync(TestContext.Current.CancellationToken);
            names.ShouldBe(found, ignoreOrder: true, customMessage: typed);
        }
        (await db.Organisations.Called(" ' - ").CountAsync(TestContext.Current.CancellationToken)).ShouldBe(Names.Length);
    }
}
