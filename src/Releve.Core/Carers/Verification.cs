namespace Releve.Core.Carers;

/// <summary>Where the check of a declared profession stands.</summary>
public enum VerificationStatus
{
    Declared,
    Pending,
    Verified,
    Refused,
}

/// <summary>The one table of legal transitions.</summary>
public static class VerificationTransitions
{
    private static readonly Dictionary<VerificationStatus, VerificationStatus[]> Legal = new()
    {
        [VerificationStatus.Declared] = [VerificationStatus.Pending, VerificationStatus.Verified],
        [VerificationStatus.Pending] = [VerificationStatus.Verified, VerificationStatus.Refused],
        [VerificationStatus.Verified] = [VerificationStatus.Refused, VerificationStatus.Pending, VerificationStatus.Declared],
        [VerificationStatus.Refused] = [VerificationStatus.Pending, VerificationStatus.Verified],
    };

    /// <summary>True when a check may go from one status to the other.</summary>
    public static bool CanBecome(this VerificationStatus from, VerificationStatus to) => Legal[from].Contains(to);
}

/// <summary>The check of one profession of one person: a format proves nothing, a register, a document or a trusted service does.</summary>
public sealed class Verification
{
    private Verification() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>The person.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The profession's code; one check each.</summary>
    public string Profession { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public VerificationStatus Status { get; private set; }

    /// <summary>When the person asked for it, UTC.</summary>
    public DateTime? RequestedAt { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The coordinator who decided; null when a service did.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>The trusted service that proved it, by its name in the settings.</summary>
    public string? Provider { get; private set; }

    /// <summary>Why it was refused, in words for the person.</summary>
    public string? Reason { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>A profession as declared.</summary>
    public static Verification Declare(Guid accountId, string profession, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            AccountId = accountId,
            Profession = profession,
        };

    /// <summary>True when it may go to that status now.</summary>
    public bool CanBecome(VerificationStatus status) => Status.CanBecome(status);

    /// <summary>The person asks for the check.</summary>
    public void Request(DateTime now)
    {
        Move(VerificationStatus.Pending);
        RequestedAt = now;
        (DecidedAt, DecidedBy, Reason) = (null, null, null);
    }

    /// <summary>A coordinator looked at the register or the documents.</summary>
    public void Verify(Guid by, DateTime now)
    {
        Move(VerificationStatus.Verified);
        (DecidedAt, DecidedBy, Provider, Reason) = (now, by, null, null);
    }

    /// <summary>A trusted service vouches for it.</summary>
    public void VerifyBy(string provider, DateTime now)
    {
        Move(VerificationStatus.Verified);
        (DecidedAt, DecidedBy, Provider, Reason) = (now, null, provider, null);
    }

    /// <summary>A coordinator could not confirm it.</summary>
    public void Refuse(Guid by, string reason, DateTime now)
    {
        Move(VerificationStatus.Refused);
        (DecidedAt, DecidedBy, Reason) = (now, by, reason);
    }

    /// <summary>
    /// What was or is to be compared with the register has changed: nothing of it is verified any more. It is asked for anew
    /// where that is possible; a coordinator who still looks at the old facts decides on nothing.
    /// </summary>
    public void FactsChanged(bool ask, DateTime now)
    {
        switch (Status)
        {
            case VerificationStatus.Verified when ask:
                Request(now);
                Provider = null;
                break;
            case VerificationStatus.Verified:
                Move(VerificationStatus.Declared);
                (RequestedAt, DecidedAt, DecidedBy, Provider) = (null, null, null, null);
                break;
            case VerificationStatus.Pending:
                Version++;
                break;
        }
    }

    private void Move(VerificationStatus to)
    {
        if (!CanBecome(to))
        {
            throw new InvalidOperationException($"A verification that is {Status} cannot become {to}: ask CanBecome first.");
        }
        Status = to;
        Version++;
    }
}
