using Releve.Core.Conversations;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Conversations;

/// <summary>What people write to each other about an application or a question on a listing.</summary>
public static class ConversationsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Conversations/Index", ConversationsLinks.ListPath),
        new("/Conversations/Thread", ConversationsLinks.ListPath, "{id:guid}"),
        new("/Conversations/Ask", ConversationsLinks.AskPath, "{reference}"),
    ];

    /// <summary>Adds what the pages call.</summary>
    public static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton(
            new MessageWords(
                ConversationsLinks.Of,
                language => new PageText(language)["Conversations.somebody"],
                language => new PageText(language)["Conversations.only-files"]
            )
        );
        services.AddScoped<ConversationNames>();
        services.AddScoped<TellOtherSide>();
        services.AddScoped<SendMessage>();
        services.AddScoped<ReadConversation>();
        services.AddScoped<ReadThreads>();
        services.AddScoped<ReadThread>();
        services.AddScoped<TakeFiles>();
        services.AddSingleton<LiveSeats>();
        services.AddSingleton<ConversationWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ConversationWatch>());
    }
}
