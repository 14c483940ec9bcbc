using Releve.Web.Start;

namespace Releve.Bench.Pages;

/// <summary>A data folder with generated listings: a temporary one that goes at the end, or one that is named and kept.</summary>
internal sealed class PagesFolder : IDisposable
{
    private readonly bool kept;

    private PagesFolder(string path, bool kept) => (Path, this.kept) = (path, kept);

    public string Path { get; }

    /// <summary>Makes the folder as the first start of a site makes it; one that is there already is used as it is.</summary>
    public static async Task<PagesFolder> MakeAsync(int size, string? named)
    {
        var folder = new PagesFolder(named ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"releve-bench-{Guid.NewGuid():N}"), named is not null);
        using var hold = DataFolder.Hold(folder.Path);
        var load = new LoadSite(SiteDatabase.Choose(new SiteOptions { DataFolder = folder.Path }), ConsoleProgress.OnConsole(), TimeProvider.System);
        await load.PrepareAsync(CancellationToken.None);
        await load.DemonstrateAsync("all", size, CancellationToken.None);
        return folder;
    }

    public void Dispose()
    {
        if (!kept)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }
}
