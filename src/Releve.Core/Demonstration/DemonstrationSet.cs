using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Organisations;
using Releve.Core.Territories;

namespace Releve.Core.Demonstration;

/// <summary>The demonstration of one day, ready to be stored.</summary>
public sealed record DemonstrationSet(
    IReadOnlyList<Territory> Territories,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Listing> Listings,
    IReadOnlyList<CommuneWelcome> Welcomes,
    IReadOnlyList<DemonstrationCarer> Carers
);
