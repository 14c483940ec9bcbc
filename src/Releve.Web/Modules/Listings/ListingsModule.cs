using Microsoft.Extensions.DependencyInjection.Extensions;
using Releve.Core.Search.Index;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Listings;

/// <summary>Searching and reading listings: services and addresses.</summary>
public static class ListingsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Listings/Index", ListingsLinks.SearchPath),
        new("/Listings/Details", ListingsLinks.ListingPath, "{reference}/{slug?}"),
        new("/Listings/Photo", ListingsLinks.PhotoPath, "{reference}/{id:guid}"),
    ];

    /// <summary>What its pages need.</summary>
    public static void AddListings(this IServiceCollection services)
    {
        services.AddSingleton<ListingsLinks>();
        services.AddSingleton<SearchAddressReader>();
        services.AddSingleton<SearchMap>();
        services.AddScoped<CardMaker>();
        services.AddSingleton<ViewCounter>();
        services.AddHostedService(known => known.GetRequiredService<ViewCounter>());
        services.TryAddScoped<AnswerSearch>(known => known.GetRequiredService<ListingIndex>().Search);
    }
}
