using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules;

/// <summary>An entry of a signed-in person's own space.</summary>
/// <param name="Key">Its name's key.</param>
/// <param name="Text">The key of a sentence that says what one does there.</param>
/// <param name="Url">Its address.</param>
/// <param name="Icon">Its icon.</param>
public sealed record SpaceLink(string Key, string Text, string Url, string Icon);

/// <summary>What a signed-in person finds in the own space, by rights. A module with a page for one's own things adds it here.</summary>
public static class SpaceMenu
{
    /// <summary>What suspended people may still do: take their data along, and leave.</summary>
    private const string EvenSuspended = "/Privacy/Data";

    /// <summary>What those find who publish in own name, besides colleagues and coordinators.</summary>
    private const string Inbox = "/Inbox/Index";

    private static readonly (string Key, string Text, string Page, string Icon, Func<Visitor, bool> For)[] Pages =
    [
        ("Carers.profile", "Carers.profile.text", "/Carers/Profile", "user-round", _ => true),
        ("LifeProjects.entry", "LifeProjects.entry.text", "/LifeProjects/Project", "compass", _ => true),
        ("Applications.mine", "Applications.mine.entry", "/Applications/Index", "mail", _ => true),
        ("Conversations.list", "Conversations.list.text", "/Conversations/Index", "message-square", visitor => !visitor.IsSuspended),
        ("Notifications.list", "Notifications.list.text", "/Notifications/Index", "bell", visitor => !visitor.IsSuspended),
        ("Inbox.list", "Inbox.entry", Inbox, "users", visitor => !visitor.IsSuspended && (visitor.IsColleague || visitor.IsCoordinator)),
        ("Proposals.meet", "Proposals.meet.entry", "/Proposals/Meet", "bird", visitor => visitor.IsColleague),
        ("Proposals.received", "Proposals.received.entry", "/Proposals/Received", "send", _ => true),
        ("Documents.list", "Documents.list.text", "/Documents/Index", "file-text", _ => true),
        ("Matching.mine", "Matching.mine.entry", "/Matching/Mine", "route", visitor => !visitor.IsSuspended),
        ("Matching.couple", "Matching.couple.entry", "/Matching/Couple", "users", visitor => !visitor.IsSuspended),
        ("Alerts.mine", "Alerts.mine.entry", "/Alerts/Mine", "search", _ => true),
        ("Alerts.favourites", "Alerts.favourites.entry", "/Alerts/Favourites", "bookmark", _ => true),
        ("Memberships.mine", "Memberships.mine.entry", "/Memberships/Mine", "building-2", _ => true),
        ("Publishing.menu", "Publishing.menu.text", "/Publishing/Index", "file-text", _ => true),
        ("LocalLife.list", "LocalLife.list.entry", "/LocalLife/Index", "house", visitor => visitor.IsCoordinator),
        ("Accounts.security", "Accounts.security.text", "/Accounts/Security", "lock", _ => true),
        ("Privacy.data", "Privacy.data.text", "/Privacy/Data", "download", _ => true),
        ("Coordination.home", "Coordination.home.text", "/Coordination/Index", "shield-check", visitor => visitor.IsCoordinator || visitor.IsAdministrator),
        ("Administration.home", "Administration.home.text", "/Administration/Index", "sliders-horizontal", visitor => visitor.IsAdministrator),
    ];

    /// <summary>The entries for a visitor.</summary>
    /// <param name="visitor">Whose space it is.</param>
    /// <param name="publishesInOwnName">Whether applications come to the visitor in person.</param>
    /// <param name="language">The language of the page.</param>
    public static IEnumerable<SpaceLink> For(Visitor visitor, bool publishesInOwnName, Language language)
    {
        foreach (var (key, text, page, icon, isFor) in Pages)
        {
            if (
                (page == EvenSuspended || !visitor.IsSuspended)
                && (isFor(visitor) || publishesInOwnName && page == Inbox)
                && SiteModules.Routes.FirstOrDefault(route => route.Page == page) is { } route
            )
            {
                yield return new SpaceLink(key, text, route.Path.In(language), icon);
            }
        }
    }
}
