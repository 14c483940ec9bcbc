using Releve.Core.Listings;

namespace Releve.Web.Modules.Publishing;

/// <summary>The steps of a form, the last of which is the preview, and the one that is shown.</summary>
public sealed record StepsView(ListingForm Form, int Now)
{
    /// <summary>The number of the preview.</summary>
    public const int Preview = 4;
}
