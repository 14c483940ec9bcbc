using Releve.Core.LifeProjects;

namespace Releve.Core.Matching;

/// <summary>
/// The one rule on who may see a life project's card and propose. Besides it the place must lie in one of the project's
/// zones, which the fit decides.
/// </summary>
public static class MayMeet
{
    /// <summary>True when that viewer may see the card of a project now.</summary>
    public static bool Allows(LifeProject project, Viewer viewer, DateTime now) =>
        project.IsShown(now) && Allows(project.AccountId, project.HiddenFrom, project.HiddenFromPeople, viewer);

    /// <summary>True when that viewer may see the card, and the place lies in one of the zones.</summary>
    public static bool Allows(LifeProject project, Seeker seeker, Offer place, Viewer viewer, DateTime now) =>
        Allows(project, viewer, now) && Lies(seeker, place);

    /// <summary>True when the place lies in one of the zones, or there are none.</summary>
    public static bool Lies(Seeker seeker, Offer place) => seeker.Anywhere || seeker.LikingOf(place) is not null;

    /// <summary>True when the owner of a project that is shown hides it from nobody on the viewer's side. Nobody meets oneself.</summary>
    public static bool Allows(Guid owner, IReadOnlyList<Guid> hiddenFrom, IReadOnlyList<Guid> hiddenFromPeople, Viewer viewer)
    {
        if (!viewer.Checked || viewer.Account == owner)
        {
            return false;
        }
        foreach (var hidden in hiddenFrom)
        {
            if (viewer.Group.Contains(hidden))
            {
                return false;
            }
        }
        return viewer.Account is not { } person || !hiddenFromPeople.Contains(person);
    }
}
