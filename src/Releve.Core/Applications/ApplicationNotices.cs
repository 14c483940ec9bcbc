using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Notifications;
using Releve.Core.Organisations;
using Releve.Core.Territories;

namespace Releve.Core.Applications;

/// <summary>The path of the page of an application for those who receive it, which the site gives.</summary>
public sealed record ApplicationPaths(Func<Language, Guid, string> Received);

/// <summary>
/// Tells those who receive an application what its applicant did, each in the own language. The notices are added to what
/// the caller stores: they go with the change or not at all. No applicant is named in them, so none has to be taken out.
/// </summary>
public sealed class ApplicationNotices(AppDb db, ApplicationPaths paths)
{
    /// <summary>Tells everybody who receives it; "listing" and "organisation" are among the values.</summary>
    public async Task TellRecipientsAsync(JobApplication application, string kind, DateTime now, CancellationToken cancellation = default)
    {
        var names = await NamesAsync(application, cancellation);
        await TellAsync(
            application,
            kind,
            now,
            [.. Notification.InEach("listing", names.TitleIn), .. Notification.InEach("organisation", names.Receiver)],
            cancellation
        );
    }

    /// <summary>Tells everybody who receives it that a sister organisation handed it on, with the applicant's consent.</summary>
    public async Task TellTransferAsync(JobApplication copy, Guid from, DateTime now, CancellationToken cancellation = default)
    {
        var names = await db
            .Organisations.Where(one => one.Id == from || one.Id == copy.OrganisationId)
            .Select(one => new { one.Id, one.Name })
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        await TellAsync(copy, "transfer-received", now, [("from", names[from]), ("organisation", names[copy.OrganisationId!.Value])], cancellation);
    }

    private async Task TellAsync(
        JobApplication application,
        string kind,
        DateTime now,
        IReadOnlyList<(string Name, string Value)> values,
        CancellationToken cancellation
    )
    {
        foreach (var (account, language) in await LanguagesAsync(await db.RecipientsOfAsync(application, now, cancellation), cancellation))
        {
            db.Notifications.Add(Notification.Of(account, NotificationTopic.Inbox, kind, now, [.. values, ("link", paths.Received(language, application.Id))]));
        }
    }

    private async Task<IReadOnlyList<(Guid Account, Language Language)>> LanguagesAsync(IReadOnlyList<Guid> accounts, CancellationToken cancellation) =>
        [
            .. (
                await db
                    .Accounts.Where(one => accounts.Contains(one.Id) && one.SuspendedAt == null)
                    .Select(one => new { one.Id, one.Language })
                    .ToListAsync(cancellation)
            ).Select(one => (one.Id, one.Language)),
        ];

    private async Task<Names> NamesAsync(JobApplication application, CancellationToken cancellation) =>
        new(
            application.PublisherId is { } publisher ? await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == publisher, cancellation) : null,
            application.ListingId is { } listing ? await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listing, cancellation) : null,
            application.OrganisationId is { } organisation
                ? await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == organisation, cancellation)
                : null,
            application.TerritorySlug is { } territory
                ? await db.Territories.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == territory, cancellation)
                : null
        );

    private sealed record Names(Account? Publisher, Listing? Listing, Organisation? Organisation, Territory? Territory)
    {
        public string Receiver(Language language) =>
            Organisation?.Name
            ?? Territory?.Names.In(language)
            ?? Listing?.Contact?.Name
            ?? (Publisher is null ? null : ProfileView.NameOf(Publisher))
            ?? Listing?.TextIn(language).Title
            ?? "";

        // A spontaneous application has no title but the name of those to whom it goes.
        public string TitleIn(Language language) => Listing?.TextIn(language).Title ?? Receiver(language);
    }
}
