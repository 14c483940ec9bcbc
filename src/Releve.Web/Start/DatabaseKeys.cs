using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Releve.Core.Accounts;

namespace Releve.Web.Start;

/// <summary>Keeps the site's Data Protection keys in the database: every process has them, and so does a backup.</summary>
public sealed class DatabaseKeys(SiteDatabase database) : IXmlRepository
{
    /// <summary>Reads them over plain ADO: this happens at every start, which must not wait for the object mapper's.</summary>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // The interface knows no waiting.
        using var connection = database.ConnectAsync(CancellationToken.None).GetAwaiter().GetResult();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Xml" FROM protection_keys ORDER BY "Name" """;
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
        {
            keys.Add(XElement.Parse(reader.GetString(0)));
        }
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.Open();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The interface knows no waiting; it is called once in ninety days.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
