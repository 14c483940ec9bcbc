using Releve.Core.Applications;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Inbox;

/// <summary>The addresses and words of this site in answers to those who applied.</summary>
public sealed class SiteAnswers : AnswerLetters
{
    public override string Mine(Language language, Guid application) => ApplicationsLinks.Mine(language, application);

    public override string Received(Language language, Guid application) => InboxLinks.One(language, application);

    public override string Inbox(Language language) => InboxLinks.List(language);

    public override string Spontaneous(Language language) => new PageText(language)["Applications.spontaneous"];

    public override string Transferred(Language language, string organisation) =>
        new PageText(language).With("Applications.transferred.by", ("organisation", organisation));

    public override string InPerson(Language language) => new PageText(language)["Inbox.in-person"];

    public override string Somebody(Language language) => new PageText(language)["Inbox.somebody"];

    public override string Closing(CloseOutcome outcome, Language language) => new PageText(language)["Inbox.closing." + outcome];
}
