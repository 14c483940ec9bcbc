using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Listings;
using Releve.Core.Notifications;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Alerts;

/// <summary>Something that an alert leaves out, in words, and what takes it in again.</summary>
public sealed record ExclusionView(string Key, string Label);

/// <summary>A saved search as its owner sees it.</summary>
public sealed record AlertView(SavedSearch Saved, string Url, IReadOnlyList<string> Parts, string Rate, IReadOnlyList<ExclusionView> Exclusions);

/// <summary>The alerts of a person or of an address, and what can be done with them.</summary>
public abstract class OwnAlertsPage(AppDb db, ReadSearch searches, ProfessionCatalogue professions) : FormPage
{
    public override string Heading => T["Alerts.mine"];

    public static IReadOnlyList<MailRhythm> Rhythms { get; } = [MailRhythm.AtOnce, MailRhythm.Daily, MailRhythm.Weekly, MailRhythm.Never];

    public IReadOnlyList<AlertView> Alerts { get; private set; } = [];

    /// <summary>The key of a sentence about what has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>The name and the rhythm that were refused, as they were typed, and for which alert; null when nothing was.</summary>
    public (Guid Alert, string Name, MailRhythm? Rhythm)? Typed { get; private set; }

    /// <summary>The address of this page, with the secret where it has one.</summary>
    public abstract string Self { get; }

    /// <summary>Whose alerts; null when the link is of no use.</summary>
    protected abstract Task<AlertOwner?> OwnerAsync(CancellationToken cancellation);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await OwnerAsync(cancellation) is not { } owner)
        {
            return Nobody();
        }
        Done = TempData["alert-done"] as string;
        await ShowAsync(owner, cancellation);
        return Page();
    }

    /// <summary>Another name or rhythm.</summary>
    public async Task<IActionResult> OnPostChangeAsync(Guid alert, string? name, MailRhythm? rhythm, CancellationToken cancellation)
    {
        var said = (name ?? "").Trim();
        if (said.Length is 0 or > SavedSearch.LongestName || rhythm is not { } often)
        {
            if (await OwnerAsync(cancellation) is not { } owner)
            {
                return Nobody();
            }
            Refuse(
                (said.Length is 0 or > SavedSearch.LongestName ? "name-" : "rhythm-") + alert.ToString("N"),
                said.Length == 0 ? T["Alerts.name.missing"]
                    : said.Length > SavedSearch.LongestName ? T.With("Alerts.name.long", ("most", SavedSearch.LongestName))
                    : T["Alerts.rhythm.missing"]
            );
            Typed = (alert, said, rhythm);
            await ShowAsync(owner, cancellation);
            return Again();
        }
        return await ChangeAsync(alert, saved => saved.Change(said, often), "changed", cancellation);
    }

    /// <summary>Takes in again what was left out.</summary>
    public Task<IActionResult> OnPostKeepAsync(Guid alert, string? what, CancellationToken cancellation) =>
        ChangeAsync(alert, saved => saved.Exclude(Without(saved.Exclusions, what ?? "")), "kept", cancellation);

    /// <summary>Deletes one.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid alert, CancellationToken cancellation)
    {
        if (await OwnerAsync(cancellation) is not { } owner)
        {
            return Nobody();
        }
        using (await db.EnterGateAsync(cancellation))
        {
            // Twice is as good as once: what is gone is gone.
            await db.SavedSearches.OfOwner(owner).Where(saved => saved.Id == alert).ExecuteDeleteAsync(cancellation);
        }
        TempData["alert-done"] = "deleted";
        return LocalRedirect(Self);
    }

    /// <summary>What is shown to somebody whose link is of no use.</summary>
    protected virtual IActionResult Nobody() => NotFound();

    private async Task<IActionResult> ChangeAsync(Guid alert, Action<SavedSearch> change, string done, CancellationToken cancellation)
    {
        if (await OwnerAsync(cancellation) is not { } owner)
        {
            return Nobody();
        }
        // A click in a mail may come in between: both changes hold.
        if (!await db.RetryInTransactionAsync(() => ChangeAsync(owner, alert, change, cancellation), cancellation))
        {
            return NotFound();
        }
        TempData["alert-done"] = done;
        return LocalRedirect(Self);
    }

    private async Task<bool> ChangeAsync(AlertOwner owner, Guid alert, Action<SavedSearch> change, CancellationToken cancellation)
    {
        await db.SavedSearches.OfOwner(owner).Where(saved => saved.Id == alert).HoldAsync(saved => saved.Version, cancellation);
        if (await db.SavedSearches.OfOwner(owner).FirstOrDefaultAsync(saved => saved.Id == alert, cancellation) is not { } saved)
        {
            return false;
        }
        change(saved);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task ShowAsync(AlertOwner owner, CancellationToken cancellation)
    {
        var kept = await db.SavedSearches.AsNoTracking().OfOwner(owner).OrderBy(saved => saved.Id).ToListAsync(cancellation);
        var organisations = kept.SelectMany(saved => saved.Exclusions.Organisations).Distinct().ToList();
        var names = await db.Organisations.Where(one => organisations.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        Alerts = kept.ConvertAll(saved =>
        {
            var plan = searches.Plan(saved.Query, Language);
            return new AlertView(saved, searches.Url(plan, Language), searches.Parts(plan, T), searches.Rate(saved.Search, T), [.. Views(saved, names)]);
        });
    }

    private IEnumerable<ExclusionView> Views(SavedSearch saved, Dictionary<Guid, string> names)
    {
        var left = saved.Exclusions;
        foreach (var kind in left.Kinds)
        {
            yield return new ExclusionView($"kind:{kind}", T["Listings.kind." + kind]);
        }
        foreach (var code in left.Professions.Where(code => professions.Find(code) is not null))
        {
            yield return new ExclusionView($"profession:{code}", professions.LabelOf(code, Language));
        }
        foreach (var organisation in left.Organisations)
        {
            yield return new ExclusionView($"organisation:{organisation:N}", names.GetValueOrDefault(organisation, T["Alerts.left-out.gone"]));
        }
        if (left.MostKm is { } km)
        {
            yield return new ExclusionView("km", T.With("Alerts.left-out.km", ("distance", T.Kilometres(km))));
        }
        if (left.Listings.Count > 0)
        {
            yield return new ExclusionView("listings", T.Count("Alerts.left-out.listings", left.Listings.Count));
        }
    }

    private static AlertExclusions Without(AlertExclusions left, string what) =>
        what.Split(':', 2) switch
        {
            ["kind", var kind] when Enum.TryParse<ListingKind>(kind, out var one) => left with { Kinds = [.. left.Kinds.Where(other => other != one)] },
            ["profession", var code] => left with { Professions = [.. left.Professions.Where(other => other != code)] },
            ["organisation", var text] when Guid.TryParse(text, out var id) => left with
            {
                Organisations = [.. left.Organisations.Where(other => other != id)],
            },
            ["km"] => left with { MostKm = null },
            ["listings"] => left with { Listings = [] },
            _ => left,
        };
}
