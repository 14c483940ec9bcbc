using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>One kind of database, copied out whole while sites run on it, and put back while none does.</summary>
internal abstract class DatabaseCopy
{
    /// <summary>The copy for a database of that kind.</summary>
    public static DatabaseCopy Of(SiteDatabase database) => database.Name == "sqlite" ? new SqliteCopy(database) : new PostgresCopy(database.Location);

    /// <summary>Writes all that was committed at one instant into a file that is not there yet.</summary>
    /// <exception cref="SiteProblem">It cannot be read.</exception>
    public abstract Task SaveAsync(string file);

    /// <summary>True when an installation lives there.</summary>
    public abstract Task<bool> IsThereAsync();

    /// <summary>Puts a saved copy in the place of what is there: all of it, or nothing.</summary>
    /// <exception cref="SiteProblem">It cannot be put back; what was there stays.</exception>
    public abstract Task LoadAsync(string file);
}
