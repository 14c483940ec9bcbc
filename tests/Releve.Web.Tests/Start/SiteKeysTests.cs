using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Releve.TestKit;
using Releve.Web.Start;

namespace Releve.Web.Tests.Start;

/// <summary>The keys lie in the database, readable only with the certificate where one is set.</summary>
public sealed class SiteKeysTests
{
    [Fact]
    public async Task With_a_certificate_the_keys_are_encrypted_and_work()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=releve", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var path = Path.Combine(Directory.CreateTempSubdirectory("releve-keys-").FullName, "keys.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12), TestContext.Current.CancellationToken);
        var account = TestData.Account();
        await using var site = await TestSite.StartAsync(
            db =>
            {
                db.Accounts.Add(account);
                return Task.CompletedTask;
            },
            new SiteOptions { DataFolder = ".", KeysCertificate = path }
        );

        (await (await site.SignedInAsync(account)).StatusOfAsync("/fr/mon-espace")).ShouldBe(HttpStatusCode.OK);

        var keys = await site.ReadAsync(db => db.ProtectionKeys.Select(key => key.Xml).ToListAsync());
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(key => key.Contains("EncryptedData", StringComparison.Ordinal) && !key.Contains("<masterKey", StringComparison.Ordinal));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_is_said_in_one_line()
    {
        var options = new SiteOptions { DataFolder = ".", KeysCertificate = "/nowhere/keys.pfx" };
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        Should.Throw<SiteProblem>(() => services.AddSiteKeys(SiteDatabase.Choose(options), options)).Message.ShouldContain("/nowhere/keys.pfx");
    }
}
