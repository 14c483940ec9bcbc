using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Alerts;

/// <summary>
/// Stops the mails of one alert, or of all that its owner has. Opening it changes nothing; the button does, and so does a
/// mail program's own button (RFC 8058), which brings neither cookie nor token: the secret in the address is what counts.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StopModel(AppDb db, AlertKey key) : SitePage
{
    public override string Title => T["Alerts.stop"];
    public override bool Indexed => false;

    [FromQuery(Name = "id")]
    public string? Id { get; set; }

    [FromQuery(Name = "code")]
    public string? Code { get; set; }

    [FromQuery(Name = "all")]
    public bool All { get; set; }

    /// <summary>The saved search; null when the link is altered, or it was deleted.</summary>
    public SavedSearch? Saved { get; private set; }

    /// <summary>True when the link is a good one, and the alert was deleted since.</summary>
    public bool IsGone { get; private set; }

    /// <summary>True when there is nothing left to stop.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The page on which everything can be changed again.</summary>
    public string ManageUrl => Saved!.AccountId is null ? AlertsLinks.Address(Saved.Id, Code!, Language) : AlertsLinks.MinePath.In(Language);

    /// <summary>This page, for one or for all.</summary>
    public string StopUrl(bool all) => AlertsLinks.Stop(Saved!.Id, Code!, Language, all);

    public override string AddressIn(Language language) => AlertsLinks.StopPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Saved = await FindAlert.ByLinkAsync(db, key, Id, Code, cancellation);
        if (Saved is null)
        {
            await MissAsync(cancellation);
            return;
        }
        IsDone = !(await ToStopAsync(cancellation)).Exists(one => one.Rhythm != MailRhythm.Never);
    }

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        // Outside of the transaction: whoever needs the installation's key first makes it, in a turn to write of its own.
        await key.ReadAsync(db, cancellation);
        IsDone = await db.RetryInTransactionAsync(() => StopAsync(cancellation), cancellation);
        if (!IsDone)
        {
            await MissAsync(cancellation);
        }
    }

    // Whoever deleted an alert and then presses the button of an old mail has what they want. The secret still says that the
    // link was ours; any other one tells nothing.
    private async Task MissAsync(CancellationToken cancellation)
    {
        IsGone = Guid.TryParse(Id, out var id) && (await key.ReadAsync(db, cancellation)).FitsId(id, Code);
        Response.StatusCode = IsGone ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
    }

    private async Task<bool> StopAsync(CancellationToken cancellation)
    {
        Saved = await FindAlert.ByLinkAsync(db, key, Id, Code, cancellation);
        if (Saved is null)
        {
            return false;
        }
        foreach (var one in (await ToStopAsync(cancellation)).Where(one => one.Rhythm != MailRhythm.Never))
        {
            one.Silence();
        }
        if (All && Saved.AccountId is { } account)
        {
            await SilenceMatchesAsync(account, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>One mail tells of alerts and of matches: who wants none of it wants neither.</summary>
    private async Task SilenceMatchesAsync(Guid account, CancellationToken cancellation)
    {
        var choice = await db.NotificationChoices.FirstOrDefaultAsync(one => one.AccountId == account && one.Topic == NotificationTopic.Matches, cancellation);
        if (choice is not null)
        {
            choice.Rhythm = MailRhythm.Never;
            return;
        }
        db.NotificationChoices.Add(
            new NotificationChoice
            {
                AccountId = account,
                Topic = NotificationTopic.Matches,
                Rhythm = MailRhythm.Never,
            }
        );
    }

    private async Task<List<SavedSearch>> ToStopAsync(CancellationToken cancellation)
    {
        if (!All)
        {
            return [Saved!];
        }
        // All that one mail gathers: those of the account, and those that its address keeps by itself.
        var person = Saved!.AccountId is { } id ? await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == id, cancellation) : null;
        var email = person?.EmailKey ?? Saved.EmailKey!;
        person ??= await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.EmailKey == email && one.EmailConfirmedAt != null, cancellation);
        var owner = person is null ? AlertOwner.OfAddress(email) : AlertOwner.Of(person);
        return await db.SavedSearches.OfOwner(owner).ToListAsync(cancellation);
    }
}
