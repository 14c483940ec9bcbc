namespace Releve.Core.LifeProjects;

/// <summary>The one table of legal transitions.</summary>
public static class LifeProjectTransitions
{
    private static readonly Dictionary<LifeProjectStatus, LifeProjectStatus[]> Legal = new()
    {
        [LifeProjectStatus.Draft] = [LifeProjectStatus.Open],
        // From open to open: prolonged.
        [LifeProjectStatus.Open] = [LifeProjectStatus.Open, LifeProjectStatus.Paused, LifeProjectStatus.Found],
        [LifeProjectStatus.Paused] = [LifeProjectStatus.Open, LifeProjectStatus.Found],
        [LifeProjectStatus.Found] = [LifeProjectStatus.Open],
    };

    /// <summary>True when one may follow the other.</summary>
    public static bool CanBecome(this LifeProjectStatus from, LifeProjectStatus to) => Legal[from].Contains(to);
}
