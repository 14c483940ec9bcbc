using Releve.Core.Demonstration;
using Releve.Core.Places;
using Releve.Core.Tests.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Demonstration;

/// <summary>The demonstration as it stands in the repository, composed once.</summary>
internal static class DemonstrationSamples
{
    public static DemonstrationPlan Plan { get; } = DemonstrationPlan.Load(RepositoryFiles.Of("data"));

    public static IReadOnlyDictionary<string, Commune> Communes { get; } =
        Register.Gazetteer.Communes.ToDictionary(commune => commune.Code, StringComparer.Ordinal);

    public static DemonstrationSet All { get; } = Compose("all", TestData.Now);

    public static DemonstrationSet Compose(string which, DateTime now) => Plan.Compose(which, Communes, now);
}
