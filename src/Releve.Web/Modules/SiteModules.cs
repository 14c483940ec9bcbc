using Releve.Core.Languages;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Administration;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Conversations;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Documents;
using Releve.Web.Modules.Home;
using Releve.Web.Modules.Inbox;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.LocalLife;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Matching.Rules;
using Releve.Web.Modules.Memberships;
using Releve.Web.Modules.Notifications;
using Releve.Web.Modules.Organisations;
using Releve.Web.Modules.Places;
using Releve.Web.Modules.Privacy;
using Releve.Web.Modules.Proposals;
using Releve.Web.Modules.Publishing;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Territories;

namespace Releve.Web.Modules;

/// <summary>The modules of the site. A new one is added here.</summary>
public static class SiteModules
{
    /// <summary>The addresses of all pages.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        .. HomeModule.Routes,
        .. AccountsModule.Routes,
        .. ApplicationsModule.Routes,
        .. AlertsModule.Routes,
        .. CarersModule.Routes,
        .. DocumentsModule.Routes,
        .. InboxModule.Routes,
        .. LifeProjectsModule.Routes,
        .. ListingsModule.Routes,
        .. LocalLifeModule.Routes,
        .. MatchingModule.Routes,
        .. OrganisationsModule.Routes,
        .. PlacesModule.Routes,
        .. PrivacyModule.Routes,
        .. PublishingModule.Routes,
        .. TerritoriesModule.Routes,
        .. CoordinationModule.Routes,
        .. AdministrationModule.Routes,
        .. MembershipsModule.Routes,
        .. ConversationsModule.Routes,
        .. NotificationsModule.Routes,
        .. RulesModule.Routes,
        .. ProposalsModule.Routes,
    ];

    private static readonly Dictionary<string, LocalPath> Paths = Routes
        .SelectMany(route => LanguageExtensions.All.Select(language => (Path: route.Path.In(language), Route: route)))
        .GroupBy(one => one.Path, one => one.Route.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>
    /// A path of the site as it is in that language: "/fr/mon-espace/messages/1" is "/nl/mijn-ruimte/berichten/1". What follows
    /// the page's own path stays; what is no page of the site stays altogether.
    /// </summary>
    public static string PathIn(string path, Language language)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        for (var cut = end < 0 ? path.Length : end; cut > 0; cut = path.LastIndexOf('/', cut - 1))
        {
            if (Paths.TryGetValue(path[..cut], out var known))
            {
                return string.Concat(known.In(language), path.AsSpan(cut));
            }
        }
        return path;
    }
}
