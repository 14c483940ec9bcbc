using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Releve.Web.Start;

namespace Releve.Web.Tests.Shared;

/// <summary>Every address says who may call it: everybody, or a policy. What says nothing is a mistake.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_endpoint_says_who_may_call_it(bool development)
    {
        await using var site = await TestSite.StartAsync(options: new SiteOptions { DataFolder = ".", Development = development });
        var pages = site.App.Services.GetRequiredService<PageLoader>();
        var silent = new List<string>();
        foreach (var endpoint in ((IEndpointRouteBuilder)site.App).DataSources.SelectMany(source => source.Endpoints))
        {
            if (!IsFile(endpoint) && !Says(await WithPageAsync(pages, endpoint.Metadata)))
            {
                silent.Add(endpoint.DisplayName ?? endpoint.ToString()!);
            }
        }
        silent.ShouldBeEmpty();
    }

    [Fact]
    public void A_silent_endpoint_is_found()
    {
        Says([new object()]).ShouldBeFalse();
        Says([new AllowAnonymousAttribute()]).ShouldBeTrue();
        Says([new AuthorizeAttribute("Coordinator")]).ShouldBeTrue();
    }

    // Files under wwwroot are public by being there; while developing, one endpoint looks for files not yet listed.
    private static bool IsFile(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint is RouteEndpoint { RoutePattern.RawText: "{**path:file}" };

    // The attributes of a page's model are read only when the page is first asked for.
    private static async Task<IEnumerable<object>> WithPageAsync(PageLoader pages, EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return metadata;
        }
        var compiled = await pages.LoadAsync(page, metadata);
        return metadata.Concat(compiled.HandlerTypeInfo.GetCustomAttributes(inherit: true));
    }

    private static bool Says(IEnumerable<object> metadata) =>
        metadata.Any(item => item is IAllowAnonymous or IAuthorizeData { Policy: not null } or AuthorizationPolicy);
}
