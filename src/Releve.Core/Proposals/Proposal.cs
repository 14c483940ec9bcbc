namespace Releve.Core.Proposals;

/// <summary>What is proposed, concretely: all but the words may be left open.</summary>
public sealed record ProposalOffer
{
    /// <summary>The longest words, in characters.</summary>
    public const int LongestText = 3000;

    /// <summary>The proposal in words; plain text, without ways round the site.</summary>
    public required string Text { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Pay, or what is earned there, in words.</summary>
    public string? Pay { get; init; }

    /// <summary>Financial aid.</summary>
    public string? Aid { get; init; }

    /// <summary>A roof.</summary>
    public string? Lodging { get; init; }

    /// <summary>An answer for the person who comes along.</summary>
    public string? Partner { get; init; }

    /// <summary>An answer for the children.</summary>
    public string? Family { get; init; }

    /// <summary>A day on which one may come and see.</summary>
    public DateOnly? VisitOn { get; init; }

    /// <summary>Whom to call: name. Shown to the carer at once: it is the carer who decides to call.</summary>
    public string? ContactName { get; init; }

    /// <summary>Whom to call: telephone number.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>
    /// The card's address for who proposed. It outlives the carer's data, so that those who proposed see the same borrowed name
    /// and the same silence, whether the carer does not answer or was erased.
    /// </summary>
    public Guid? Card { get; init; }
}

/// <summary>
/// A concrete proposal to somebody whose name is hidden: by an organisation, or by a carer with a project, who stays hidden
/// as well until both agree. Accepting shows who both are to each other, and opens a conversation.
/// </summary>
public sealed class Proposal
{
    /// <summary>Days in which it can be answered.</summary>
    public const int DaysOpen = 21;

    /// <summary>Days after a no in which the same sender cannot ask again.</summary>
    public const int DaysOfRest = 60;

    /// <summary>How many an organisation, or a person with a project, may send in seven days.</summary>
    public const int WeeklyMost = 15;

    private Proposal() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>To whom; null once erased.</summary>
    public Guid? CarerId { get; private set; }

    /// <summary>The life project that it answers; null once erased.</summary>
    public Guid? ProjectId { get; private set; }

    /// <summary>The organisation that proposes; null when a person does.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The carer with a project who proposes; null when an organisation does, and once erased.</summary>
    public Guid? ProposerId { get; private set; }

    /// <summary>The colleague who wrote it.</summary>
    public Guid? WrittenById { get; private set; }

    /// <summary>The listing that is proposed, if it is one.</summary>
    public Guid? ListingId { get; private set; }

    /// <summary>What is proposed.</summary>
    public ProposalOffer Offer { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public ProposalStatus Status { get; private set; }

    /// <summary>How the carer said no.</summary>
    public ProposalRefusal? Refusal { get; private set; }

    /// <summary>Why, if the carer said; read by who proposed.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>When the carer first opened it, UTC.</summary>
    public DateTime? SeenAt { get; private set; }

    /// <summary>When it was answered, ended by time, or taken back, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>True while it can be answered.</summary>
    public bool IsOpen(DateTime now) => ProposalTransitions.Open.Contains(Status) && ExpiresAt > now && CarerId is not null;

    /// <summary>
    /// Where it stands for those who sent it: that the carer was erased looks like silence until the time has run out, else its
    /// instant would tell of a person.
    /// </summary>
    public ProposalStatus StatusForSender(DateTime now) =>
        Status != ProposalStatus.Expired || ExpiresAt <= now ? Status
        : SeenAt is null ? ProposalStatus.Sent
        : ProposalStatus.Seen;

    /// <summary>Where it stands for the carer: one whose time has run out has ended, whether a job noted it or not.</summary>
    public ProposalStatus StatusForCarer(DateTime now) => ProposalTransitions.Open.Contains(Status) && ExpiresAt <= now ? ProposalStatus.Expired : Status;

    /// <summary>True while those who sent it should not ask the same carer again: it waits, was accepted, or was refused not long ago.</summary>
    public bool KeepsFromAsking(DateTime now) =>
        StatusForSender(now) is ProposalStatus.Sent or ProposalStatus.Seen or ProposalStatus.Accepted || WasRefusedLately(now);

    /// <summary>True for <see cref="DaysOfRest"/> days after a no.</summary>
    public bool WasRefusedLately(DateTime now) => Status == ProposalStatus.Declined && EndedAt > now.AddDays(-DaysOfRest);

    /// <summary>Time has run out for one whose carer was erased before: now it has ended for those who sent it, too.</summary>
    public void EndSilence(DateTime now)
    {
        EndedAt = now;
        Version++;
    }

    /// <summary>An organisation proposes.</summary>
    public static Proposal OfOrganisation(
        Guid id,
        Guid organisation,
        Guid writtenBy,
        LifeProjects.LifeProject to,
        Guid? listing,
        ProposalOffer offer,
        DateTime now
    ) => Send(id, to, listing, offer, now, proposal => (proposal.OrganisationId, proposal.WrittenById) = (organisation, writtenBy));

    /// <summary>A carer with a project proposes.</summary>
    public static Proposal OfPerson(Guid id, Guid proposer, LifeProjects.LifeProject to, ProposalOffer offer, DateTime now) =>
        Send(id, to, listing: null, offer, now, proposal => (proposal.ProposerId, proposal.WrittenById) = (proposer, proposer));

    /// <summary>The carer opened it.</summary>
    public void See(DateTime now)
    {
        if (Status == ProposalStatus.Sent)
        {
            Move(ProposalStatus.Seen);
            SeenAt = now;
        }
    }

    /// <summary>The carer agrees to be known.</summary>
    public void Accept(DateTime now) => End(ProposalStatus.Accepted, now);

    /// <summary>The carer says no; the reason is optional.</summary>
    public void Decline(ProposalRefusal refusal, string? reason, DateTime now)
    {
        End(ProposalStatus.Declined, now);
        (Refusal, Reason) = (refusal, reason);
    }

    /// <summary>Nobody answered in time.</summary>
    public void Expire(DateTime now) => End(ProposalStatus.Expired, now);

    /// <summary>Who proposed takes it back.</summary>
    public void Withdraw(DateTime now) => End(ProposalStatus.Withdrawn, now);

    /// <summary>The carer was erased: what is left is that there was a proposal.</summary>
    public void ForgetCarer(DateTime now)
    {
        if (ProposalTransitions.Open.Contains(Status))
        {
            End(ProposalStatus.Expired, now);
        }
        (CarerId, ProjectId, Reason) = (null, null, null);
        Version++;
    }

    /// <summary>The person with a project who proposed was erased: the words go, and so does what is still open.</summary>
    public void ForgetProposer(DateTime now)
    {
        if (ProposalTransitions.Open.Contains(Status))
        {
            End(ProposalStatus.Withdrawn, now);
        }
        Offer = new ProposalOffer { Text = "" };
        (ProposerId, WrittenById) = (null, null);
        Version++;
    }

    private static Proposal Send(Guid id, LifeProjects.LifeProject to, Guid? listing, ProposalOffer offer, DateTime now, Action<Proposal> by)
    {
        var proposal = new Proposal
        {
            Id = id,
            CarerId = to.AccountId,
            ProjectId = to.Id,
            ListingId = listing,
            Offer = offer,
            Status = ProposalStatus.Sent,
            SentAt = now,
            ExpiresAt = now.AddDays(DaysOpen),
        };
        by(proposal);
        return proposal;
    }

    private void End(ProposalStatus status, DateTime now)
    {
        Move(status);
        EndedAt = now;
    }

    private void Move(ProposalStatus status)
    {
        if (!Status.CanBecome(status))
        {
            throw new InvalidOperationException($"A proposal that is {Status} cannot become {status}: ask CanBecome first.");
        }
        Status = status;
        Version++;
    }
}
