using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Releve.Web.Start;

/// <summary>The keys with which this installation seals cookies and links; the site and admin commands share them.</summary>
public static class SiteKeys
{
    /// <summary>Adds Data Protection with its keys in the database, encrypted when a certificate is set.</summary>
    /// <exception cref="SiteProblem">The certificate cannot be read.</exception>
    public static void AddSiteKeys(this IServiceCollection services, SiteDatabase database, SiteOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("Releve");
        protection.Services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new DatabaseKeys(database));
        if (options.KeysCertificate is { } path)
        {
            var certificate = Read(path);
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
    }

    private static X509Certificate2 Read(string path)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, Environment.GetEnvironmentVariable("RELEVE_KEYS_SECRET"));
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SiteProblem($"The certificate {path} cannot be read (its secret is RELEVE_KEYS_SECRET): {e.Message}", e);
        }
    }
}
