using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Documents;
using Releve.TestKit;

namespace Releve.Core.Tests.Documents;

/// <summary>Documents handed in, counted, replaced, scanned later, swept away; on both databases.</summary>
public sealed class AddDocumentTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("releve-documents-").FullName;

    private DocumentFolder Folder => new(path);

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Theory, BothDatabases]
    public async Task Twenty_are_taken_and_no_more(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await CarerAsync(database);
        for (var i = 0; i < AddDocument.Most; i++)
        {
            (await AddAsync(database, account, DocumentKind.Diploma)).ShouldBeNull();
        }

        (await AddAsync(database, account, DocumentKind.Diploma)).ShouldBe(FileProblem.TooMany);
        (await AddAsync(database, account, DocumentKind.Photo, SampleFiles.Png())).ShouldBeNull();
        Directory.GetFiles(path).Length.ShouldBe(AddDocument.Most + 1);
    }

    [Theory, BothDatabases]
    public async Task A_new_photograph_takes_the_place_of_the_old_one(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await CarerAsync(database);

        (await AddAsync(database, account, DocumentKind.Photo, SampleFiles.Png())).ShouldBeNull();
        (await AddAsync(database, account, DocumentKind.Photo, SampleFiles.Jpeg())).ShouldBeNull();
        (await AddAsync(database, account, DocumentKind.Photo, SampleFiles.Pdf())).ShouldBe(FileProblem.NotAPicture);

        await using var db = database.Open();
        var photo = await db.Documents.SingleAsync();
        (await db.CarerProfiles.SingleAsync()).PhotoId.ShouldBe(photo.Id);
        Directory.GetFiles(path).Select(Path.GetFileName).ShouldBe([photo.StoredName]);
    }

    [Theory, BothDatabases]
    public async Task What_came_in_while_the_scanner_slept_is_scanned_later_and_strays_are_swept(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await CarerAsync(database);
        await AddAsync(database, account, DocumentKind.Cv, SampleFiles.Pdf());
        await AddAsync(database, account, DocumentKind.Proof, SampleFiles.Pdf(SampleFiles.Eicar));
        var stray = Path.Combine(path, "stray");
        await File.WriteAllTextAsync(stray, "left behind");
        await using var clamd = new FakeClamd();

        await using (var db = database.Open())
        {
            await new ScanDocuments(db, Folder, Clamd.Parse(clamd.Address)).RunAsync(File.GetLastWriteTimeUtc(stray).AddDays(2));
        }

        await using var read = database.Open();
        (await read.Documents.OrderBy(one => one.UploadedAt).ThenBy(one => one.Kind).Select(one => one.State).ToListAsync()).ShouldBe([
            DocumentState.Clean,
            DocumentState.Quarantined,
        ]);
        File.Exists(stray).ShouldBeFalse();
        Directory.GetFiles(path).Length.ShouldBe(2);
    }

    private static async Task<Guid> CarerAsync(TestDatabase database)
    {
        var account = TestData.Account();
        await using var db = database.Open();
        db.Accounts.Add(account);
        db.CarerProfiles.Add(CarerProfile.Declare(account.Id, CarerSituation.Working, "nurse", TestData.Now));
        await db.SaveChangesAsync();
        return account.Id;
    }

    private async Task<FileProblem?> AddAsync(TestDatabase database, Guid account, DocumentKind kind, byte[]? bytes = null)
    {
        await using var db = database.Open();
        return await new AddDocument(db, Folder).RunAsync(account, new HandedFile(kind, "x", bytes ?? SampleFiles.Pdf()), TestData.Now);
    }
}
