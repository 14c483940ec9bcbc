using Releve.Core.Applications;
using Releve.Core.Memberships;

namespace Releve.Web.Modules.Shared.Visitors;

/// <summary>Who makes this request, and for whom the person may act; read anew from the database at each request.</summary>
public sealed record VisitorFacts
{
    public required Guid AccountId { get; init; }
    public required Guid SessionId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public bool IsSuspended { get; init; }
    public bool IsAdministrator { get; init; }

    /// <summary>An authenticator or a passkey is set up.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>Since when the person may act for others, UTC.</summary>
    public DateTime? PowerSince { get; init; }

    /// <summary>The organisations that the person serves, sites of groups among them.</summary>
    public IReadOnlyDictionary<Guid, OrganisationRole> Organisations { get; init; } = new Dictionary<Guid, OrganisationRole>();

    /// <summary>Slugs of the territories that the person coordinates.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Slugs of the territories that other people coordinate; read for administrators alone, to whom the rest is left.</summary>
    public IReadOnlyList<string> TerritoriesOfOthers { get; init; } = [];
}

/// <summary>The visitor of this request; nobody in particular until a session is recognised.</summary>
public sealed class Visitor
{
    /// <summary>Time that a person has to set up a second factor, from when he or she may first act for others.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private VisitorFacts? facts;

    /// <summary>True when a session was recognised.</summary>
    public bool IsSignedIn => facts is not null;

    /// <summary>The account.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page should have asked for it.</exception>
    public Guid AccountId => Facts.AccountId;

    /// <summary>The facts.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page should have asked for it.</exception>
    public VisitorFacts Facts => facts ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The account; null when nobody is signed in.</summary>
    public Guid? AccountOrNull => facts?.AccountId;

    public bool IsSuspended => facts is { IsSuspended: true };
    public bool IsAdministrator => facts is { IsAdministrator: true };
    public bool IsCoordinator => facts is { Territories.Count: > 0 };

    /// <summary>True for a colleague of any organisation.</summary>
    public bool IsColleague => facts is { Organisations.Count: > 0 };

    /// <summary>True for those who act for others: they need a second factor.</summary>
    public bool HasPower => IsAdministrator || IsCoordinator || facts is not null && facts.Organisations.Values.Any(role => role >= OrganisationRole.Recruiter);

    /// <summary>True when the time to set up a second factor is over and none is there.</summary>
    public bool MustSecure(DateTime now) => HasPower && !Facts.HasSecondFactor && now - (Facts.PowerSince ?? DateTime.MinValue) > Grace;

    /// <summary>True when the person has at least that role in the organisation.</summary>
    public bool Serves(Guid organisation, OrganisationRole role) =>
        facts is not null && facts.Organisations.TryGetValue(organisation, out var own) && own >= role;

    /// <summary>The organisations in which the person has at least that role.</summary>
    public IReadOnlyList<Guid> OrganisationsAs(OrganisationRole role) =>
        facts is null ? [] : [.. facts.Organisations.Where(one => one.Value >= role).Select(one => one.Key)];

    /// <summary>For whom the person receives applications.</summary>
    public Recipient AsRecipient => new(AccountId, OrganisationsAs(OrganisationRole.Recruiter), Facts.Territories);

    /// <summary>True when the person coordinates that territory.</summary>
    public bool Coordinates(string? territory) => territory is not null && facts is not null && facts.Territories.Contains(territory);

    /// <summary>Tells who it is; once a request.</summary>
    public void Recognise(VisitorFacts who) => facts = who;
}
