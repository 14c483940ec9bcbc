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
}
