using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Maps;

/// <summary>The maps of the site and the address at which a moved map finds its pins.</summary>
public static class MapsModule
{
    /// <summary>/fr/carte/offres: a drawing, for scripts.</summary>
    public static LocalPath PinsPath { get; } = new("carte/offres", "kaart/aanbod", "map/listings");
}
