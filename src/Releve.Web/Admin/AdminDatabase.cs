using Releve.Web.Start;

namespace Releve.Web.Admin;

/// <summary>Opens the site's database for a command; a site may be running on it.</summary>
public static class AdminDatabase
{
    /// <summary>The database, created where it is missing, with the facts that every command needs.</summary>
    /// <exception cref="SiteProblem">It cannot be opened or written.</exception>
    public static async Task<SiteDatabase> OpenAsync(SiteOptions options, ConsoleProgress progress)
    {
        var opened = SiteDatabase.Choose(options);
        if (opened.Name == "sqlite")
        {
            DataFolder.Create(options.DataFolder);
        }
        await new LoadSite(opened, progress, TimeProvider.System).PrepareAsync(CancellationToken.None);
        return opened;
    }
}
