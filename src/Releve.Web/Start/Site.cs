using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Releve.Core.Languages;
using Releve.Web.Modules;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Modules.Shared.Themes;

namespace Releve.Web.Start;

/// <summary>Puts the web application together: services first, then the order in which a request passes them.</summary>
public static class Site
{
    /// <summary>Builds the application on an opened database; it is not started yet.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, SiteOptions options, SiteDatabase database)
    {
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped(services => services.GetRequiredService<SiteDatabase>().Open(services.GetRequiredService<TimeProvider>()));
        builder.Services.AddScoped<RequestLanguage>();
        builder.Services.AddScoped(services => new PageText(services.GetRequiredService<RequestLanguage>()));
        // Letters with accents stay letters in the HTML: shorter pages that people can read.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Modules";
            pages.Conventions.Add(new LocalPageRoutes(SiteModules.Routes));
        });
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LanguageMiddleware>();
        app.UseRouting();
        app.MapStaticAssets();
        app.MapGet("/", (RequestLanguage language) => Results.Redirect($"/{language.Language.Code()}/"));
        app.MapThemeChoice();
        app.MapRazorPages().WithStaticAssets();
    }
}
