using Microsoft.Data.Sqlite;

namespace Releve.Web.Tests.Admin;

public sealed class ImportOrganisationsCommandTests : IDisposable
{
    private const string Header = "finess,name,finess_legal_entity,category_code,siret,commune,street,postcode,locality";
    private const string Fleyriat = "010000024,CH DE FLEYRIAT,010780054,355,26010004500012,01451,900 RTE DE PARIS,01440,VIRIAT";
    private const string Bugey = "010000032,CH BUGEY SUD,010780062,355,26010003700019,01034,700 AV DE NARVIK,01300,BELLEY";

    private readonly string folder = Directory.CreateTempSubdirectory("releve-import-").FullName;

    private string Data => Path.Combine(folder, "data");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_register_is_taken_row_by_row_and_again_without_a_change()
    {
        var file = Write("hospitals-2023.csv", $"{Header}\n{Fleyriat}\n{Bugey}\n{Bugey}\n0100,CH,010780062,355,,01034,,01300,BELLEY\n");

        var first = await ImportAsync(file);
        var second = await ImportAsync(file);

        first.Status.ShouldBe(0, first.Errors);
        first.Lines[^1].ShouldBe("""{"created":2,"updated":0,"unchanged":0,"refused":2}""");
        first.Output.ShouldContain("edition of 2023-12-31");
        first.Output.ShouldContain("line 4      010000032");
        first.Output.ShouldContain("line 5      0100       not a FINESS number");
        second.Lines[^1].ShouldBe("""{"created":0,"updated":0,"unchanged":2,"refused":2}""");
        Names().ShouldBe(["CH Bugey Sud", "CH de Fleyriat"]);
    }

    [Fact]
    public async Task A_broken_file_is_refused_whole_and_changes_nothing()
    {
        await ImportAsync(Write("hospitals.csv", $"{Header}\n{Fleyriat}\n"));
        var renamed = Fleyriat.Replace("FLEYRIAT", "BOURG", StringComparison.Ordinal);

        foreach (
            var (name, bytes) in new Dictionary<string, byte[]>
            {
                ["empty.csv"] = [],
                ["cut.csv"] = [.. $"{Header}\n{renamed}\n010000032,\"CH BUG".Select(c => (byte)c)],
                ["short.csv"] = [.. $"{Header}\n{renamed}\n010000032,CH BUG".Select(c => (byte)c)],
                ["latin.csv"] = [.. $"{Header}\n{renamed.Replace("BOURG", "É", StringComparison.Ordinal)}\n".Select(c => (byte)c)],
                ["header.csv"] = [.. $"a,b\n{renamed}\n".Select(c => (byte)c)],
                ["binary.csv"] = [0x89, 0x50, 0x4e, 0x47, 0, 0, 1],
            }
        )
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

            await RefusedInOneLineAsync(path);
        }

        await RefusedInOneLineAsync(Path.Combine(folder, "missing.csv"));
        await RefusedInOneLineAsync(folder);
        Names().ShouldBe(["CH de Fleyriat"]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said_in_one_line()
    {
        var file = Write("hospitals.csv", $"{Header}\n{Fleyriat}\n");

        var run = await AdminProcess.RunAsync("import", "organisations", file, "--data", Path.Combine(file, "no-folder"));

        run.Status.ShouldBe(1);
        run.Errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("cannot be written");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "import")]
    [InlineData(2, "no-such-command")]
    [InlineData(1, "import", "organisations")]
    [InlineData(1, "import", "organisations", "a.csv", "b.csv")]
    [InlineData(1, "import", "organisations", "a.csv", "--unknown")]
    [InlineData(1, "import", "organisations", "a.csv", "--edition", "yesterday")]
    public async Task A_wrong_call_says_where_help_is(int status, params string[] args)
    {
        var run = await AdminProcess.RunAsync(args);

        run.Status.ShouldBe(status);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain(run.Errors.Contains("yesterday") ? "--edition" : "--help");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("import", "organisations", "--help")]
    public async Task Help_is_an_answer(params string[] args)
    {
        var run = await AdminProcess.RunAsync(args);

        run.Status.ShouldBe(0);
        run.Output.ShouldContain("import organisations FILE.csv");
    }

    private Task<AdminProcess> ImportAsync(string file) => AdminProcess.RunAsync("import", "organisations", file, "--json", "--data", Data);

    private async Task RefusedInOneLineAsync(string path)
    {
        var run = await ImportAsync(path);

        run.Status.ShouldBe(1, path);
        run.Output.ShouldBeEmpty(path);
        run.Errors.Trim().Split('\n').ShouldHaveSingleItem(path);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private List<string> Names()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "releve.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Name" FROM "organisations" ORDER BY "Name" """;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }
        return names;
    }
}
