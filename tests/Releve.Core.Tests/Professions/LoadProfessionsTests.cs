using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Professions;
using Releve.TestKit;

namespace Releve.Core.Tests.Professions;

public sealed class LoadProfessionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_first_start_stores_every_profession_as_described(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);

        (await LoadAsync(database, ProfessionSamples.Carried)).ShouldBe(new ProfessionsLoaded(ProfessionSamples.Carried.Professions.Count, 0, 0, 0));

        await using var db = database.Open();
        var stored = await ProfessionCatalogue.LoadAsync(db, Cancellation);
        stored
            .All.Select(StoredForm)
            .ShouldBe(ProfessionSamples.Carried.Professions.OrderBy(profession => profession.Code, StringComparer.Ordinal).Select(StoredForm));
    }

    [Theory, BothDatabases]
    public async Task The_same_file_changes_nothing(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await LoadAsync(database, Small());

        (await LoadAsync(database, Small())).ShouldBe(new ProfessionsLoaded(0, 0, 2, 0));
    }

    [Theory, BothDatabases]
    public async Task A_newer_file_adds_and_corrects(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await LoadAsync(database, ProfessionSamples.SmallWith("\"code\": \"cook\"", "\"code\": \"chef\""));

        var newer = ProfessionSamples.Parse(ProfessionSamples.Small.Replace("2026-11-22", "2026-12-01").Replace("\"IDE\"", "\"IDE\", \"infirmier DE\""));
        (await LoadAsync(database, newer)).ShouldBe(new ProfessionsLoaded(1, 1, 0, 0));

        await using var db = database.Open();
        (await db.Professions.Select(profession => profession.Code).Order().ToListAsync(Cancellation)).ShouldBe(["chef", "cook", "nurse"]);
        (await NurseAsync(db)).Synonyms.Fr.ShouldBe(["IDE", "infirmier DE"]);
    }

    [Theory, BothDatabases]
    public async Task What_a_coordinator_edited_stays(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await LoadAsync(database, Small());
        await using (var db = database.Open())
        {
            var nurse = await NurseAsync(db);
            nurse.Synonyms = new LocalWords(["infirmier du Perche"], [], []);
            nurse.Edited = true;
            await db.SaveChangesAsync(Cancellation);
        }

        (await LoadAsync(database, ProfessionSamples.SmallWith("2026-11-22", "2026-12-01"))).ShouldBe(new ProfessionsLoaded(0, 0, 1, 1));

        await using var after = database.Open();
        (await NurseAsync(after)).Synonyms.Fr.ShouldBe(["infirmier du Perche"]);
    }

    [Theory, BothDatabases]
    public async Task An_older_file_takes_nothing_back(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await LoadAsync(database, Small());

        (
            await LoadAsync(database, ProfessionSamples.Parse(ProfessionSamples.Small.Replace("2026-11-22", "2026-01-01").Replace("\"IDE\"", "\"IDEL\"")))
        ).Updated.ShouldBe(0);

        await using var db = database.Open();
        (await NurseAsync(db)).Synonyms.Fr.ShouldBe(["IDE"]);
    }

    private static ProfessionFile Small() => ProfessionSamples.Parse(ProfessionSamples.Small);

    private static async Task<ProfessionsLoaded> LoadAsync(TestDatabase database, ProfessionFile file)
    {
        await using var db = database.Open();
        return await new LoadProfessions(db).RunAsync(file, Cancellation);
    }

    private static Task<Profession> NurseAsync(AppDb db) => db.Professions.SingleAsync(profession => profession.Code == "nurse", Cancellation);

    private static string StoredForm(Profession profession) =>
        string.Join(
            '\n',
            profession.Code,
            profession.Family,
            string.Join(' ', profession.Regulated),
            StoredJson.Write(profession.Names),
            StoredJson.Write(profession.Synonyms),
            StoredJson.Write(profession.Fields),
            StoredJson.Write(profession.Codes),
            StoredJson.Write(profession.Shortages),
            StoredJson.Write(profession.Specialties)
        );
}
