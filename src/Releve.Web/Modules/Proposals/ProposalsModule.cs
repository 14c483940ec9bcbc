using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Proposals;

/// <summary>Anonymous carers who fit, and proposals both ways.</summary>
public static class ProposalsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } = [];

    /// <summary>Adds what its pages call.</summary>
    public static void AddProposals(this IServiceCollection services) { }
}
