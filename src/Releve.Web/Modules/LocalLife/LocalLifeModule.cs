using Releve.Core.LocalLife;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.LocalLife;

/// <summary>What communes answer to families who might come.</summary>
public static class LocalLifeModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [new("/LocalLife/Index", LocalLifeLinks.ListPath), new("/LocalLife/Edit", LocalLifeLinks.ListPath, "{slug}")];

    /// <summary>Adds what keeps answers.</summary>
    public static void AddLocalLife(this IServiceCollection services)
    {
        services.AddScoped<AnswerFamilies>();
        services.AddScoped<AnsweringFor>();
    }
}
