using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Notifications;
using Releve.Core.Search;

namespace Releve.Core.Alerts;

/// <summary>What its owner does not want to hear of again, said with one click on a listing of an alert.</summary>
public sealed record AlertExclusions
{
    /// <summary>None yet.</summary>
    public static AlertExclusions None { get; } = new();

    /// <summary>Listings that were not relevant.</summary>
    public IReadOnlyList<Guid> Listings { get; init; } = [];

    /// <summary>Organisations to leave out.</summary>
    public IReadOnlyList<Guid> Organisations { get; init; } = [];

    /// <summary>Kinds to leave out.</summary>
    public IReadOnlyList<ListingKind> Kinds { get; init; } = [];

    /// <summary>Professions to leave out: a listing that seeks only these.</summary>
    public IReadOnlyList<string> Professions { get; init; } = [];

    /// <summary>Nothing farther than this from the search's centre, kilometres.</summary>
    public double? MostKm { get; init; }
}

/// <summary>A search that somebody keeps, with an account or with a confirmed mail address alone, and is told of what is new in it.</summary>
public sealed class SavedSearch
{
    /// <summary>How many a person, or an address, may keep.</summary>
    public const int Most = 20;

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

/// <summary>A new listing that a saved search found; waits for the next mail.</summary>
public sealed class AlertHit
{
    /// <summary>The saved search.</summary>
    public required Guid SavedSearchId { get; init; }

    /// <summary>The listing; once per saved search.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>When it was found, UTC.</summary>
    public required DateTime FoundAt { get; init; }

    /// <summary>When a mail with it was written, or it was found closed, UTC.</summary>
    public DateTime? SentAt { get; set; }
}

/// <summary>A listing that somebody keeps an eye on.</summary>
public sealed class Favourite
{
    /// <summary>Days before the closing at which its owner is reminded.</summary>
    public const int RemindDays = 10;

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>When its owner was reminded that it closes soon, UTC.</summary>
    public DateTime? RemindedAt { get; set; }
}
