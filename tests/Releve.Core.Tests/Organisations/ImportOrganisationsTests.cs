using Microsoft.EntityFrameworkCore;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Organisations;

public sealed class ImportOrganisationsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Hospitals_are_created_once_then_unchanged_then_updated(string name)
    {
        await using var database = await RegisterSamples.DatabaseAsync(name);

        Counts(await ImportAsync(database, RegisterSamples.Fleyriat, RegisterSamples.Bugey)).ShouldBe((2, 0, 0, 0));
        Counts(await ImportAsync(database, RegisterSamples.Fleyriat, RegisterSamples.Bugey)).ShouldBe((0, 0, 2, 0));
        Counts(await ImportAsync(database, RegisterSamples.Fleyriat.Replace("900 RTE DE PARIS", "1 PL DE LYON"), RegisterSamples.Bugey)).ShouldBe((0, 1, 1, 0));

        await using var db = database.Open();
        var fleyriat = await db.Organisations.SingleAsync(organisation => organisation.Finess == "010000024", Cancellation);
        (fleyriat.Name, fleyriat.Slug, fleyriat.Kind, fleyriat.CommuneCode).ShouldBe(
            ("CH de Fleyriat", "ch-de-fleyriat", OrganisationKind.Hospital, "FR-01451")
        );
        (fleyriat.Street, fleyriat.Locality, fleyriat.Siret, fleyriat.SourceDate).ShouldBe(
            ("1 place de Lyon", "Viriat", "26010004500012", RegisterSamples.Edition)
        );
        (await db.Organisations.CountAsync(Cancellation)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task The_listings_of_a_renamed_hospital_are_read_again_everywhere(string name)
    {
        await using var database = await RegisterSamples.DatabaseAsync(name);
        await ImportAsync(database, RegisterSamples.Fleyriat);
        var listing = await ListingOfAsync(database);

        await ImportAsync(database, RegisterSamples.Fleyriat.Replace("FLEYRIAT", "VIRIAT"));
        await ImportAsync(database, RegisterSamples.Fleyriat.Replace("FLEYRIAT", "VIRIAT"));

        await using var db = database.Open();
        (await db.ListingChanges.CountAsync(change => change.ListingId == listing, Cancellation)).ShouldBe(2); // published, renamed once
    }

    [Theory, BothDatabases]
    public async Task What_people_edited_here_stays_but_for_the_official_numbers(string name)
    {
        await using var database = await RegisterSamples.DatabaseAsync(name);
        await ImportAsync(database, RegisterSamples.Fleyriat.Replace("010780054", "010780062"));
        await using (var db = database.Open())
        {
            var edited = await db.Organisations.SingleAsync(Cancellation);
            (edited.Name, edited.Source, edited.Presentation) = ("Hôpital Fleyriat", OrganisationSource.Here, new LocalText("Venez."));
            await db.SaveChangesAsync(Cancellation);
        }

        Counts(await ImportAsync(database, RegisterSamples.Fleyriat.Replace("355", "127"))).ShouldBe((0, 1, 0, 0));

        await using var again = database.Open();
        var stored = await again.Organisations.SingleAsync(Cancellation);
        (stored.Name, stored.Kind, stored.Presentation?.Fr, stored.FinessLegalEntity).ShouldBe(
            ("Hôpital Fleyriat", OrganisationKind.Hospital, "Venez.", "010780054")
        );
    }

    [Theory]
    [InlineData(RowProblem.Finess, "01000002", "CH", "355", "", "01451")]
    [InlineData(RowProblem.Finess, "<script>", "CH", "355", "", "01451")]
    [InlineData(RowProblem.NameMissing, "010000024", "", "355", "", "01451")]
    [InlineData(RowProblem.Formula, "010000024", "=cmd|' /C calc'!A0", "355", "", "01451")]
    [InlineData(RowProblem.Category, "010000024", "CH", "000", "", "01451")]
    [InlineData(RowProblem.Siret, "010000024", "CH", "355", "123", "01451")]
    [InlineData(RowProblem.Commune, "010000024", "CH", "355", "", "99999")]
    [InlineData(RowProblem.ControlCharacter, "010000024", "\"C\u001b[2JH\"", "355", "", "01451")]
    public void A_row_with_a_fault_is_refused_for_that(RowProblem problem, string finess, string name, string category, string siret, string commune)
    {
        var entries = new RegisterEntries(new RegisterCommunes(RegisterSamples.Communes()));

        var rows = RegisterSamples.Rows($"{finess},{name},010780054,{category},{siret},{commune},,01440,VIRIAT");

        entries.Check(rows[0]).ShouldBeNull();
        entries.Refused.ShouldHaveSingleItem().Problem.ShouldBe(problem);
        entries.Refused[0].Line.ShouldBe(2);
    }

    [Fact]
    public void A_name_of_three_hundred_letters_is_refused() =>
        Problem(RegisterSamples.Fleyriat.Replace("FLEYRIAT", new string('A', 300))).ShouldBe(RowProblem.TooLong);

    [Fact]
    public void The_same_number_twice_is_taken_once()
    {
        var entries = Entries(RegisterSamples.Fleyriat, RegisterSamples.Fleyriat, out var taken);

        taken.Count.ShouldBe(1);
        entries.Refused.ShouldHaveSingleItem().ShouldBe(new RefusedRow(3, "010000024", RowProblem.Duplicate, "010000024"));
    }

    [Theory]
    [InlineData("9A101", "97139", "LES ABYMES", "FR-97101")]
    [InlineData("75056", "75015", "PARIS", "FR-75115")]
    [InlineData("75056", "75571", "PARIS CEDEX 12", "FR-75112")]
    [InlineData("75056", "75700", "PARIS SP 07", "FR-75056")]
    [InlineData("69152", "69310", "PIERRE BENITE", "FR-69149")]
    [InlineData("62999", "62140", "MARCONNELLE", "FR-62550")]
    [InlineData("62549", "62140", "MARCONNE", null)]
    [InlineData("99999", "69310", "PIERRE BENITE", null)]
    public void Old_and_overseas_codes_lead_to_a_commune_of_today(string code, string postcode, string locality, string? commune)
    {
        var found = new RegisterCommunes(RegisterSamples.Communes()).Find(code, postcode, locality);

        (found?.Commune.Code).ShouldBe(commune);
    }

    [Fact]
    public void An_enterprise_number_is_no_establishment_number_and_is_remarked()
    {
        var entries = Entries(
            RegisterSamples.Fleyriat.Replace("26010004500012", "775552003"),
            RegisterSamples.Bugey.Replace("010000032", "010000033"),
            out var taken
        );

        taken[0].Siret.ShouldBeNull();
        entries.Remarks.Select(row => row.Remark).ShouldBe([RowRemark.NoSiret, RowRemark.FinessCheckDigit]);
    }

    [Fact]
    public void Slugs_differ_by_locality_then_by_number()
    {
        var slugs = new OrganisationSlugs(["usld"]);

        new[] { slugs.New("USLD", "Laon Cedex"), slugs.New("USLD", "Laon"), slugs.New("USLD Laon", "Laon"), slugs.New("!!", null) }.ShouldBe([
            "usld-laon",
            "usld-laon-2",
            "usld-laon-3",
            "organisation",
        ]);
    }

    [Theory, BothDatabases]
    public async Task Sites_under_one_siret_are_taken_and_of_those_entered_here_the_first_has_it(string name)
    {
        await using var database = await RegisterSamples.DatabaseAsync(name);
        string[] sites = [RegisterSamples.Fleyriat, RegisterSamples.Bugey.Replace("26010003700019", "26010004500012")];
        await using (var db = database.Open())
        {
            foreach (var finess in new[] { "010000024", "010000032" })
            {
                var entered = TestData.Organisation("Site " + finess, "FR-01451");
                entered.Finess = finess;
                db.Organisations.Add(entered);
            }
            await db.SaveChangesAsync(Cancellation);
        }

        (await ImportAsync(database, sites)).Refused.ShouldBeEmpty();
        (await ImportAsync(database, [.. sites, sites[0].Replace("010000024", "010000057")])).Created.ShouldBe(1);

        await using var again = database.Open();
        (await again.Organisations.OrderBy(one => one.Finess).Select(one => one.Siret).ToListAsync(Cancellation)).ShouldBe([
            "26010004500012",
            null,
            "26010004500012",
        ]);
    }

    private static async Task<Guid> ListingOfAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var hospital = await db.Organisations.SingleAsync(Cancellation);
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), hospital.Id, ListingSource.Here, TestData.Now);
        listing.Publish("test", TestData.Now);
        db.Listings.Add(listing);
        await db.SaveChangesAsync(Cancellation);
        return listing.Id;
    }

    private static async Task<ImportReport> ImportAsync(TestDatabase database, params string[] rows)
    {
        await using var db = database.Open();
        return await new ImportOrganisations(db).RunAsync(RegisterSamples.Rows(rows), RegisterSamples.Edition, cancellation: Cancellation);
    }

    private static (int, int, int, int) Counts(ImportReport report) => (report.Created, report.Updated, report.Unchanged, report.Refused.Count);

    private static RegisterEntries Entries(string first, string second, out List<RegisterEntry> taken)
    {
        var entries = new RegisterEntries(new RegisterCommunes(RegisterSamples.Communes()));
        taken = [.. RegisterSamples.Rows(first, second).Select(entries.Check).OfType<RegisterEntry>()];
        return entries;
    }

    private static RowProblem Problem(string row)
    {
        var entries = new RegisterEntries(new RegisterCommunes(RegisterSamples.Communes()));
        entries.Check(RegisterSamples.Rows(row)[0]);
        return entries.Refused.Single().Problem;
    }
}
