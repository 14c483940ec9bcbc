using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>The visitor as a coordinator: the places, what waits there, and in whose name something is decided.</summary>
public sealed class CoordinationDesk(AppDb db, Visitor visitor, TerritoryBook territories, Gazetteer gazetteer, TimeProvider time)
{
    private CoordinatedPlaces? places;
    private CoordinationQueues? queues;
    private IReadOnlyList<string>? shortageAreas;

    /// <summary>The places that the visitor coordinates.</summary>
    public CoordinatedPlaces Places => places ??= visitor.Places(territories, gazetteer);

    /// <summary>All that the visitor may see and decide on.</summary>
    public CoordinationQueues Queues => queues ??= new CoordinationQueues(db, Places, visitor.AccountId);

    /// <summary>The visitor's account.</summary>
    public Guid AccountId => visitor.AccountId;

    /// <summary>This instant, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Countries and regions of these places: for them official lists name professions that are short of people.</summary>
    public IReadOnlyList<string> ShortageAreas =>
        shortageAreas ??= [
            .. (Places.IsRest ? gazetteer.Communes : Places.Communes.Select(gazetteer.Commune).OfType<Commune>())
                .SelectMany(commune => new[] { commune.Country, commune.RegionCode })
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The visitor, about to decide.</summary>
    public Decider Decider => new(AccountId, Places, VisitorLinks.SpacePath.In, Now);

    /// <summary>The commune of a code.</summary>
    public Commune? Commune(string? code) => gazetteer.Commune(code);
}
