using Releve.Core.LifeProjects;
using Releve.Core.Privacy;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>How carers want to live and work: their own pages, and the card without a name that others see.</summary>
public static class LifeProjectsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/LifeProjects/Project", LifeProjectsLinks.ProjectPath),
        new("/LifeProjects/Visibility", LifeProjectsLinks.VisibilityPath),
        new("/LifeProjects/Erase", LifeProjectsLinks.ErasePath),
    ];

    /// <summary>What its pages need.</summary>
    public static void AddLifeProjects(this IServiceCollection services)
    {
        services.AddSingleton<CardKey>();
        services.AddSingleton<CardCrowds>();
        services.AddSingleton<ShowCard>();
        services.AddSingleton<TellWishes>();
        services.AddSingleton<ZoneMap>();
        services.AddScoped<EraseLifeProject>();
    }
}
