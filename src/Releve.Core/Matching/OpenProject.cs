using Releve.Core.LifeProjects;

namespace Releve.Core.Matching;

/// <summary>What matching reads of an open life project.</summary>
public sealed record OpenProject
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Others may see its card.</summary>
    public required bool Anonymous { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public IReadOnlyList<Guid> HiddenFrom { get; init; } = [];
    public IReadOnlyList<Guid> HiddenFromPeople { get; init; } = [];
    public required LifeWishes Wishes { get; init; }

    /// <summary>The row of a project; null when it is not open.</summary>
    public static OpenProject? Of(LifeProject project) =>
        project is not { Status: LifeProjectStatus.Open, ExpiresAt: { } expires }
            ? null
            : new OpenProject
            {
                Id = project.Id,
                AccountId = project.AccountId,
                Anonymous = project.Visibility == ProjectVisibility.Anonymous,
                ExpiresAt = expires,
                HiddenFrom = project.HiddenFrom,
                HiddenFromPeople = project.HiddenFromPeople,
                Wishes = project.Wishes,
            };
}
