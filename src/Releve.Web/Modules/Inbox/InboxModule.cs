using Releve.Core.Applications;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Inbox;

/// <summary>Applications received: who reads them, how they are answered.</summary>
public static class InboxModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Inbox/Index", InboxLinks.ListPath),
        new("/Inbox/One", InboxLinks.ListPath, "{id:guid}"),
        new("/Inbox/Batch", InboxLinks.BatchPath),
        new("/Inbox/Export", InboxLinks.ExportPath),
        new("/Inbox/Templates", InboxLinks.TemplatesPath, "{slug}"),
        new("/Inbox/Template", InboxLinks.TemplatesPath, "{slug}/{id:guid}"),
        new("/Inbox/Templates", InboxLinks.OwnTemplatesPath),
        new("/Inbox/Template", InboxLinks.OwnTemplatesPath, "{id:guid}"),
    ];

    /// <summary>Adds what its pages call.</summary>
    public static void AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<AnswerLetters, SiteAnswers>();
        services.AddScoped<ReadAnswerNames>();
        services.AddScoped<TellApplicant>();
        services.AddScoped<AnswerApplication>();
        services.AddScoped<NoteApplication>();
        services.AddScoped<KeepContact>();
        services.AddScoped<CloseListing>();
        services.AddScoped<ReadInbox>();
        services.AddScoped<ReadInboxLines>();
        services.AddScoped<ReadReceived>();
    }
}
