using Releve.Core.Languages;
using Releve.Core.Notifications;
using Releve.Core.Search;

namespace Releve.Core.Alerts;

/// <summary>A search that somebody keeps, with an account or with a confirmed mail address alone, and is told of what is new in it.</summary>
public sealed class SavedSearch
{
    /// <summary>How many a person, or an address, may keep.</summary>
    public const int Most = 20;

    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    /// <summary>Days after which one that was never confirmed is removed.</summary>
    public const int DaysToConfirm = 7;

    private SavedSearch() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose it is; null for a bare address.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Where alerts go when there is no account; an account's own address is read when a mail is written.</summary>
    public string? Email { get; private set; }

    /// <summary>That address in small letters.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>The language of its mails, and of its words.</summary>
    public Language Language { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The query of the search page's address, tidied, without the question mark: leads back to the same page.</summary>
    public string Query { get; private set; } = "";

    /// <summary>The same search as it was understood when it was saved.</summary>
    public ListingSearch Search { get; private set; } = new();

    /// <summary>What was marked as not relevant.</summary>
    public AlertExclusions Exclusions { get; private set; } = AlertExclusions.None;

    /// <summary>How soon its owner is told.</summary>
    public MailRhythm Rhythm { get; private set; }

    /// <summary>SHA-256 of the secret in its links (confirm, change, unsubscribe); null with an account alone.</summary>
    public byte[]? SecretHash { get; private set; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the address was confirmed, UTC; at once with an account. Unconfirmed ones are silent and removed after a week.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>A search that an account keeps.</summary>
    public static SavedSearch OfAccount(Guid id, Guid account, Language language, SearchToSave what, MailRhythm rhythm, DateTime now) =>
        new()
        {
            Id = id,
            AccountId = account,
            Language = language,
            Name = what.Name,
            Query = what.Query,
            Search = what.Search,
            Rhythm = rhythm,
            CreatedAt = now,
            ConfirmedAt = now,
        };

    /// <summary>A search that a bare address keeps once it is confirmed.</summary>
    public static SavedSearch OfAddress(
        Guid id,
        Accounts.EmailAddress email,
        byte[] secretHash,
        Language language,
        SearchToSave what,
        MailRhythm rhythm,
        DateTime now
    ) =>
        new()
        {
            Id = id,
            Email = email.Value,
            EmailKey = email.Key,
            SecretHash = secretHash,
            Language = language,
            Name = what.Name,
            Query = what.Query,
            Search = what.Search,
            Rhythm = rhythm,
            CreatedAt = now,
        };

    /// <summary>The address is its owner's.</summary>
    public void Confirm(DateTime now)
    {
        ConfirmedAt ??= now;
        Version++;
    }

    /// <summary>Its owner wants no more mail about it; it stays, and may speak again.</summary>
    public void Silence() => Change(Name, MailRhythm.Never);

    /// <summary>Another name or rhythm.</summary>
    public void Change(string name, MailRhythm rhythm)
    {
        (Name, Rhythm) = (name, rhythm);
        Version++;
    }

    /// <summary>Less of what was not relevant.</summary>
    public void Exclude(AlertExclusions exclusions)
    {
        Exclusions = exclusions;
        Version++;
    }
}

/// <summary>A search about to be saved.</summary>
public sealed record SearchToSave(string Name, string Query, ListingSearch Search);
