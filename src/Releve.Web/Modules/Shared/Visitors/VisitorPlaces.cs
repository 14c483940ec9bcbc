using Releve.Core.Coordination;
using Releve.Core.Places;
using Releve.Core.Territories;

namespace Releve.Web.Modules.Shared.Visitors;

/// <summary>Where a visitor may coordinate: the one rule for the queues and for the documents that they show.</summary>
public static class VisitorPlaces
{
    /// <summary>The places; none for somebody who coordinates nothing.</summary>
    public static CoordinatedPlaces Places(this Visitor visitor, TerritoryBook book, Gazetteer gazetteer) =>
        visitor.IsAdministrator
            ? CoordinatedPlaces.Rest(book, gazetteer, visitor.Facts.Territories, visitor.Facts.TerritoriesOfOthers)
            : new CoordinatedPlaces(book, gazetteer, visitor.Facts.Territories);
}
