using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Listings;
using Releve.TestKit;

namespace Releve.Web.Tests.Faults;

/// <summary>People who apply over HTTP, each until told that it is sent, and the list of those who were told.</summary>
public sealed class Ledger
{
    private const string OpenToAll = "activity-leader";

    private readonly ConcurrentDictionary<Guid, DateTime> acknowledged = [];
    private readonly IReadOnlyList<(Account Person, TestVisitor Browser, string Reference)> people;

    private Ledger(IReadOnlyList<(Account, TestVisitor, string)> people) => this.people = people;

    /// <summary>Accounts that were told that their application is sent.</summary>
    public ICollection<Guid> Acknowledged => acknowledged.Keys;

    /// <summary>So many people, and ten organisations with a listing and a recruiter each, to which they apply in turn.</summary>
    public static async Task<Ledger> OpenAsync(SiteProcess site, int people)
    {
        var now = SiteProcess.Now;
        var listings = new List<Listing>();
        await using (var db = site.Database.Open())
        {
            for (var i = 0; i < 10; i++)
            {
                var recruiter = TestData.Account($"recruteuse{i}@exemple.fr", now);
                var organisation = TestData.Organisation($"Résidence {i}");
                var content = TestData.Content(title: $"Animation {i}") with { Professions = [OpenToAll], Specialties = [] };
                var listing = Listing.Draft(Guid.CreateVersion7(), content, organisation.Id, ListingSource.Here, now, recruiter.Id);
                listing.Publish("test", now);
                listings.Add(listing);
                db.AddRange(recruiter, organisation, TestData.Membership(organisation, recruiter), listing);
            }
            await db.SaveChangesAsync();
        }
        var accounts = Enumerable.Range(0, people).Select(i => TestData.Account($"personne{i}@exemple.fr", now)).ToList();
        accounts.ForEach(account => account.Rename("Alix", "Martin"));
        var browsers = await site.SignUpAsync(accounts);
        await using (var db = site.Database.Open())
        {
            db.CarerProfiles.AddRange(accounts.Select(account => CarerProfile.Declare(account.Id, CarerSituation.JobSeeker, OpenToAll, now)));
            await db.SaveChangesAsync();
        }
        return new Ledger([.. accounts.Select((account, i) => (account, browsers[i], listings[i % listings.Count].Reference))]);
    }

    /// <summary>All apply, sixteen at a time, and try again when the site is away; ends when all were told.</summary>
    public Task ApplyAsync(CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation },
            async (one, stop) =>
            {
                while (!await TryAsync(one.Person, one.Browser, one.Reference))
                {
                    await Task.Delay(100, stop);
                }
            }
        );

    /// <summary>What the database holds is what was told: each person's application once, sent, and noticed once.</summary>
    public async Task ShouldHoldAsync(SiteProcess site)
    {
        await using var db = site.Database.Open();
        var stored = await db.Applications.AsNoTracking().ToListAsync();
        stored.Select(one => one.AccountId!.Value).ShouldBe(people.Select(one => one.Person.Id), ignoreOrder: true);
        stored.ShouldAllBe(one => one.Status == ApplicationStatus.Submitted);
        Acknowledged.Count.ShouldBe(people.Count);
        (await db.ApplicationSteps.CountAsync()).ShouldBe(people.Count, "one step each: sent");
        (await db.Notifications.CountAsync()).ShouldBe(people.Count, "each recruiter is told of each application once");
        (await site.IntegrityAsync()).ShouldBe("ok");
    }

    private async Task<bool> TryAsync(Account person, TestVisitor browser, string reference)
    {
        try
        {
            var address = $"/fr/postuler/offre/{reference}";
            var page = await browser.GetAnyAsync(address);
            if (browser.Answer.StatusCode == HttpStatusCode.OK)
            {
                await browser.SubmitAsync(page, address, "#apply", HttpStatusCode.Redirect, ("Message", "Bonjour, je suis là dès lundi."));
                var check = browser.Location!;
                await browser.FillAsync(check, "#send", HttpStatusCode.Redirect);
            }
            // Sent now, or led to what an earlier try sent without hearing of it.
            browser.Answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            browser.Location!.ShouldContain("/mon-espace/candidatures/");
            return acknowledged.TryAdd(person.Id, SiteProcess.Now);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
