using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Releve.Core.Documents;
using Releve.Core.LifeProjects;
using Releve.Core.Privacy;
using Releve.TestKit;
using Releve.Web.Start;
using Releve.Web.Tests.Accounts;
using Releve.Web.Tests.Documents;

namespace Releve.Web.Tests.Admin;

/// <summary>`./releve admin backup` beside a running site, and `restore` onto a clean machine, or in the place of what is there.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("releve-backup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task On_a_clean_machine_people_sign_in_with_their_second_factor_and_find_their_documents()
    {
        await using var site = await SignInTests.StartAsync();
        var owner = await site.SignedInAsync(await site.ReadAsync(db => db.Accounts.SingleAsync()));
        var codes = await SecondFactorTests.SetUpAsync(owner, SecondFactorTests.Real());
        await DocumentTests.UploadAsync(owner, SampleFiles.Pdf(), "CV.pdf", HttpStatusCode.Redirect);
        var document = await site.ReadAsync(db => db.Documents.SingleAsync());

        // Left there by the machine, or by somebody: no reason not to come back.
        await System.IO.File.WriteAllTextAsync(Path.Combine(site.Folder, "documents", "stray.tmp"), "?");

        await BackUpAsync(site, File("b.zip"));
        var clean = File("clean");
        var done = await AdminProcess.RunAsync("restore", File("b.zip"), "--data", clean);

        done.Status.ShouldBe(0, done.Errors);
        done.Output.ShouldContain("1 documents");
        await using var restored = await TestSite.StartOnAsync(clean);
        var visitor = await SecondFactorTests.StepAsync(restored, codes[0], HttpStatusCode.Redirect);
        (await visitor.StatusOfAsync(DocumentTests.Open(document))).ShouldBe(HttpStatusCode.OK);
        (await visitor.Answer.Content.ReadAsByteArrayAsync()).ShouldBe(SampleFiles.Pdf());
    }

    [Fact]
    public async Task What_people_write_while_it_is_made_waits_for_nothing_and_is_whole_in_it_or_not_at_all()
    {
        await using var site = await TestSite.StartAsync();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var written = 0;
            for (; !enough.IsCancellationRequested; written++)
            {
                var (one, two) = (TestData.Account($"a{written}@exemple.fr"), TestData.Account($"b{written}@exemple.fr"));
                await site.WriteAsync(db =>
                {
                    db.AddRange(one, two);
                    return Task.CompletedTask;
                });
            }
            return written;
        });

        await BackUpAsync(site, File("b.zip"));
        await enough.CancelAsync();
        (await writing).ShouldBeGreaterThan(0);
        var clean = File("clean");
        (await AdminProcess.RunAsync("restore", File("b.zip"), "--data", clean)).Status.ShouldBe(0);

        await using var restored = await TestSite.StartOnAsync(clean);
        var letters = await restored.ReadAsync(db => db.Accounts.Select(one => one.Email.Substring(0, 1)).ToListAsync());
        letters.Count(letter => letter == "a").ShouldBe(letters.Count(letter => letter == "b"));
    }

    [Fact]
    public async Task Who_was_erased_after_the_backup_does_not_come_back()
    {
        var (gone, stays, later) = (TestData.Account("a@exemple.fr"), TestData.Account("b@exemple.fr"), TestData.Account("c@exemple.fr"));
        await using var site = await TestSite.StartAsync(db =>
        {
            db.AddRange(gone, stays);
            return Task.CompletedTask;
        });
        await BackUpAsync(site, File("b.zip"));
        await site.WriteAsync(db =>
        {
            db.Add(later);
            return Task.CompletedTask;
        });
        foreach (var account in new[] { gone, later })
        {
            var documents = new DocumentFolder(Path.Combine(site.Folder, "documents"));
            await site.ReadAsync(db => new EraseAccount(db, documents, new EndCouple(db, _ => "/")).RunAsync(account.Id, TestData.Now));
        }
        var list = await AdminProcess.RunAsync("list-erased", "--data", site.Folder);
        list.Lines.Count.ShouldBe(2);
        await System.IO.File.WriteAllTextAsync(File("erased.txt"), list.Output);
        var (known, inPlace) = (File("known"), site.Folder);

        var done = await AdminProcess.RunAsync("restore", File("b.zip"), "--data", known, "--erased", File("erased.txt"));
        done.Output.ShouldContain("1 people erased since", customMessage: done.Errors);
        // With the installation still there nobody needs a list.
        (await AdminProcess.RunAsync("restore", File("b.zip"), "--data", inPlace, "--replace")).Output.ShouldContain("1 people erased since");

        foreach (var data in new[] { known, inPlace })
        {
            await using var db = SiteDatabase.Choose(new SiteOptions { DataFolder = data }).Open();
            (await db.Accounts.Select(one => one.Email).ToListAsync()).ShouldBe(["b@exemple.fr"]);
            (await db.Facts.CountAsync(fact => fact.Name.StartsWith(EraseAccount.Tombstone))).ShouldBe(2);
        }
    }

    [Fact]
    public async Task An_installation_is_replaced_only_when_asked_for_and_never_under_a_running_site()
    {
        await using var site = await TestSite.StartAsync(db =>
        {
            db.Add(TestData.Account());
            return Task.CompletedTask;
        });
        await BackUpAsync(site, File("b.zip"));

        (await AdminProcess.RunAsync("restore", File("b.zip"), "--data", site.Folder)).Errors.ShouldContain("--replace");
        using (DataFolder.Hold(site.Folder))
        {
            (await AdminProcess.RunAsync("restore", File("b.zip"), "--data", site.Folder, "--replace")).Errors.ShouldContain("already runs a site");
        }
        (await AdminProcess.RunAsync("backup", File("b.zip"), "--data", site.Folder)).Errors.ShouldContain("is there already");
        (await AdminProcess.RunAsync("backup", File("c.zip"), "--data", File("nothing"))).Errors.ShouldContain("no installation");
        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).ShouldBe(["b.zip"]);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File("b.zip")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_file_that_is_cut_off_changed_or_foreign_changes_nothing()
    {
        await using var site = await TestSite.StartAsync(db =>
        {
            db.Add(TestData.Account());
            return Task.CompletedTask;
        });
        await BackUpAsync(site, File("b.zip"));
        var bytes = await System.IO.File.ReadAllBytesAsync(File("b.zip"));
        await System.IO.File.WriteAllBytesAsync(File("cut.zip"), bytes[..(bytes.Length / 2)]);
        await System.IO.File.WriteAllTextAsync(File("text.zip"), "Bonjour");
        Change(File("changed.zip"), bytes, "database", _ => "something else");
        Change(File("escape.zip"), bytes, "releve.json", text => text.Replace("\"database\",\"size\"", "\"../../escaped\",\"size\"", StringComparison.Ordinal));
        Change(
            File("later.zip"),
            bytes,
            "releve.json",
            text => text.Replace("\"migrations\":[", "\"migrations\":[\"29990101000000_Later\",", StringComparison.Ordinal)
        );
        Change(File("format.zip"), bytes, "releve.json", text => text.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal));

        foreach (
            var (name, said) in new[]
            {
                ("cut.zip", "no backup of Relève, or was cut off"),
                ("text.zip", "no backup of Relève, or was cut off"),
                ("escape.zip", "no backup of Relève"),
                ("changed.zip", "is damaged"),
                ("later.zip", "later version"),
                ("format.zip", "later version"),
                ("nowhere.zip", "There is no file"),
            }
        )
        {
            var done = await AdminProcess.RunAsync("restore", File(name), "--data", site.Folder, "--replace");
            done.Status.ShouldBe(1, name);
            done.Errors.ShouldContain(said, customMessage: name);
        }
        (await site.ReadAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
        System.IO.File.Exists(Path.Combine(site.Folder, "..", "escaped")).ShouldBeFalse();
        Directory.GetDirectories(site.Folder).ShouldNotContain(one => one.EndsWith("restore.part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_database_comes_back_whole_and_stays_as_it_is_when_it_cannot()
    {
        await using var from = await TestDatabase.CreateAsync("postgres");
        await using var to = await TestDatabase.CreateAsync("postgres");
        var account = TestData.Account();
        await using (var db = from.Open())
        {
            db.Add(account);
            await db.SaveChangesAsync();
        }
        NpgsqlConnection.ClearAllPools();
        var (source, target) = (AddressOf(from.Location), AddressOf(to.Location));

        var made = await AdminProcess.RunAsync("backup", File("p.zip"), "--data", File("data"), "--database", source);
        made.Status.ShouldBe(0, made.Errors);
        (await AdminProcess.RunAsync("restore", File("p.zip"), "--data", File("data"), "--database", target)).Errors.ShouldContain("--replace");
        (await AdminProcess.RunAsync("restore", File("p.zip"), "--data", File("data"), "--replace")).Errors.ShouldContain("goes back into one");
        await using (var busy = new NpgsqlConnection(to.Location))
        {
            await busy.OpenAsync();
            var refused = await AdminProcess.RunAsync("restore", File("p.zip"), "--data", File("data"), "--database", target, "--replace");
            refused.Errors.ShouldContain("Stop every site first");
        }
        NpgsqlConnection.ClearAllPools();
        var done = await AdminProcess.RunAsync("restore", File("p.zip"), "--data", File("data"), "--database", target, "--replace");

        done.Status.ShouldBe(0, done.Errors);
        await using var restored = to.Open();
        (await restored.Accounts.SingleAsync()).Email.ShouldBe(account.Email);
        (await restored.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await restored.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_namespace WHERE nspname = 'before_restore'").SingleAsync()).ShouldBe(
            0
        );
    }

    private static string AddressOf(string location)
    {
        var server = new NpgsqlConnectionStringBuilder(location);
        return FormattableString.Invariant($"postgres://{server.Username}@{server.Host}:{server.Port}/{server.Database}");
    }

    private static void Change(string path, byte[] bytes, string name, Func<string, string> change)
    {
        System.IO.File.WriteAllBytes(path, bytes);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(change(text));
    }

    private string File(string name) => Path.Combine(folder, name);

    private static async Task BackUpAsync(TestSite site, string file)
    {
        var done = await AdminProcess.RunAsync("backup", file, "--data", site.Folder);
        done.Status.ShouldBe(0, done.Errors);
    }
}
