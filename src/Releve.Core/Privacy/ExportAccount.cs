using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Documents;

namespace Releve.Core.Privacy;

/// <summary>Everything that the site holds of a person, as one archive: a readable JSON and the files as they were handed in.</summary>
public sealed class ExportAccount(AppDb db, DocumentFolder folder)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes the archive. Nothing of anybody else is in it but the ids of those who looked at documents.</summary>
    public async Task RunAsync(Guid account, Stream into, CancellationToken cancellation = default)
    {
        using var archive = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true);
        await using (var json = await archive.CreateEntry("data.json").OpenAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(json, await ReadAsync(account, cancellation), Readable, cancellation);
        }
        foreach (var document in await db.Documents.AsNoTracking().Where(one => one.AccountId == account).OrderBy(one => one.Id).ToListAsync(cancellation))
        {
            await using var file = folder.Open(document.StoredName);
            if (file is not null)
            {
                // The id before the name: two documents may have one name.
                await using var entry = await archive.CreateEntry($"documents/{document.Id:N}-{document.FileName}").OpenAsync(cancellation);
                await file.CopyToAsync(entry, cancellation);
            }
        }
    }

    private async Task<object> ReadAsync(Guid account, CancellationToken cancellation) =>
        new
        {
            Account = await db
                .Accounts.AsNoTracking()
                .Where(one => one.Id == account)
                .Select(one => new
                {
                    one.Id,
                    one.Email,
                    one.EmailConfirmedAt,
                    one.GivenName,
                    one.FamilyName,
                    one.Language,
                    one.CreatedAt,
                    one.SuspendedAt,
                    one.SuspensionReason,
                    one.TwoFactorEnabled,
                })
                .SingleAsync(cancellation),
            Profile = await db.CarerProfiles.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account, cancellation),
            Verifications = await db.Verifications.AsNoTracking().Where(one => one.AccountId == account).ToListAsync(cancellation),
            Memberships = await db
                .Memberships.Where(one => one.AccountId == account)
                .Join(
                    db.Organisations,
                    one => one.OrganisationId,
                    organisation => organisation.Id,
                    (one, organisation) =>
                        new
                        {
                            organisation.Name,
                            one.Role,
                            one.Since,
                        }
                )
                .ToListAsync(cancellation),
            Claims = await db.OrganisationClaims.AsNoTracking().Where(one => one.AccountId == account).ToListAsync(cancellation),
            Listings = await db
                .Listings.AsNoTracking()
                .Where(one => one.AccountId == account)
                .Select(one => new
                {
                    one.Reference,
                    one.Status,
                    one.Texts,
                    one.Contact,
                    one.CreatedAt,
                })
                .ToListAsync(cancellation),
            Forms = await db
                .ListingForms.AsNoTracking()
                .Where(one => one.AccountId == account)
                .Select(one => new
                {
                    one.Kind,
                    one.Fields,
                    one.UpdatedAt,
                })
                .ToListAsync(cancellation),
            Applications = await ApplicationsAsync(account, cancellation),
            AnswerTemplates = await db
                .AnswerTemplates.Where(one => one.AccountId == account)
                .Select(one => new { one.Name, one.Texts })
                .ToListAsync(cancellation),
            Documents = await db
                .Documents.AsNoTracking()
                .Where(one => one.AccountId == account)
                .Select(one => new
                {
                    one.Id,
                    one.FileName,
                    one.Kind,
                    one.UploadedAt,
                })
                .ToListAsync(cancellation),
            Looks = await db
                .DocumentViews.AsNoTracking()
                .Where(view => db.Documents.Any(one => one.Id == view.DocumentId && one.AccountId == account))
                .ToListAsync(cancellation),
            Sessions = await db
                .Sessions.AsNoTracking()
                .Where(one => one.AccountId == account)
                .Select(one => new
                {
                    one.CreatedAt,
                    one.LastSeenAt,
                    one.Device,
                    one.Address,
                    one.RevokedAt,
                })
                .ToListAsync(cancellation),
            Alerts = await AlertsAsync(account, cancellation),
            Favourites = await FavouritesAsync(account, cancellation),
            LifeProject = await new ExportLifeProject(db).RunAsync(account, cancellation),
            Passkeys = await db.Passkeys.Where(one => one.AccountId == account).Select(one => new { one.Name, one.CreatedAt }).ToListAsync(cancellation),
            Services = await db.AccountLogins.Where(one => one.AccountId == account).Select(one => new { one.Provider, one.Key }).ToListAsync(cancellation),
            Mails = await db
                .OutboxMails.Where(one => one.AccountId == account)
                .Select(one => new
                {
                    one.Kind,
                    one.CreatedAt,
                    one.SentAt,
                })
                .ToListAsync(cancellation),
            Messages = await MessagesAsync(account, cancellation),
            Notices = await NoticesAsync(account, cancellation),
            Decisions = await db
                .AuditEntries.AsNoTracking()
                .Where(one => one.SubjectId == account.ToString())
                .Select(one => new
                {
                    one.Action,
                    one.At,
                    one.Detail,
                })
                .ToListAsync(cancellation),
        };

    // Notes of recruiters are about the person, and so the person's to read here.
    private async Task<object> ApplicationsAsync(Guid account, CancellationToken cancellation)
    {
        var own = await db.Applications.AsNoTracking().Where(one => one.AccountId == account).OrderBy(one => one.Id).ToListAsync(cancellation);
        var ids = own.ConvertAll(one => one.Id);
        return new
        {
            Sent = own.ConvertAll(one => new
            {
                one.Id,
                one.ListingId,
                one.OrganisationId,
                one.TerritorySlug,
                one.Status,
                one.Message,
                one.AvailableFrom,
                one.Availability,
                one.Answers,
                one.Documents,
                one.CreatedAt,
                one.SubmittedAt,
                one.ViewedAt,
                one.AnsweredAt,
                one.PoolAskedAt,
                one.PoolConsentUntil,
            }),
            Steps = await db.ApplicationSteps.AsNoTracking().Where(one => ids.Contains(one.ApplicationId)).OrderBy(one => one.At).ToListAsync(cancellation),
            Notes = await db
                .ApplicationNotes.Where(one => ids.Contains(one.ApplicationId))
                .Select(one => new
                {
                    one.ApplicationId,
                    one.Text,
                    one.At,
                })
                .ToListAsync(cancellation),
            Transfers = await db.ApplicationTransfers.AsNoTracking().Where(one => ids.Contains(one.ApplicationId)).ToListAsync(cancellation),
        };
    }

    // One's own words; those of the other side are the other side's.
    private async Task<object> MessagesAsync(Guid account, CancellationToken cancellation) =>
        await (
            from message in db.Messages.AsNoTracking()
            join conversation in db.Conversations on message.ConversationId equals conversation.Id
            where message.SenderId == account
            orderby message.At
            select new
            {
                Conversation = conversation.Id,
                conversation.ApplicationId,
                message.Text,
                message.Files,
                message.At,
            }
        ).ToListAsync(cancellation);

    private async Task<object> NoticesAsync(Guid account, CancellationToken cancellation) =>
        new
        {
            Rhythms = await db.NotificationChoices.AsNoTracking().Where(one => one.AccountId == account).ToListAsync(cancellation),
            // Their values may hold words and names of others.
            Told = await db
                .Notifications.Where(one => one.AccountId == account)
                .OrderBy(one => one.At)
                .Select(one => new
                {
                    one.Topic,
                    one.Kind,
                    one.At,
                    one.SeenAt,
                    one.MailedAt,
                })
                .ToListAsync(cancellation),
        };

    private async Task<object> AlertsAsync(Guid account, CancellationToken cancellation)
    {
        var person = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == account, cancellation);
        var kept = await db.SavedSearches.AsNoTracking().OfOwner(AlertOwner.Of(person)).OrderBy(saved => saved.Id).ToListAsync(cancellation);
        return kept.Select(saved => new
        {
            saved.Name,
            saved.Query,
            saved.Rhythm,
            saved.Language,
            saved.Exclusions,
            saved.CreatedAt,
        });
    }

    private async Task<object> FavouritesAsync(Guid account, CancellationToken cancellation) =>
        await db
            .Favourites.Where(one => one.AccountId == account)
            .Join(db.Listings, one => one.ListingId, listing => listing.Id, (one, listing) => new { listing.Reference, one.Since })
            .OrderBy(one => one.Since)
            .ToListAsync(cancellation);
}
