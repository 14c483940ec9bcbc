using System.Security.Cryptography;
using System.Text;

namespace Releve.Core.LifeProjects;

/// <summary>
/// Two carers who look for two places near to each other. The first invites by a link, the second consents; either ends it
/// at any time. Each has own wishes; what is shared is only that they belong together.
/// </summary>
public sealed class Couple
{
    /// <summary>Days for which an invitation holds.</summary>
    public const int DaysToConsent = 14;

    /// <summary>The smallest distance between the two places, km.</summary>
    public const int SmallestKm = 1;

    /// <summary>The largest one, km.</summary>
    public const int LargestKm = 150;

    /// <summary>The one that is proposed first, km.</summary>
    public const int UsualKm = 30;

    private Couple() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who invited.</summary>
    public Guid FirstId { get; private set; }

    /// <summary>Who consented; null as long as nobody has.</summary>
    public Guid? SecondId { get; private set; }

    /// <summary>How far apart the two places may lie, km as the crow flies.</summary>
    public int WithinKm { get; private set; }

    /// <summary>SHA-256 of the secret in the invitation's link; null once it was used.</summary>
    public byte[]? SecretHash { get; private set; }

    /// <summary>When it was proposed, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the second one consented, UTC.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>True once both consent.</summary>
    public bool IsLinked => SecondId is not null;

    /// <summary>An invitation.</summary>
    public static Couple Invite(Guid id, Guid first, int withinKm, string secret, DateTime now) =>
        new()
        {
            Id = id,
            FirstId = first,
            WithinKm = withinKm,
            SecretHash = Hash(secret),
            CreatedAt = now,
        };

    /// <summary>True when that secret opens the invitation now.</summary>
    public bool Opens(string? secret, DateTime now) =>
        secret is not null && SecretHash is { } hash && !IsOver(now) && CryptographicOperations.FixedTimeEquals(hash, Hash(secret));

    /// <summary>True for an invitation that nobody consented to in time.</summary>
    public bool IsOver(DateTime now) => !IsLinked && now >= CreatedAt.AddDays(DaysToConsent);

    /// <summary>True for the two.</summary>
    public bool Has(Guid account) => FirstId == account || SecondId == account;

    /// <summary>The second one consents.</summary>
    public void Accept(Guid second, DateTime now)
    {
        (SecondId, AcceptedAt, SecretHash) = (second, now, null);
        Version++;
    }

    /// <summary>Another distance.</summary>
    public void Keep(int withinKm)
    {
        WithinKm = withinKm;
        Version++;
    }

    /// <summary>The other of the two; null when there is none yet.</summary>
    public Guid? OtherOf(Guid account) => FirstId == account ? SecondId : FirstId;

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
