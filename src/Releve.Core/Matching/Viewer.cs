using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Organisations;

namespace Releve.Core.Matching;

/// <summary>On whose behalf cards without names are looked at: an organisation, or a person with an own project.</summary>
/// <param name="Id">The organisation's or the account's id: orders ties, each viewer's in another way.</param>
/// <param name="Group">The organisation, the group it belongs to, and all sites of that group; empty for a person.</param>
/// <param name="Account">The person; null for an organisation.</param>
/// <param name="Checked">Known to the coordinators and not suspended; of a person, that the own project is shown.</param>
/// <param name="CommuneCode">Where the organisation stands, or the person's project is to stand.</param>
public sealed record Viewer(Guid Id, IReadOnlyList<Guid> Group, Guid? Account, bool Checked, string CommuneCode)
{
    /// <summary>An organisation, with the ids of its whole group.</summary>
    public static Viewer Of(Organisation organisation, IEnumerable<Guid> group) =>
        new(
            organisation.Id,
            [.. group.Append(organisation.Id).Distinct()],
            Account: null,
            organisation.CheckedAt is not null && organisation.SuspendedAt is null,
            organisation.CommuneCode
        );

    /// <summary>A person who looks for partners.</summary>
    public static Viewer Of(Guid account, bool isShown, string commune) => new(account, [], account, isShown, commune);

    /// <summary>Reads an organisation with its group; null when there is none.</summary>
    public static async Task<Viewer?> LoadAsync(AppDb db, Guid organisation, CancellationToken cancellation = default)
    {
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == organisation, cancellation) is not { } found)
        {
            return null;
        }
        var root = found.ParentId ?? found.Id;
        var group = await db.Organisations.Where(one => one.Id == root || one.ParentId == root).Select(one => one.Id).ToListAsync(cancellation);
        return Of(found, group);
    }
}
