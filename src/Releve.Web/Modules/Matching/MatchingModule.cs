using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Matching;

/// <summary>What fits one's life project, and two who look for two places.</summary>
public static class MatchingModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Matching/Mine", MatchingLinks.MinePath),
        new("/Matching/Bundles", MatchingLinks.BundlesPath),
        new("/Matching/Costs", MatchingLinks.CostsPath),
        new("/Matching/One", MatchingLinks.MinePath, "{kind}/{key}"),
        new("/Matching/Couple", MatchingLinks.CouplePath),
        new("/Matching/Pairs", MatchingLinks.PairsPath),
        new("/Matching/Consent", MatchingLinks.ConsentPath),
    ];

    /// <summary>What its pages need.</summary>
    public static void AddMatchingPages(this IServiceCollection services)
    {
        services.AddSingleton<CoupleSecrets>();
        services.AddScoped(known => new AcceptCouple(known.GetRequiredService<AppDb>(), MatchingLinks.CouplePath.In));
        services.AddScoped(known => new EndCouple(known.GetRequiredService<AppDb>(), MatchingLinks.CouplePath.In));
        services.AddScoped<KeepCoupleWithin>();
        services.AddScoped<ReasonWords>();
        services.AddScoped<ReadMatches>();
        services.AddScoped<NameListings>();
        services.AddScoped<FindBundles>();
    }
}
