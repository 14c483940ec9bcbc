using Releve.Core.Carers;
using Releve.Core.Professions;

namespace Releve.Core.LifeProjects;

/// <summary>The wishes with which a life project begins: who has a profile does not say it again.</summary>
public static class FirstWishes
{
    /// <summary>What the profile says already; what has passed, or is no profession any more, is left out.</summary>
    public static LifeWishes Of(CarerProfile? profile, ProfessionCatalogue professions, DateOnly today) =>
        profile is null
            ? new LifeWishes()
            : new LifeWishes
            {
                Professions = [.. profile.Professions.Where(code => professions.Find(code) is not null).Take(LifeWishes.MostProfessions)],
                Specialties = profile.Content.Specialties,
                Languages = profile.Content.Languages,
                Start = profile.Content.AvailableFrom is { } from && from >= today ? from : null,
            };
}
