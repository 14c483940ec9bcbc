using Releve.Core.Accounts;
using Releve.Core.LifeProjects;
using Releve.TestKit;

namespace Releve.Web.Tests.Matching;

/// <summary>Life projects for tests of matches.</summary>
internal static class OwnProjects
{
    /// <summary>A nurse around Chartres who would like company.</summary>
    public static LifeWishes Nurse { get; } =
        new()
        {
            Professions = ["nurse"],
            Zones = [new Zone("FR-28085", 60, Liking.Loved)],
            Weights = new Dictionary<Wish, WishWeight> { [Wish.Colleagues] = WishWeight.Matters },
        };

    public static LifeProject Open(Account account, LifeWishes wishes, bool shown = false)
    {
        var project = LifeProject.Draft(Guid.CreateVersion7(), account.Id, wishes, TestData.Now);
        project.Open(TestData.Now);
        if (shown)
        {
            project.Show(ProjectVisibility.Anonymous, [], TestData.Now);
        }
        return project;
    }
}
