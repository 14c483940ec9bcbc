using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;

namespace Releve.Web.Start;

/// <summary>Keeps the site's Data Protection keys in the database: every process has them, and so does a backup.</summary>
public sealed class DatabaseKeys(SiteDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.Open();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(key => key.Name).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.Open();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The interface knows no waiting; it is called once in ninety days.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
