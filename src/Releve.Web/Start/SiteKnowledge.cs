using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search.Index;
using Releve.Core.Search.Understanding;
using Releve.Core.Territories;

namespace Releve.Web.Start;

/// <summary>What each process holds in memory, read from the database at its start: places, professions, live listings.</summary>
public sealed record SiteKnowledge(
    Gazetteer Gazetteer,
    ProfessionCatalogue Professions,
    TerritoryBook Territories,
    QueryReader Reader,
    ListingIndex Index,
    ListingIndexFeed Feed
)
{
    /// <summary>Offers each part to pages and operations.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(Gazetteer);
        services.AddSingleton(Professions);
        services.AddSingleton(Territories);
        services.AddSingleton(Reader);
        services.AddSingleton(Index);
        services.AddSingleton(Feed);
        services.AddHostedService<FollowListings>();
    }
}
