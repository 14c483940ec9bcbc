using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>The addresses and words of the site where an application is answered. The site gives them, in the reader's language.</summary>
public abstract class AnswerLetters
{
    /// <summary>The path of an application for the person who applied.</summary>
    public abstract string Mine(Language language, Guid application);

    /// <summary>The path of an application for those who receive it.</summary>
    public abstract string Received(Language language, Guid application);

    /// <summary>The path of all applications received.</summary>
    public abstract string Inbox(Language language);

    /// <summary>What an application without a listing is called.</summary>
    public abstract string Spontaneous(Language language);

    /// <summary>What an application is called that an organisation handed on.</summary>
    public abstract string Transferred(Language language, string organisation);

    /// <summary>Who published in own name, when that person has said no name.</summary>
    public abstract string InPerson(Language language);

    /// <summary>How somebody is addressed whose name is not shown.</summary>
    public abstract string Somebody(Language language);

    /// <summary>What those who applied are told when a listing is closed, with the places of <see cref="AnswerWords"/>.</summary>
    public abstract string Closing(CloseOutcome outcome, Language language);
}
