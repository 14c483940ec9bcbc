using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>An organisation that is there already.</summary>
/// <param name="SameBce">It bears the same Belgian enterprise number.</param>
public sealed record TwinOrganisation(Guid Id, string Name, string Slug, bool SameBce = false);

/// <summary>Finds what may be the same organisation as one that somebody enters.</summary>
internal sealed class OrganisationTwins(AppDb db)
{
    /// <summary>As many are shown.</summary>
    public const int Most = 5;

    /// <summary>Those that have the same official number: it is one of these.</summary>
    public async Task<IReadOnlyList<TwinOrganisation>> SameAsync(EnteredOrganisation said, Guid? except, CancellationToken cancellation)
    {
        // Null is no number: nobody has the empty one.
        var (finess, siret) = (said.Finess?.Value ?? "", said.Siret?.Value ?? "");
        return await db
            .Organisations.Where(one => one.Id != except && (one.Finess == finess || one.Siret == siret))
            .OrderBy(one => one.Slug)
            .Take(Most)
            .Select(one => new TwinOrganisation(one.Id, one.Name, one.Slug, false))
            .ToListAsync(cancellation);
    }

    /// <summary>Those of the same name and commune, or enterprise: a Belgian one has one number for all of its sites, so that is a hint, no more.</summary>
    public async Task<IReadOnlyList<TwinOrganisation>> AlikeAsync(EnteredOrganisation said, Guid? except, CancellationToken cancellation)
    {
        var bce = said.Bce?.Value ?? "";
        var name = Folding.Fold(said.Name);
        var near = await db
            .Organisations.Where(one => one.Id != except && (one.Bce == bce || (one.CommuneCode == said.CommuneCode && one.SearchText.StartsWith(name))))
            .Select(one => new TwinOrganisation(one.Id, one.Name, one.Slug, bce != "" && one.Bce == bce))
            .ToListAsync(cancellation);
        return [.. near.Where(one => one.SameBce || Folding.Fold(one.Name) == name).OrderBy(one => one.Slug, StringComparer.Ordinal)];
    }
}
