using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Tests.Applications;

/// <summary>Addresses and words that a test can read back.</summary>
internal sealed class TestAnswers : AnswerLetters
{
    public static TestAnswers Instance { get; } = new();

    public static ReadAnswerNames Names(AppDb db) => new(db, Instance);

    public static TellApplicant Tell(AppDb db) => new(db, Instance);

    public static AnswerApplication Answer(AppDb db) => new(db, Names(db), Tell(db));

    public static KeepContact Keep(AppDb db) => new(db, Names(db), Tell(db));

    public static CloseListing Close(AppDb db) => new(db, Names(db), Tell(db), Instance);

    public static AnswerClosedListings Closed(AppDb db) => new(db, Close(db), Names(db), Instance);

    public static RemindSilentRecipients Remind(AppDb db) => new(db, Names(db), Tell(db), Instance);

    public static ExpireApplications Expire(AppDb db) => new(db, Names(db), Tell(db));

    public override string Mine(Language language, Guid application) => $"/{language.Code()}/mine/{application:N}";

    public override string Received(Language language, Guid application) => $"/{language.Code()}/received/{application:N}";

    public override string Inbox(Language language) => $"/{language.Code()}/inbox";

    public override string Spontaneous(Language language) => "spontaneous";

    public override string Transferred(Language language, string organisation) => $"{language.Code()} from {organisation}";

    public override string InPerson(Language language) => "in person";

    public override string Somebody(Language language) => "you";

    public override string Closing(CloseOutcome outcome, Language language) => $"{language.Code()} {outcome}: {{name}}, {{listing}}, {{organisation}}";
}
