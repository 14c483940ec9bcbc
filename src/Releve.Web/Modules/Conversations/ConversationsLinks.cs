using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Conversations;

/// <summary>Every address of this module.</summary>
public static class ConversationsLinks
{
    public static LocalPath ListPath { get; } = new("mon-espace/messages", "mijn-ruimte/berichten", "my-space/messages");
    public static LocalPath AskPath { get; } = new("mon-espace/messages/question", "mijn-ruimte/berichten/vraag", "my-space/messages/question");

    /// <summary>No page, and so in no language.</summary>
    public const string LivePath = "/live/conversation";

    /// <summary>One conversation; that of an application has the application's id, and opens with its first message.</summary>
    public static string Of(Language language, Guid conversation) => $"{ListPath.In(language)}/{conversation:N}";

    /// <summary>The stream that tells of changes in an open conversation.</summary>
    public static string Live(Guid conversation) => $"{LivePath}/{conversation:N}";

    /// <summary>A new question on a listing.</summary>
    public static string Ask(Language language, string reference) => $"{AskPath.In(language)}/{reference}";
}
