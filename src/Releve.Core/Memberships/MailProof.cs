using Releve.Core.Accounts;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>
/// Whether a confirmed mail address proves that somebody works for an organisation: its domain is the organisation's own.
/// Domains in which anybody, or a whole profession, gets an address prove nothing.
/// </summary>
public static class MailProof
{
    /// <summary>Domains as they are.</summary>
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "gmail.com",
        "googlemail.com",
        "google.com",
        "msn.com",
        "ymail.com",
        "rocketmail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "proton.me",
        "protonmail.com",
        "protonmail.ch",
        "pm.me",
        "mail.com",
        "mail.ru",
        "hushmail.com",
        "inbox.com",
        "email.com",
        "usa.net",
        "orange.fr",
        "wanadoo.fr",
        "voila.fr",
        "free.fr",
        "aliceadsl.fr",
        "laposte.net",
        "sfr.fr",
        "neuf.fr",
        "9online.fr",
        "club-internet.fr",
        "cegetel.net",
        "numericable.fr",
        "noos.fr",
        "bbox.fr",
        "dbmail.com",
        "nordnet.fr",
        "netcourrier.com",
        "caramail.com",
        "mailo.fr",
        "skynet.be",
        "proximus.be",
        "belgacom.net",
        "belgacom.be",
        "telenet.be",
        "pandora.be",
        "scarlet.be",
        "voo.be",
        "brutele.be",
        "tvcablenet.be",
        "mobistar.be",
        "orange.be",
        "base.be",
        "edpnet.be",
        "versateladsl.be",
        "swing.be",
        "tiscali.be",
        "chello.be",
        "teledisnet.be",
        "ziggo.nl",
        "kpnmail.nl",
        "kpnplanet.nl",
        "planet.nl",
        "hetnet.nl",
        "home.nl",
        "xs4all.nl",
        "upcmail.nl",
        "casema.nl",
        "quicknet.nl",
        "web.de",
        "t-online.de",
        "freenet.de",
        "arcor.de",
        "bluewin.ch",
        "pt.lu",
        "libero.it",
        // Where websites live that are not the site's own.
        "facebook.com",
        "instagram.com",
        "linkedin.com",
        "doctolib.fr",
        "doctoranytime.be",
        "rosa.be",
        "maiia.com",
        "pagesjaunes.fr",
        "wordpress.com",
        "sites.google.com",
        "e-monsite.com",
        "wix.com",
        "wixsite.com",
        "jimdo.com",
        "jimdofree.com",
        "helloasso.com",
        "notion.site",
        "linktr.ee",
    };

    /// <summary>Names whatever ends them: outlook.com, outlook.fr, hotmail.co.uk.</summary>
    private static readonly HashSet<string> SharedNames = new(StringComparer.Ordinal)
    {
        "outlook",
        "hotmail",
        "live",
        "yahoo",
        "aol",
        "gmx",
        "yandex",
        "zoho",
        "zohomail",
        "tuta",
        "tutanota",
        "tutamail",
        "mailo",
        "posteo",
        "fastmail",
        "mailfence",
        "apicrypt",
    };

    /// <summary>Also everything below: the secure mailboxes of whole professions ("medecin.mssante.fr"), pages of hosts.</summary>
    private static readonly string[] SharedEnds =
    [
        "mssante.fr",
        "wordpress.com",
        "wixsite.com",
        "e-monsite.com",
        "jimdofree.com",
        "facebook.com",
        "business.site",
    ];

    /// <summary>True for a domain in which anybody can have an address.</summary>
    public static bool IsShared(string domain) =>
        Shared.Contains(domain)
        || SharedNames.Contains(domain[..Math.Max(0, domain.IndexOf('.', StringComparison.Ordinal))])
        || SharedEnds.Any(end => domain == end || domain.EndsWith("." + end, StringComparison.Ordinal));

    /// <summary>The domain of an account's address when it can prove something: confirmed and not shared; else null.</summary>
    public static string? DomainOf(Account account) =>
        account.EmailConfirmedAt is not null && EmailAddress.TryParse(account.Email, out var email) && !IsShared(email.Domain) ? email.Domain : null;

    /// <summary>True when the account's address is of the organisation's own domain, as its mail domain, its site or its address say it.</summary>
    public static bool Proves(Account account, Organisation organisation) =>
        DomainOf(account) is { } domain && DomainsOf(organisation).Contains(domain, StringComparer.Ordinal);

    private static IEnumerable<string> DomainsOf(Organisation organisation)
    {
        if (organisation.MailDomain is { } mail)
        {
            yield return mail;
        }
        if (EmailAddress.TryParse(organisation.Email, out var email))
        {
            yield return email.Domain;
        }
        if (Uri.TryCreate(organisation.Website, UriKind.Absolute, out var site))
        {
            var host = site.IdnHost.ToLowerInvariant();
            yield return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        }
    }
}
