using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>What came of correcting an organisation.</summary>
public enum CorrectOutcome
{
    Done,

    /// <summary>Somebody else saved meanwhile; nothing was changed.</summary>
    Overtaken,

    /// <summary>It may be, or it is, one that is there already; nothing was changed.</summary>
    Twin,

    /// <summary>There is none that people entered, or the person is no owner of it.</summary>
    NotThere,
}

/// <summary>What came of it, and what stands in the way.</summary>
/// <param name="Same">Those that have the same official number.</param>
/// <param name="Alike">Those that may be the same: name and commune, or enterprise.</param>
public sealed record CorrectedOrganisation(CorrectOutcome Outcome, IReadOnlyList<TwinOrganisation> Same, IReadOnlyList<TwinOrganisation> Alike);

/// <summary>Owners correct name, kind, address and numbers of an organisation that people entered here; the audit log keeps what was said before.</summary>
public sealed class CorrectOrganisation(AppDb db)
{
    private readonly OrganisationTwins twins = new(db);

    /// <summary>Corrects; the version is that of what the person saw.</summary>
    public Task<CorrectedOrganisation> RunAsync(
        Guid organisationId,
        EnteredOrganisation said,
        int version,
        Guid byId,
        DateTime now,
        CancellationToken cancellation = default
    ) =>
        // Who entered the same number in the same instant and was quicker is found at the next try: the database takes it once.
        db.RetryInTransactionAsync(
            async () =>
            {
                var held = await db.HoldOrganisationAsync(organisationId, cancellation);
                return held is { Source: OrganisationSource.Here } organisation && await db.IsOwnerAsync(organisation, byId, cancellation)
                    ? await CorrectAsync(organisation, said, version, byId, now, cancellation)
                    : Only(CorrectOutcome.NotThere);
            },
            cancellation
        );

    private async Task<CorrectedOrganisation> CorrectAsync(
        Organisation organisation,
        EnteredOrganisation said,
        int version,
        Guid byId,
        DateTime now,
        CancellationToken cancellation
    )
    {
        if (organisation.Says(said))
        {
            return Only(CorrectOutcome.Done);
        }
        if (organisation.Version != version)
        {
            return Only(CorrectOutcome.Overtaken);
        }
        var same = await twins.SameAsync(said, organisation.Id, cancellation);
        var alike = MayBecomeAnother(organisation, said) ? await twins.AlikeAsync(said, organisation.Id, cancellation) : [];
        if (same.Count > 0 || (alike.Count > 0 && !said.IsAnother))
        {
            return new CorrectedOrganisation(CorrectOutcome.Twin, same, same.Count > 0 ? [] : [.. alike.Take(OrganisationTwins.Most)]);
        }
        db.Note(organisation, byId, "organisation.corrected", now, Difference(organisation, said));
        organisation.SharesBce = organisation.Bce == said.Bce?.Value ? organisation.SharesBce : alike.Any(one => one.SameBce);
        organisation.Correct(said, now);
        await db.SaveChangesAsync(cancellation);
        return Only(CorrectOutcome.Done);
    }

    // Those that it was held against when it was added are not asked about again at every change of a street.
    private static bool MayBecomeAnother(Organisation organisation, EnteredOrganisation said) =>
        organisation.Bce != said.Bce?.Value || organisation.CommuneCode != said.CommuneCode || Folding.Fold(organisation.Name) != Folding.Fold(said.Name);

    private static string Difference(Organisation before, EnteredOrganisation said)
    {
        (string Name, string? Before, string? After)[] facts =
        [
            ("kind", before.Kind.ToString(), said.Kind.ToString()),
            ("name", before.Name, said.Name),
            ("commune", before.CommuneCode, said.CommuneCode),
            ("street", before.Street, said.Street),
            ("postcode", before.Postcode, said.Postcode),
            ("FINESS", before.Finess, said.Finess?.Value),
            ("SIRET", before.Siret, said.Siret?.Value),
            ("BCE", before.Bce, said.Bce?.Value),
        ];
        return string.Join("; ", facts.Where(fact => fact.Before != fact.After).Select(fact => $"{fact.Name}: {fact.Before ?? "–"} → {fact.After ?? "–"}"));
    }

    private static CorrectedOrganisation Only(CorrectOutcome outcome) => new(outcome, [], []);
}
