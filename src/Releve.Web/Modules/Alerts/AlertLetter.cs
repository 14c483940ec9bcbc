using System.Text;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.Core.Places;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Mail;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Start;

namespace Releve.Web.Modules.Alerts;

/// <summary>
/// The mail about new listings, put into words as it is sent: what has closed since, what its owner said not to be relevant,
/// and alerts that were stopped are no longer in it.
/// </summary>
public sealed class AlertLetter(AlertKey key, ReadSearch searches, MatchesInMail matches, Gazetteer gazetteer, SiteAddress address, TimeProvider time)
{
    /// <summary>Listings shown in one mail.</summary>
    public const int Most = 20;

    private sealed record Item(string Title, string Line, string Url, string? NotForMe);

    private sealed record Section(string Name, IReadOnlyList<Item> Items, int More, bool AtLeast, string OpenUrl, string Open, string StopUrl, string Stop);

    /// <summary>Writes it; null when nothing is left to tell.</summary>
    public async Task<Letter?> WriteAsync(AppDb db, OutboxMail mail, CancellationToken cancellation)
    {
        var (text, secrets) = (new PageText(mail.Language), await key.ReadAsync(db, cancellation));
        var sections = await SectionsAsync(db, AlertMailContent.Read(mail.Values[AlertMailContent.Name]), text, secrets, cancellation);
        if (await matches.SectionAsync(db, mail, cancellation) is { } found)
        {
            sections.Add(MakeSection(found, text));
        }
        if (sections.Count == 0)
        {
            return null;
        }
        var count = sections.Sum(section => section.Items.Count + section.More);
        var subject = Letter.OneLine(Subject(text, sections, count));
        var manage = address.Of(
            mail.AccountId is null ? AlertsLinks.Address(First(mail), secrets.Of(First(mail)), mail.Language) : AlertsLinks.MinePath.In(mail.Language)
        );
        var stop = Letter.UnsubscribeOf(mail, address)!;
        return new Letter(subject, Plain(text, sections, manage, stop), Letter.Frame(mail.Language.Code(), subject, Markup(text, sections, manage, stop)))
        {
            Unsubscribe = stop,
        };
    }

    private static string Subject(PageText text, List<Section> sections, int count) =>
        (sections.Count == 1, sections.Exists(section => section.AtLeast)) switch
        {
            (true, false) => text.Count("Alerts.mail.subject", count, ("name", sections[0].Name)),
            (true, true) => text.With("Alerts.mail.least.subject", ("found", count), ("name", sections[0].Name)),
            (false, false) => text.Count("Alerts.mail.subject.several", count, ("alerts", sections.Count)),
            (false, true) => text.With("Alerts.mail.least.several", ("found", count), ("alerts", sections.Count)),
        };

    // A mail about matches alone belongs to an account: it is managed there.
    private static Guid First(OutboxMail mail) => AlertMailContent.Read(mail.Values[AlertMailContent.Name])[0].SavedSearchId;

    private async Task<List<Section>> SectionsAsync(
        AppDb db,
        IReadOnlyList<AlertMailPart> parts,
        PageText text,
        AlertSecrets secrets,
        CancellationToken cancellation
    )
    {
        var (ids, named, now) = (
            parts.Select(part => part.SavedSearchId).ToList(),
            parts.SelectMany(part => part.Listings).ToList(),
            time.GetUtcNow().UtcDateTime
        );
        var kept = await db
            .SavedSearches.AsNoTracking()
            .Where(saved => ids.Contains(saved.Id) && saved.Rhythm != MailRhythm.Never)
            .ToDictionaryAsync(saved => saved.Id, cancellation);
        var open = await db
            .Listings.AsNoTracking()
            .Where(one => named.Contains(one.Id) && one.Status == ListingStatus.Live && one.ExpiresAt > now)
            .ToDictionaryAsync(one => one.Id, cancellation);
        var publishers = open.Values.Select(one => one.OrganisationId).OfType<Guid>().Distinct().ToList();
        var names = await db.Organisations.Where(one => publishers.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        var (sections, left) = (new List<Section>(), Most);
        foreach (var part in parts.Where(part => kept.ContainsKey(part.SavedSearchId)))
        {
            var saved = kept[part.SavedSearchId];
            var there = part.Listings.Where(open.ContainsKey).Select(id => open[id]).Where(listing => !IsLeftOut(saved, listing)).ToList();
            var shown = there.Take(left).ToList();
            left -= shown.Count;
            if (there.Count > 0)
            {
                sections.Add(MakeSection(saved, shown, part with { More = part.More + there.Count - shown.Count }, names, text, secrets.Of(saved.Id)));
            }
        }
        return sections;
    }

    private static bool IsLeftOut(SavedSearch saved, Listing listing) =>
        saved.Exclusions.Excludes(
            listing.Id,
            listing.OrganisationId,
            listing.Kind,
            listing.Professions,
            saved.Search.Circle,
            (listing.Latitude, listing.Longitude)
        );

    private Section MakeSection(SavedSearch saved, List<Listing> shown, AlertMailPart part, Dictionary<Guid, string> names, PageText text, string code)
    {
        var language = text.Language;
        var items = shown.ConvertAll(listing =>
        {
            var title = listing.TextIn(language).Title;
            var employer = listing.OrganisationId is { } id ? names.GetValueOrDefault(id, "") : text["Listings.in-person"];
            string[] line = [employer, gazetteer.Commune(listing.CommuneCode)?.NameIn(language) ?? "", text["Listings.kind." + listing.Kind]];
            return new Item(
                Letter.OneLine(title),
                string.Join(" · ", line.Where(part => part.Length > 0)),
                address.Of(ListingsLinks.Listing(listing.Reference, title, language)),
                address.Of(AlertsLinks.NotForMe(saved.Id, code, listing.Reference, language))
            );
        });
        var openUrl = address.Of(searches.Url(searches.Plan(saved.Query, language), language));
        var stopUrl = address.Of(AlertsLinks.Stop(saved.Id, code, language));
        return new Section(Letter.OneLine(saved.Name), items, part.More, part.AtLeast, openUrl, text["Alerts.mail.open"], stopUrl, text["Alerts.mail.stop"]);
    }

    private Section MakeSection(FoundMatches found, PageText text) =>
        new(
            text["Alerts.mail.matches"],
            [
                .. found.Listings.Select(one => new Item(
                    Letter.OneLine(one.TextIn(text.Language).Title),
                    $"{gazetteer.Commune(one.CommuneCode)?.NameIn(text.Language)} · {text["Listings.kind." + one.Kind]}",
                    address.Of(MatchingLinks.OfListing(one.Reference, text.Language)),
                    NotForMe: null
                )),
            ],
            found.More,
            AtLeast: false,
            address.Of(MatchingLinks.MinePath.In(text.Language)),
            text["Alerts.mail.matches.open"],
            address.Of(found.SilencePath),
            text["Alerts.mail.matches.stop"]
        );

    private string Plain(PageText t, List<Section> sections, string manage, string stop)
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            text.Append(section.Name).Append("\r\n").Append('=', Math.Min(section.Name.Length, 60)).Append("\r\n\r\n");
            foreach (var item in section.Items)
            {
                text.Append(item.Title).Append("\r\n").Append(item.Line).Append("\r\n").Append(item.Url).Append("\r\n");
                text.Append(item.NotForMe is null ? "" : $"{t["Alerts.not-for-me"]}\r\n{item.NotForMe}\r\n").Append("\r\n");
            }
            if (section.More > 0)
            {
                text.Append(More(t, section)).Append("\r\n");
            }
            text.Append(section.Open).Append("\r\n").Append(section.OpenUrl).Append("\r\n");
            text.Append(section.Stop).Append("\r\n").Append(section.StopUrl).Append("\r\n\r\n\r\n");
        }
        text.Append("-- \r\n").Append(t.With("Alerts.mail.why", ("site", address.Origin))).Append("\r\n");
        text.Append(t["Alerts.mail.manage"]).Append("\r\n").Append(manage).Append("\r\n");
        return text.Append(t["Alerts.mail.stop-all"]).Append("\r\n").Append(stop).Append("\r\n").ToString();
    }

    private string Markup(PageText t, List<Section> sections, string manage, string stop)
    {
        var html = new StringBuilder();
        foreach (var section in sections)
        {
            html.Append("<h1 style=\"font-size:22px;line-height:1.3;margin:0 0 16px\">").Append(Letter.Safe(section.Name)).Append("</h1>");
            foreach (var item in section.Items)
            {
                html.Append("<p style=\"margin:0 0 18px\"><a style=\"font-weight:600\" href=\"").Append(Letter.Safe(item.Url)).Append("\">");
                html.Append(Letter.Safe(item.Title)).Append("</a><br>").Append(Letter.Safe(item.Line));
                html.Append(item.NotForMe is null ? "" : "<br>" + Link(item.NotForMe, t["Alerts.not-for-me"])).Append("</p>");
            }
            if (section.More > 0)
            {
                html.Append("<p>").Append(Letter.Safe(More(t, section))).Append("</p>");
            }
            html.Append("<p><a class=\"b\" href=\"").Append(Letter.Safe(section.OpenUrl)).Append("\">").Append(Letter.Safe(section.Open));
            html.Append("</a></p><p>").Append(Link(section.StopUrl, section.Stop)).Append("</p><hr>");
        }
        html.Append("<p class=\"s\" style=\"word-break:normal\">").Append(Letter.Safe(t.With("Alerts.mail.why", ("site", address.Origin)))).Append("<br>");
        return html.Append(Link(manage, t["Alerts.mail.manage"])).Append(" · ").Append(Link(stop, t["Alerts.mail.stop-all"])).Append("</p>").ToString();
    }

    private static string More(PageText t, Section section) =>
        section.AtLeast ? t.With("Alerts.mail.least.more", ("found", section.More)) : t.Count("Alerts.mail.more", section.More);

    private static string Link(string url, string label) => $"<a class=\"s\" href=\"{Letter.Safe(url)}\">{Letter.Safe(label)}</a>";
}
