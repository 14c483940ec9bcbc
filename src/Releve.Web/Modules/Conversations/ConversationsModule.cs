using Releve.Web.Modules.Shared.Languages;

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
    public static void AddConversations(this IServiceCollection services) { }
}
