using Microsoft.EntityFrameworkCore;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search.Understanding;
using Releve.Web.Start;

namespace Releve.Web.Admin;

/// <summary>`./releve admin understand "TEXT"`: how search reads a phrase, as one line of JSON.</summary>
public static class UnderstandCommand
{
    private const string SeeHelp = "Try: ./releve admin understand --help";

    /// <summary>How it is called, and what its help says.</summary>
    public static AdminCommand Entry { get; } =
        new(
            ["understand"],
            "\"TEXT\" [--language fr|nl|en] [--data DIR] [--database …]",
            "Shows how search reads a phrase, as one line of JSON: kind, professions, place, radius, dates, words.",
            """
            Places and professions are those of the site's database, with what its coordinators added; without one, those that
            the program carries. Nothing is written, and no site needs to run.

            --language  the language of the page on which the phrase is typed: fr (the default), nl or en
            """,
            RunAsync
        );

    private static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        var (text, language) = Read(rest);
        var (gazetteer, professions) = await FromDatabaseAsync(options) ?? await FromFilesAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var reading = new QueryReader(gazetteer, professions).Read(text, language, today);
        Console.WriteLine(reading.ToJson(gazetteer, language));
        return 0;
    }

    private static (string Text, Language Language) Read(IReadOnlyList<string> args)
    {
        string? text = null;
        var language = Language.French;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--language" || args[i].StartsWith("--language=", StringComparison.Ordinal))
            {
                var code =
                    args[i].Contains('=') ? args[i].Split('=', 2)[1]
                    : ++i < args.Count ? args[i]
                    : "";
                language = LanguageExtensions.FromCode(code) ?? throw new FormatException($"--language takes fr, nl or en, not \"{code}\". {SeeHelp}");
            }
            else
            {
                text = text is null ? args[i] : throw new FormatException($"One phrase at a time, in quotes. {SeeHelp}");
            }
        }
        return (text ?? throw new FormatException($"Which phrase? {SeeHelp}"), language);
    }

    /// <summary>What the site's database knows; null when there is none, or an empty one.</summary>
    private static async Task<(Gazetteer, IReadOnlyList<Profession>)?> FromDatabaseAsync(SiteOptions options)
    {
        var database = SiteDatabase.Choose(options);
        if (database.Name == "sqlite" && !File.Exists(database.Location))
        {
            return null;
        }
        await using var db = database.Open();
        if (!(await db.Database.GetAppliedMigrationsAsync()).Any() || !await db.Communes.AnyAsync() || !await db.Professions.AnyAsync())
        {
            return null;
        }
        return (await Gazetteer.LoadAsync(db), (await ProfessionCatalogue.LoadAsync(db)).All);
    }

    private static async Task<(Gazetteer, IReadOnlyList<Profession>)> FromFilesAsync()
    {
        var places = PlacesFile.Read(Path.Combine(LoadSite.FactsFolder, "places.tsv.gz"));
        var professions = await ProfessionFile.ReadAsync(Path.Combine(LoadSite.FactsFolder, "professions.json"));
        return (new Gazetteer(places.Communes, places.Areas), professions.Professions);
    }
}
