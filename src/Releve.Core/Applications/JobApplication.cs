using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>
/// Somebody applies: to a listing, or spontaneously. The applicant's profile is not copied, what it shows follows its owner's
/// visibility; only the words, the answers and the choice of documents belong to the application.
/// </summary>
public sealed class JobApplication
{
    /// <summary>The longest message, in characters.</summary>
    public const int LongestMessage = 5000;

    private readonly List<ApplicationStep> steps = [];

    // EF materialises through this constructor; everybody else drafts.
    private JobApplication() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>The applicant; null once the person was erased.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The listing; null for a spontaneous application.</summary>
    public Guid? ListingId { get; private set; }

    /// <summary>What is applied for; null for a spontaneous application.</summary>
    public ListingKind? Kind { get; private set; }

    /// <summary>The organisation that receives it; null when a person or a territory does.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The person who receives it, having published in own name.</summary>
    public Guid? PublisherId { get; private set; }

    /// <summary>The territory whose coordinators receive it.</summary>
    public string? TerritorySlug { get; private set; }

    /// <summary>The application that a transfer copied to this organisation; null for all others.</summary>
    public Guid? TransferOfId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ApplicationStatus Status { get; private set; }

    /// <summary>A few words, plain text.</summary>
    public string Message { get; private set; } = "";

    /// <summary>First possible day.</summary>
    public DateOnly? AvailableFrom { get; private set; }

    /// <summary>When, in words.</summary>
    public string? Availability { get; private set; }

    /// <summary>Answers to the recruiter's questions.</summary>
    public IReadOnlyList<QuestionAnswer> Answers { get; private set; } = [];

    /// <summary>Ids of the applicant's documents that the recipient may open.</summary>
    public Guid[] Documents { get; private set; } = [];

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was sent, UTC; null as long as it is a draft.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>When the recipient first opened it, UTC.</summary>
    public DateTime? ViewedAt { get; private set; }

    /// <summary>When the recipient first answered, by a decision or a message, UTC: what the response rate counts.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>How often the recipient was reminded.</summary>
    public int Reminders { get; private set; }

    /// <summary>When the applicant was told that no answer came, UTC.</summary>
    public DateTime? ToldUnansweredAt { get; private set; }

    /// <summary>Until when the applicant lets the recipient keep it for later posts; null without consent.</summary>
    public DateOnly? PoolConsentUntil { get; private set; }

    /// <summary>When the recipient asked for that consent, UTC.</summary>
    public DateTime? PoolAskedAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Steps of this session's changes, stored with them; past ones are read from their table.</summary>
    public IReadOnlyList<ApplicationStep> NewSteps => steps;

    /// <summary>True when no listing called for it.</summary>
    public bool IsSpontaneous => ListingId is null;

    /// <summary>A new draft.</summary>
    public static JobApplication Draft(Guid id, Guid account, ApplicationTarget target, ApplicationContent content, DateTime now)
    {
        var application = new JobApplication
        {
            Id = id,
            AccountId = account,
            ListingId = target.Listing?.Id,
            Kind = target.Listing?.Kind,
            OrganisationId = target.Listing?.OrganisationId ?? target.OrganisationId,
            PublisherId = target.Listing is { OrganisationId: null } own ? own.AccountId : null,
            TerritorySlug = target.TerritorySlug,
            Status = ApplicationStatus.Draft,
            CreatedAt = now,
        };
        application.Take(content);
        return application;
    }

    /// <summary>The same application at a sister organisation, sent at once: its applicant agreed.</summary>
    public JobApplication TransferTo(Guid id, Guid organisation, DateTime now)
    {
        var copy = new JobApplication
        {
            Id = id,
            AccountId = AccountId,
            OrganisationId = organisation,
            Kind = Kind,
            TransferOfId = Id,
            Message = Message,
            AvailableFrom = AvailableFrom,
            Availability = Availability,
            Answers = Answers,
            Documents = Documents,
            CreatedAt = now,
        };
        copy.Submit(AccountId.ToString()!, now);
        return copy;
    }

    /// <summary>Changes a draft.</summary>
    public void Write(ApplicationContent content)
    {
        Require(Status == ApplicationStatus.Draft);
        Take(content);
        Version++;
    }

    /// <summary>True when it says just that already.</summary>
    public bool Says(ApplicationContent content) =>
        Message == content.Message
        && AvailableFrom == content.AvailableFrom
        && Availability == content.Availability
        && Answers.SequenceEqual(content.Answers)
        && Documents.SequenceEqual(content.Documents);

    /// <summary>True when it may go to that status now.</summary>
    public bool CanBecome(ApplicationStatus status) => Status.CanBecome(status);

    /// <summary>Sends it.</summary>
    public void Submit(string by, DateTime now)
    {
        Move(ApplicationStatus.Submitted, by, now);
        SubmittedAt = now;
    }

    /// <summary>The recipient opened it; does nothing when that is known already.</summary>
    public void View(string by, DateTime now)
    {
        if (Status == ApplicationStatus.Submitted)
        {
            Move(ApplicationStatus.Viewed, by, now);
        }
        ViewedAt ??= now;
    }

    /// <summary>The recipient moves it on or decides; the applicant reads the reason.</summary>
    public void Decide(ApplicationStatus to, string by, DateTime now, string? reason = null)
    {
        Require(to is not (ApplicationStatus.InPool or ApplicationStatus.Withdrawn or ApplicationStatus.HiredElsewhere));
        Move(to, by, now, reason);
        ViewedAt ??= now;
        AnsweredAt ??= now;
    }

    /// <summary>The recipient wrote: that is an answer as well.</summary>
    public void Answer(DateTime now)
    {
        AnsweredAt ??= now;
        Version++;
    }

    /// <summary>The applicant takes it back, or tells of having found elsewhere.</summary>
    public void Leave(bool hiredElsewhere, DateTime now, string? reason = null) =>
        Move(hiredElsewhere ? ApplicationStatus.HiredElsewhere : ApplicationStatus.Withdrawn, AccountId.ToString()!, now, reason);

    /// <summary>The applicant accepts what was offered.</summary>
    public void Accept(DateTime now) => Move(ApplicationStatus.Accepted, AccountId.ToString()!, now);

    /// <summary>The applicant shows one more document.</summary>
    public void Show(Guid document)
    {
        Documents = [.. Documents.Append(document).Distinct()];
        Version++;
    }

    /// <summary>The recipient would like to keep it.</summary>
    public void AskForPool(DateTime now)
    {
        PoolAskedAt = now;
        Version++;
    }

    /// <summary>The applicant consents until a day, or no longer does.</summary>
    public void AllowPool(DateOnly? until)
    {
        PoolConsentUntil = until;
        Version++;
    }

    /// <summary>The applicant does not want it kept, or no longer: the day before the question stands for a no.</summary>
    public void RefusePool(DateTime now)
    {
        PoolAskedAt ??= now;
        PoolConsentUntil = DateOnly.FromDateTime(PoolAskedAt.Value).AddDays(-1);
        if (Status == ApplicationStatus.InPool)
        {
            Move(ApplicationStatus.Expired, AccountId.ToString()!, now);
        }
        Version++;
    }

    /// <summary>The recipient asked and the applicant has not said anything yet.</summary>
    public bool AwaitsPoolAnswer => PoolAskedAt is not null && PoolConsentUntil is null;

    /// <summary>The applicant said no.</summary>
    public bool PoolRefused => PoolAskedAt is { } asked && PoolConsentUntil < DateOnly.FromDateTime(asked);

    /// <summary>True when it may be kept for later posts: the applicant agreed and the day has not passed.</summary>
    public bool CanBeKept(DateTime now) => PoolConsentUntil >= DateOnly.FromDateTime(now) && CanBecome(ApplicationStatus.InPool);

    /// <summary>Keeps it for later posts.</summary>
    public void Keep(string by, DateTime now)
    {
        Require(CanBeKept(now));
        Move(ApplicationStatus.InPool, by, now);
        AnsweredAt ??= now;
    }

    /// <summary>Time decided.</summary>
    public void Expire(string by, DateTime now) => Move(ApplicationStatus.Expired, by, now);

    /// <summary>The recipient was reminded once more.</summary>
    public void Remind()
    {
        Reminders++;
        Version++;
    }

    /// <summary>The applicant was told that no answer came.</summary>
    public void TellUnanswered(DateTime now)
    {
        ToldUnansweredAt = now;
        Version++;
    }

    /// <summary>The applicant is erased: what is left says that there was an application, and when it was answered.</summary>
    public void Forget(DateTime now)
    {
        if (CanBecome(ApplicationStatus.Withdrawn))
        {
            Move(ApplicationStatus.Withdrawn, "erasure", now);
        }
        AccountId = null;
        (Message, Availability, AvailableFrom, Answers, Documents) = ("", null, null, [], []);
        Version++;
    }

    private void Take(ApplicationContent content)
    {
        Message = content.Message;
        AvailableFrom = content.AvailableFrom;
        Availability = content.Availability;
        Answers = content.Answers;
        Documents = [.. content.Documents];
    }

    private void Move(ApplicationStatus to, string by, DateTime now, string? reason = null)
    {
        Require(CanBecome(to));
        steps.Add(
            new ApplicationStep
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                ApplicationId = Id,
                From = Status,
                To = to,
                At = now,
                By = by,
                Reason = reason,
            }
        );
        Status = to;
        Version++;
    }

    private void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Application {Id} is {Status}: ask CanBecome first.");
        }
    }
}
