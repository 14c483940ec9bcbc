using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Releve.Web.Start;

/// <summary>The keys with which this installation seals cookies and links; the site and admin commands share them.</summary>
public static class SiteKeys
{
    /// <summary>Adds Data Protection with its keys in the database.</summary>
    public static void AddSiteKeys(this IServiceCollection services, SiteDatabase database) =>
        services
            .AddDataProtection()
            .SetApplicationName("Releve")
            .Services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new DatabaseKeys(database));
}
