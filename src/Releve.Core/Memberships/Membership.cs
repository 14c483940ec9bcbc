using System.Security.Cryptography;
using System.Text;
using Releve.Core.Accounts;

namespace Releve.Core.Memberships;

/// <summary>What a colleague may do for an organisation; each includes those before it.</summary>
public enum OrganisationRole
{
    /// <summary>Sees its listings and figures.</summary>
    Viewer,

    /// <summary>Publishes and answers.</summary>
    Recruiter,

    /// <summary>Edits the organisation and its colleagues; there is always one.</summary>
    Owner,
}

/// <summary>A person who serves an organisation. One person may serve several.</summary>
public sealed class Membership
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation; a group's colleagues serve its sites as well.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The person.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What the person may do.</summary>
    public required OrganisationRole Role { get; set; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>Last day of an absence: no reminders until then; null when there.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>Another role from now on; who acts in the organisation's name needs a second factor soon.</summary>
    public void Give(OrganisationRole role, Account account, DateTime now)
    {
        Role = role;
        if (role >= OrganisationRole.Recruiter)
        {
            account.GivePower(now);
        }
    }

    /// <summary>That person serves that organisation from now on; who acts in its name needs a second factor soon.</summary>
    public static Membership Begin(Guid organisation, Account account, OrganisationRole role, DateTime now)
    {
        if (role >= OrganisationRole.Recruiter)
        {
            account.GivePower(now);
        }
        return new Membership
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            OrganisationId = organisation,
            AccountId = account.Id,
            Role = role,
            Since = now,
        };
    }
}

/// <summary>Where a request to serve an organisation stands.</summary>
public enum ClaimStatus
{
    Pending,
    Approved,
    Refused,
}

/// <summary>Somebody says that an organisation is theirs to serve. A professional mail domain or a coordinator proves it.</summary>
public sealed class OrganisationClaim
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The person.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What the person writes to the coordinator: function, who can confirm it.</summary>
    public required string Message { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ClaimStatus Status { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The coordinator; null when the mail domain proved it.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>True until somebody decided.</summary>
    public bool IsOpen => Status == ClaimStatus.Pending;

    /// <summary>It is theirs.</summary>
    public void Approve(Guid? by, DateTime now) => Decide(ClaimStatus.Approved, by, null, now);

    /// <summary>It could not be confirmed.</summary>
    public void Refuse(Guid by, string reason, DateTime now) => Decide(ClaimStatus.Refused, by, reason, now);

    private void Decide(ClaimStatus status, Guid? by, string? reason, DateTime now)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("A decided claim stays as it is: ask IsOpen first.");
        }
        (Status, DecidedBy, Reason, DecidedAt) = (status, by, reason, now);
        Version++;
    }
}

/// <summary>A colleague is asked by mail to serve an organisation.</summary>
public sealed class Invitation
{
    /// <summary>Days for which the link in the mail works.</summary>
    public const int DaysOpen = 14;

    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The address that was invited; only an account with it may accept.</summary>
    public required string EmailKey { get; init; }

    /// <summary>The role offered.</summary>
    public required OrganisationRole Role { get; init; }

    /// <summary>Who invited.</summary>
    public required Guid InvitedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>What is stored of a secret: it cannot be turned back.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>True while it can be accepted.</summary>
    public bool IsOpen(DateTime now) => AcceptedAt is null && WithdrawnAt is null && now < CreatedAt.AddDays(DaysOpen);
}
