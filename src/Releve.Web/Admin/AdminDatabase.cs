using Releve.Core.Places;
using Releve.Web.Start;

namespace Releve.Web.Admin;

/// <summary>Opens the site's database for a command; a site may be running on it.</summary>
public static class AdminDatabase
{
    /// <summary>The database, created where it is missing, with the places that every command needs.</summary>
    /// <exception cref="SiteProblem">It cannot be opened or written.</exception>
    public static async Task<SiteDatabase> OpenAsync(SiteOptions options)
    {
        var opened = SiteDatabase.Choose(options);
        if (opened.Name == "sqlite")
        {
            DataFolder.Create(options.DataFolder);
        }
        await opened.MigrateAsync(CancellationToken.None);
        await using var db = opened.Open();
        var progress = new ProgressLine<LoadProgress>(TimeSpan.FromSeconds(1), load => (load.Done, load.Total, "places"));
        await new LoadPlaces(db).RunAsync(PlacesFile.Read(CarriedFile("places.tsv.gz")), progress);
        return opened;
    }

    /// <summary>The path of a file that the program carries under data/.</summary>
    public static string CarriedFile(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
