using Releve.Core.Publishing;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Publishing;

/// <summary>Writing, publishing and keeping listings: services and addresses.</summary>
public static class PublishingModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Publishing/Index", PublishingLinks.BoardPath),
        new("/Publishing/New", PublishingLinks.NewPath),
        new("/Publishing/Form", PublishingLinks.FormPath, "{id:guid}/{step:int}"),
        new("/Publishing/Photo", PublishingLinks.PhotoPath, "{id:guid}/{photo:guid}"),
        new("/Publishing/Preview", PublishingLinks.PreviewPath, "{id:guid}"),
        new("/Publishing/Listing", PublishingLinks.ListingPath, "{reference}"),
    ];

    /// <summary>What its pages need.</summary>
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<ReadForm>();
        services.AddSingleton<WriteForm>();
        services.AddScoped<StartForm>();
        services.AddScoped<PublishForm>();
        services.AddScoped<AddPhotographs>();
        services.AddScoped<CheckListing>();
        services.AddScoped<FieldWords>();
        services.AddScoped<FieldSaid>();
    }
}
