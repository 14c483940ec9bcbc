using Releve.Core.Listings;

namespace Releve.Core.Applications;

/// <summary>A question of the recruiter and what the applicant answered.</summary>
public sealed record QuestionAnswer(string Question, string Answer);

/// <summary>What an applicant writes and shows.</summary>
/// <param name="Message">A few words, plain text.</param>
/// <param name="AvailableFrom">First possible day.</param>
/// <param name="Availability">When, in words.</param>
/// <param name="Answers">To the questions of the listing, in their order.</param>
/// <param name="Documents">Ids of the applicant's documents that the recipient may open.</param>
public sealed record ApplicationContent(
    string Message,
    DateOnly? AvailableFrom,
    string? Availability,
    IReadOnlyList<QuestionAnswer> Answers,
    IReadOnlyList<Guid> Documents
);

/// <summary>To whom a person applies: to a listing, or without one to an organisation or to a whole territory.</summary>
public sealed record ApplicationTarget
{
    /// <summary>The listing; null makes the application spontaneous.</summary>
    public Listing? Listing { get; init; }

    /// <summary>The organisation of a spontaneous application.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The slug of the territory of a spontaneous application.</summary>
    public string? TerritorySlug { get; init; }
}
