using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Start;

namespace Releve.Web.Modules.Documents;

/// <summary>Documents: what people hand in, who may open it, and who did.</summary>
public static class DocumentsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [new("/Documents/Index", DocumentsLinks.ListPath), new("/Documents/Open", DocumentsLinks.OpenPath, "{id:guid}")];

    /// <summary>Adds the folder, the scanner where one is set up, and what the pages call.</summary>
    public static void AddDocuments(this IServiceCollection services, SiteOptions options)
    {
        var folder = new DocumentFolder(Path.Combine(options.DataFolder, "documents"));
        var clamd = options.Clamd is { Length: > 0 } address ? Clamd.Parse(address) : null;
        services.AddSingleton(folder);
        services.AddScoped(provider => new AddDocument(provider.GetRequiredService<AppDb>(), folder, clamd));
        services.AddScoped<RemoveDocument>();
        services.AddSingleton<Func<AppDb, ScanDocuments>>(db => new ScanDocuments(db, folder, clamd));
    }
}
