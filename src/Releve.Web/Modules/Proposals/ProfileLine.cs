namespace Releve.Web.Modules.Proposals;

/// <summary>A card in a list.</summary>
/// <param name="Shown">The card.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="IsNew">No colleague opened it yet.</param>
/// <param name="IsOpen">It is the one that is shown beside the list.</param>
/// <param name="Need">What it answers; null where that is said above the list.</param>
public sealed record ProfileLine(ShownCard Shown, string Url, bool IsNew, bool IsOpen, string? Need);
