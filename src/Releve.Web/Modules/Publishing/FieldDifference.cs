using Releve.Core.Listings;
using Releve.Core.Publishing;

namespace Releve.Web.Modules.Publishing;

/// <summary>A field that says one thing here and another there, in words.</summary>
public sealed record FieldDifference(string Label, string There, string Here)
{
    /// <summary>False when both say the same in other signs: "Dreux" and "Dreux (28)".</summary>
    public bool IsSaid => There != Here;

    /// <summary>The difference between two states of a form's field.</summary>
    public static FieldDifference Of(
        FormField field,
        IReadOnlyDictionary<string, string[]> there,
        IReadOnlyDictionary<string, string[]> here,
        FieldSaid said,
        ListingKind kind
    ) => new(said.Label(kind, field), said.Of(field, there), said.Of(field, here));
}
