using Releve.Core.Data;

namespace Releve.Core.Applications;

/// <summary>What the site does by itself for applications, with the words of the site.</summary>
public sealed class AnswerWork(AnswerLetters letters)
{
    /// <summary>Reminds recipients, tells applicants.</summary>
    public RemindSilentRecipients Remind(AppDb db) => new(db, new ReadAnswerNames(db, letters), new TellApplicant(db, letters), letters);

    /// <summary>Ends what nobody will decide any more.</summary>
    public ExpireApplications Expire(AppDb db) => new(db, new ReadAnswerNames(db, letters), new TellApplicant(db, letters));

    /// <summary>Answers those whose listing has closed.</summary>
    public AnswerClosedListings Closed(AppDb db)
    {
        var names = new ReadAnswerNames(db, letters);
        return new AnswerClosedListings(db, new CloseListing(db, names, new TellApplicant(db, letters), letters), names, letters);
    }
}
