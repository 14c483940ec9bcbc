using System.IO.Compression;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Releve.Core.Languages;
using Releve.Web.Modules;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Administration;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Conversations;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Documents;
using Releve.Web.Modules.Errors;
using Releve.Web.Modules.Inbox;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.LocalLife;
using Releve.Web.Modules.Mail;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Memberships;
using Releve.Web.Modules.Notifications;
using Releve.Web.Modules.Privacy;
using Releve.Web.Modules.Proposals;
using Releve.Web.Modules.Publishing;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Modules.Shared.Themes;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Modules.Territories;

namespace Releve.Web.Start;

/// <summary>Puts the web application together: services first, then the order in which a request passes them.</summary>
public static class Site
{
    /// <summary>Builds the application on an opened database; it is not started yet.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, SiteOptions options, SiteDatabase database, SiteKnowledge knowledge, TimeProvider time) =>
        Build(builder, options, database, Task.FromResult(knowledge), time);

    /// <summary>Builds the application while what it knows is still being read; that must be awaited before it is started.</summary>
    public static WebApplication Build(
        WebApplicationBuilder builder,
        SiteOptions options,
        SiteDatabase database,
        Task<SiteKnowledge> knowledge,
        TimeProvider time
    )
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A search may be long; what is longer than this the server itself refuses, before any page.
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        });
        SiteKnowledge.AddTo(builder.Services, knowledge);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<SiteAddress>();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(time);
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
        builder.Services.AddSiteKeys(database, options);
        // Behind a proxy on this machine the visitor's scheme and address are the proxy's word; from anybody else they are not.
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );
        builder.Services.AddAccess();
        builder.Services.AddAccounts(options);
        builder.Services.AddCarers();
        builder.Services.AddApplications();
        builder.Services.AddLifeProjects();
        builder.Services.AddDocuments(options);
        builder.Services.AddInbox();
        builder.Services.AddAlerts();
        builder.Services.AddMatchingPages();
        builder.Services.AddMail();
        builder.Services.AddNotifications();
        builder.Services.AddConversations();
        builder.Services.AddPrivacy();
        builder.Services.AddMemberships();
        builder.Services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = CookieNames.Of("forms", options);
            forms.Cookie.SecurePolicy = CookieNames.Secure(options);
            forms.FormFieldName = "form-token";
        });
        builder.Services.AddListings();
        builder.Services.AddLocalLife();
        builder.Services.AddPublishing();
        builder.Services.AddProposals();
        builder.Services.AddJobs();
        builder.Services.AddMaps();
        builder.Services.AddTerritories();
        builder.Services.AddCoordination();
        builder.Services.AddAdministration();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<PageCaching>();
        app.UseMiddleware<KnownAddress>();
        app.UseForwardedHeaders();
        app.UseMiddleware<LanguageMiddleware>();
        app.UseResponseCompression();
        app.UseExceptionHandler(ErrorsModule.Path(500));
        app.UseStatusCodePagesWithReExecute(ErrorsModule.Template);
        app.UseMiddleware<SameSiteRequests>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapMethods("/", GetAndHead, Begin).AllowAnonymous();
        // Says no more than that this process answers; a proxy asks it every few seconds.
        app.MapMethods("/healthz", GetAndHead, () => "ok").AllowAnonymous();
        app.MapThemeChoice();
        app.MapPlaces();
        app.MapSearchMap();
        app.MapLiveConversations();
        app.MapRazorPages().WithStaticAssets();
        // What leads nowhere is missing for everybody: signing in would not make it appear.
        app.MapFallback("{**path}", () => TypedResults.NotFound()).AllowAnonymous();
    }

    private static RedirectHttpResult Begin(RequestLanguage language, HttpResponse response)
    {
        PageCaching.VaryByLanguage(response);
        return TypedResults.LocalRedirect($"/{language.Language.Code()}/");
    }
}
