using Microsoft.AspNetCore.Components;

namespace Releve.Web.Modules.Shared;

/// <summary>The site's own files under the addresses that change with their content, so that browsers may keep them.</summary>
public static class StaticAssets
{
    /// <summary>The address of a file of wwwroot: "js/map.js" → "/js/map.1a2b3c.js".</summary>
    public static string Asset(this HttpContext context, string path) =>
        context.Request.PathBase + "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
}
