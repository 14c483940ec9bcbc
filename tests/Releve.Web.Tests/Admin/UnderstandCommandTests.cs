using System.Text.Json;

namespace Releve.Web.Tests.Admin;

public sealed class UnderstandCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("releve-understand-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("infirmière nuit Chartres", "fr", "nurse", "FR-28085")]
    [InlineData("huisarts vervanging Luik", "nl", "physician", "BE-62063")]
    public async Task A_phrase_is_read_into_one_line_of_json(string phrase, string language, string profession, string place)
    {
        var missing = Path.Combine(folder, "missing");

        var run = await AdminProcess.RunAsync("understand", phrase, "--language", language, "--data", missing);

        run.Status.ShouldBe(0, run.Errors);
        using var reading = JsonDocument.Parse(run.Lines.ShouldHaveSingleItem());
        reading.RootElement.GetProperty("professions").EnumerateArray().Select(code => code.GetString()).ShouldBe([profession]);
        reading.RootElement.GetProperty("place").GetProperty("code").GetString().ShouldBe(place);
        Directory.Exists(missing).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_is_there_is_read_and_gives_the_same()
    {
        var register = Path.Combine(folder, "register.csv");
        await File.WriteAllTextAsync(
            register,
            "finess,name,finess_legal_entity,category_code,siret,commune,street,postcode,locality\n010000024,CH,010780054,355,,01451,,01440,VIRIAT\n",
            TestContext.Current.CancellationToken
        );
        (await AdminProcess.RunAsync("import", "organisations", register, "--data", folder)).Status.ShouldBe(0);

        var run = await AdminProcess.RunAsync("understand", "kiné Brou", "--data=" + folder, "--language=fr");
        var plain = await AdminProcess.RunAsync("understand", "kiné Brou", "--language", "fr", "--data", Path.Combine(folder, "missing"));

        run.Output.ShouldBe(plain.Output);
    }

    [Theory]
    [InlineData("understand")]
    [InlineData("understand", "nuit", "--language", "de")]
    [InlineData("understand", "nuit", "--language")]
    [InlineData("understand", "nuit", "Chartres")]
    public async Task A_wrong_call_is_refused_in_one_line(params string[] args)
    {
        var run = await AdminProcess.RunAsync(args);

        run.Status.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("--help");
    }

    [Fact]
    public async Task An_odd_phrase_is_read_too()
    {
        var run = await AdminProcess.RunAsync("understand", "\"'<script>\n\t" + new string('x', 7000), "--language", "en", "--data", folder);

        run.Status.ShouldBe(0, run.Errors);
        run.Lines.ShouldHaveSingleItem();
    }
}
