using Releve.Core.Matching;
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
    ListingIndexFeed Feed,
    MatchIndex Matches,
    MatchIndexFeed MatchFeed
)
{
    /// <summary>Offers each part to pages and operations, as soon as it is read: nothing is asked for before the site listens.</summary>
    public static void AddTo(IServiceCollection services, Task<SiteKnowledge> reading)
    {
        void Add<T>(Func<SiteKnowledge, T> part)
            where T : class => services.AddSingleton(_ => part(reading.GetAwaiter().GetResult()));
        Add(knowledge => knowledge.Gazetteer);
        Add(knowledge => knowledge.Professions);
        Add(knowledge => knowledge.Territories);
        Add(knowledge => knowledge.Reader);
        Add(knowledge => knowledge.Index);
        Add(knowledge => knowledge.Feed);
        Add(knowledge => knowledge.Matches);
        Add(knowledge => knowledge.MatchFeed);
        services.AddHostedService<FollowListings>();
        services.AddHostedService<FollowMatches>();
        services.AddSingleton<RefreshKnowledge>();
        services.AddHostedService(provider => provider.GetRequiredService<RefreshKnowledge>());
    }
}
