using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;

namespace Releve.Core.Publishing;

/// <summary>Opens a form: empty but for what is known of the publisher, or with what a listing says.</summary>
public sealed class StartForm(AppDb db, Gazetteer gazetteer, WriteForm write)
{
    /// <summary>The form of a new listing. An id that is taken by a form of the same person leads to that one: a button pressed twice.</summary>
    public async Task<ListingForm> NewAsync(
        Guid id,
        Guid account,
        Guid? organisation,
        ListingKind kind,
        Language language,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["language"] = [language.Code()] };
        if (organisation is not null)
        {
            await FillAsync(fields, organisation.Value, language, cancellation);
        }
        return await KeepAsync(id, account, organisation, kind, listing: null, fields, now, cancellation);
    }

    /// <summary>A new listing like one that is there. Days that have passed are left open.</summary>
    public Task<ListingForm> CloneAsync(Guid id, Guid account, Listing listing, Language language, DateTime now, CancellationToken cancellation)
    {
        var fields = write.Run(listing, language).ToDictionary(StringComparer.Ordinal);
        if (listing.From < DateOnly.FromDateTime(now) || listing.Kind == ListingKind.Shift)
        {
            foreach (var day in new[] { "from", "until", "startsAt", "endsAt", "bookableFrom" })
            {
                fields.Remove(day);
            }
        }
        return KeepAsync(id, account, listing.OrganisationId, listing.Kind, listing: null, fields, now, cancellation);
    }

    /// <summary>The person's form that changes a listing: the one that is open, else a new one with what the listing says.</summary>
    public async Task<ListingForm> EditAsync(Guid account, Listing listing, Language language, DateTime now, CancellationToken cancellation) =>
        await db.ListingForms.FirstOrDefaultAsync(form => form.AccountId == account && form.ListingId == listing.Id, cancellation)
        ?? await KeepAsync(
            Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            account,
            listing.OrganisationId,
            listing.Kind,
            listing,
            write.Run(listing, language),
            now,
            cancellation
        );

    private async Task<ListingForm> KeepAsync(
        Guid id,
        Guid account,
        Guid? organisation,
        ListingKind kind,
        Listing? listing,
        IReadOnlyDictionary<string, string[]> fields,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var taken = await db.ListingForms.FirstOrDefaultAsync(form => form.Id == id, cancellation);
        if (taken is not null && taken.AccountId == account && taken.OrganisationId == organisation && taken.Kind == kind)
        {
            return taken;
        }
        var form = new ListingForm
        {
            Id =
                taken is null && id != Guid.Empty && !await db.Listings.AnyAsync(one => one.Id == id, cancellation)
                    ? id
                    : Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            AccountId = account,
            OrganisationId = organisation,
            Kind = kind,
            ListingId = listing?.Id,
            ListingVersion = listing?.Version,
            Fields = fields,
            UpdatedAt = now,
        };
        db.ListingForms.Add(form);
        await db.SaveChangesAsync(cancellation);
        return form;
    }

    private async Task FillAsync(Dictionary<string, string[]> fields, Guid organisation, Language language, CancellationToken cancellation)
    {
        var known = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == organisation, cancellation);
        Put(fields, "commune", gazetteer.Commune(known.CommuneCode) is { } commune ? gazetteer.Label(commune, language) : null);
        Put(fields, "address", known.Street);
        Put(fields, "contactPhone", known.Phone);
        Put(fields, "contactEmail", known.Email);
    }

    private static void Put(Dictionary<string, string[]> fields, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            fields[name] = [value];
        }
    }
}
