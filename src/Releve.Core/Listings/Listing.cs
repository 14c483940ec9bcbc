using Releve.Core.Languages;

namespace Releve.Core.Listings;

/// <summary>
/// One way to work in care at one place: a post, a shift, a locum, a practice… Its publisher edits the content; the
/// status moves only by the methods below, each step recorded with who, when and why.
/// </summary>
public sealed class Listing
{
    /// <summary>Days that a listing stays live after its publisher last confirmed it.</summary>
    public const int DaysLive = 60;

    private readonly List<ListingTransition> transitions = [];

    // EF materialises through this constructor; everybody else drafts.
    private Listing() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>Short public reference, ten characters, unique: what is read out on the telephone.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Which of the nine kinds.</summary>
    public ListingKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public ListingStatus Status { get; private set; }

    /// <summary>Why it was closed, once it is.</summary>
    public CloseOutcome? Outcome { get; private set; }

    /// <summary>Title and text, the original first.</summary>
    public IReadOnlyList<ListingText> Texts { get; private set; } = [];

    /// <summary>Codes of the professions sought.</summary>
    public string[] Professions { get; private set; } = [];

    /// <summary>Codes of the specialties sought.</summary>
    public string[] Specialties { get; private set; } = [];

    /// <summary>Who publishes: an organisation; null when a carer does in person.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The person who publishes: in own name without an organisation, else the colleague who wrote it; null for imports.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The commune.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>Public address; null shows only the commune.</summary>
    public string? Address { get; private set; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double Latitude { get; private set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double Longitude { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Dates can be talked about.</summary>
    public bool FlexibleDates { get; private set; }

    /// <summary>Somebody is needed within days.</summary>
    public bool Urgent { get; private set; }

    /// <summary>Gross pay.</summary>
    public PayRange? Pay { get; private set; }

    /// <summary>What comes with it.</summary>
    public Benefits Benefits { get; private set; }

    /// <summary>Languages that the work asks for.</summary>
    public IReadOnlyList<LanguageRequirement> Languages { get; private set; } = [];

    /// <summary>Required qualification, in words.</summary>
    public string? Qualification { get; private set; }

    /// <summary>How to reach the publisher.</summary>
    public ListingContact? Contact { get; private set; }

    /// <summary>What the publisher asks of those who apply.</summary>
    public string[] Questions { get; private set; } = [];

    /// <summary>The fields of its kind.</summary>
    public ListingDetails Details { get; private set; } = null!;

    /// <summary>Where it comes from.</summary>
    public ListingSource Source { get; private set; }

    /// <summary>When it was drafted, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it went live first, UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When a live listing expires, UTC.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Steps of this session's changes, stored with them; past ones are read from their table.</summary>
    public IReadOnlyList<ListingTransition> NewTransitions => transitions;

    /// <summary>A new draft.</summary>
    public static Listing Draft(Guid id, ListingContent content, Guid? organisationId, ListingSource source, DateTime now, Guid? accountId = null)
    {
        var listing = new Listing
        {
            Id = id,
            Reference = ListingReference.Of(id),
            Kind = content.Details.Kind,
            Status = ListingStatus.Draft,
            OrganisationId = organisationId,
            AccountId = accountId,
            Source = source,
            CreatedAt = now,
        };
        listing.Take(content);
        return listing;
    }

    /// <summary>Replaces the content. The kind stays.</summary>
    /// <exception cref="ArgumentException">The content is of another kind.</exception>
    public void Edit(ListingContent content)
    {
        if (content.Details.Kind != Kind)
        {
            throw new ArgumentException($"A {Kind} cannot become a {content.Details.Kind}.", nameof(content));
        }
        Take(content);
        Version++;
    }

    /// <summary>True when the listing may go to that status now.</summary>
    public bool CanBecome(ListingStatus status) => Status.CanBecome(status);

    /// <summary>Sends a draft to the coordinator's review; a live one goes back there for a reason.</summary>
    public void SubmitForReview(string by, DateTime now, string? reason = null) => Move(ListingStatus.InReview, by, now, outcome: null, reason);

    /// <summary>A coordinator gives it back to its publisher, who reads why and may send it again.</summary>
    public void Return(string reason, string by, DateTime now) => Move(ListingStatus.Draft, by, now, outcome: null, reason);

    /// <summary>Makes it live for sixty days.</summary>
    public void Publish(string by, DateTime now)
    {
        Move(ListingStatus.Live, by, now);
        PublishedAt ??= now;
        ExpiresAt = now.AddDays(DaysLive);
    }

    /// <summary>The publisher confirms that it still stands: sixty more days from now.</summary>
    public void Extend(DateTime now)
    {
        Require(Status == ListingStatus.Live);
        ExpiresAt = now.AddDays(DaysLive);
        Version++;
    }

    /// <summary>Closes it, with what became of it.</summary>
    public void Close(CloseOutcome outcome, string by, DateTime now, string? reason = null)
    {
        Outcome = outcome;
        ClosedAt = now;
        Move(ListingStatus.Closed, by, now, outcome, reason);
    }

    /// <summary>True when the clock closed it: its publisher can still tell what became of it.</summary>
    public bool CanTellOutcome => Status == ListingStatus.Closed && Outcome == CloseOutcome.Expired;

    /// <summary>Its publisher tells afterwards what became of an expired one.</summary>
    public void TellOutcome(CloseOutcome outcome, string by, DateTime now)
    {
        Require(CanTellOutcome);
        Outcome = outcome;
        Note(ListingStatus.Closed, by, now, outcome, reason: null);
    }

    /// <summary>Puts a closed one away.</summary>
    public void Archive(string by, DateTime now) => Move(ListingStatus.Archived, by, now);

    /// <summary>True when it can be found at that instant: live and not expired.</summary>
    public bool IsOpen(DateTime now) => Status == ListingStatus.Live && ExpiresAt > now;

    /// <summary>The text in a language, else the original.</summary>
    public ListingText TextIn(Language language) => Texts.FirstOrDefault(t => t.Language == language) ?? Texts[0];

    private void Move(ListingStatus to, string by, DateTime now, CloseOutcome? outcome = null, string? reason = null)
    {
        Require(CanBecome(to));
        Note(to, by, now, outcome, reason);
        Status = to;
    }

    private void Note(ListingStatus to, string by, DateTime now, CloseOutcome? outcome, string? reason)
    {
        transitions.Add(
            new ListingTransition
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                ListingId = Id,
                From = Status,
                To = to,
                Outcome = outcome,
                At = now,
                By = by,
                Reason = reason,
            }
        );
        Version++;
    }

    private void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Listing {Reference} is {Status}: ask CanBecome first.");
        }
    }

    private void Take(ListingContent content)
    {
        Texts = content.Texts;
        Professions = content.Professions;
        Specialties = content.Specialties;
        CommuneCode = content.CommuneCode;
        Address = content.Address;
        Latitude = content.Latitude;
        Longitude = content.Longitude;
        From = content.From;
        Until = content.Until;
        FlexibleDates = content.FlexibleDates;
        Urgent = content.Urgent;
        Pay = content.Pay;
        Benefits = content.Benefits;
        Languages = content.Languages;
        Qualification = content.Qualification;
        Contact = content.Contact;
        Questions = content.Questions;
        Details = content.Details;
    }
}
