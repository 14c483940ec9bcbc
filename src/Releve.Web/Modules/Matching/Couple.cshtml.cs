using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Matching;

/// <summary>Two who look for two places: inviting the other by a link, how far apart, and parting again.</summary>
[Authorize(Access.SignedIn)]
public sealed class CoupleModel(
    AppDb db,
    CoupleSecrets secrets,
    EndCouple end,
    KeepCoupleWithin keep,
    SiteAddress site,
    Throttle throttle,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    public override string Heading => T["Matching.couple"];

    /// <summary>How far apart, as typed.</summary>
    [BindProperty]
    public string? Within { get; set; }

    /// <summary>The couple, or the invitation; null when there is neither.</summary>
    public Couple? Couple { get; private set; }

    /// <summary>The other one's name; null as long as nobody consented.</summary>
    public string? Other { get; private set; }

    /// <summary>The whole address to hand on.</summary>
    public string Link { get; private set; } = "";

    /// <summary>A mail with it, written by the visitor's own program: the site writes to nobody who did not ask for it.</summary>
    public string Mail =>
        $"mailto:?subject={Uri.EscapeDataString(T["Matching.couple.mail.subject"])}&body={Uri.EscapeDataString(T.With("Matching.couple.mail.body", ("link", Link)))}";

    /// <summary>True when an invitation is there that nobody accepted in time.</summary>
    public bool IsOver => Couple?.IsOver(now) == true;

    /// <summary>The last day on which the link serves.</summary>
    public string Until => T.Day(Couple!.CreatedAt.AddDays(Couple.DaysToConsent));

    /// <summary>The key of a sentence about what has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>That the other one left lately; null when nobody did, or there is a couple or an invitation again.</summary>
    public string? Parted { get; private set; }

    public override string AddressIn(Language language) => MatchingLinks.CouplePath.In(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Done = TempData["couple-done"] as string;
        await ReadAsync(cancellation);
        Within = (Couple?.WithinKm ?? Couple.UsualKm).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>Makes a link.</summary>
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (Km() is not { } km)
        {
            return await RefuseAsync(cancellation);
        }
        if (!throttle.Allows(ThrottledAct.Invite, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            await ReadAsync(cancellation);
            return Slower("within");
        }
        var outcome = await new InviteToCouple(db, await secrets.ReadAsync(db, cancellation)).RunAsync(visitor.AccountId, km, now, cancellation);
        return Said(outcome == InviteToCoupleOutcome.Invited ? "invited" : "linked");
    }

    /// <summary>Another distance.</summary>
    public async Task<IActionResult> OnPostWithinAsync(CancellationToken cancellation)
    {
        if (Km() is not { } km)
        {
            return await RefuseAsync(cancellation);
        }
        return Said(await keep.RunAsync(visitor.AccountId, km, cancellation) ? "within" : "gone");
    }

    /// <summary>Takes the invitation back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) =>
        Said(await end.WithdrawAsync(visitor.AccountId, now, cancellation) ? "withdrawn" : "linked");

    /// <summary>Parts the two.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation)
    {
        await end.RunAsync(visitor.AccountId, now, cancellation);
        return Said("ended");
    }

    private int? Km() =>
        int.TryParse(Within?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var km) && km is >= Couple.SmallestKm and <= Couple.LargestKm
            ? km
            : null;

    private async Task<IActionResult> RefuseAsync(CancellationToken cancellation)
    {
        Refuse("within", T.With("Matching.couple.within.wrong", ("least", Couple.SmallestKm), ("most", Couple.LargestKm)));
        await ReadAsync(cancellation);
        return Again();
    }

    private LocalRedirectResult Said(string done)
    {
        TempData["couple-done"] = done;
        return LocalRedirect(MatchingLinks.CouplePath.In(Language));
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Couple = await db.Couples.AsNoTracking().OfPerson(visitor.AccountId).OrderByDescending(one => one.SecondId != null).FirstOrDefaultAsync(cancellation);
        if (Couple?.OtherOf(visitor.AccountId) is { } other)
        {
            Other = (await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == other, cancellation)).DisplayName;
        }
        else if (Couple is not null)
        {
            var secret = (await secrets.ReadAsync(db, cancellation))(Couple.Id);
            Link = site.Of(MatchingLinks.Consent(Couple.Id, secret, Language), Request);
        }
        else if (Done != "ended" && await db.LastPartingAsync(visitor.AccountId, now, cancellation) is { } parting)
        {
            Parted = parting.Name is { } left
                ? T.With("Matching.couple.parted", ("name", left), ("day", T.Day(parting.At)))
                : T.With("Matching.couple.parted.gone", ("day", T.Day(parting.At)));
        }
    }
}
