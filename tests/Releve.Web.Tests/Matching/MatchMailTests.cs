using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.LifeProjects;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.TestKit;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Mail;
using Releve.Web.Modules.Matching;
using Releve.Web.Start;

namespace Releve.Web.Tests.Matching;

/// <summary>The mail about new matches: where it leads, what ends it, and what is no longer in it when it is sent.</summary>
public sealed class MatchMailTests
{
    private readonly Account claire = TestData.Account();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_names_the_new_match_leads_to_the_page_and_ends_by_its_own_link()
    {
        await using var site = await StartAsync();
        var mail = await TellAsync(site);
        var letter = (await ComposeAsync(site, mail)).ShouldNotBeNull();
        letter.Text.ShouldContain("Infirmière ou infirmier de nuit");
        letter.Text.ShouldContain("projet de vie");
        letter.Text.ShouldContain(MatchingLinks.MinePath.In(claire.Language));
        var stop = new Uri(letter.Unsubscribe.ShouldNotBeNull());

        (
            await site.Client.PostAsync(
                new Uri(stop.PathAndQuery, UriKind.Relative),
                new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
                Cancellation
            )
        ).EnsureSuccessStatusCode();
        (await site.ReadAsync(db => db.NotificationChoices.SingleAsync(one => one.Topic == NotificationTopic.Matches))).Rhythm.ShouldBe(MailRhythm.Never);
        (await ComposeAsync(site, mail)).ShouldBeNull();
    }

    [Fact]
    public async Task A_project_that_rests_is_told_nothing()
    {
        await using var site = await StartAsync();
        var mail = await TellAsync(site);
        await site.WriteAsync(async db => (await db.LifeProjects.SingleAsync()).Pause(site.Time.Now));
        (await ComposeAsync(site, mail)).ShouldBeNull();
    }

    private async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync(db =>
        {
            var project = LifeProject.Draft(Guid.CreateVersion7(), claire.Id, new LifeWishes { Professions = ["nurse"] }, TestData.Now);
            project.Open(TestData.Now);
            db.AddRange(claire, project);
            return Task.CompletedTask;
        });
        await RunAsync(site, "find new matches");
        return site;
    }

    private static async Task<OutboxMail> TellAsync(TestSite site)
    {
        await site.WriteAsync(db =>
        {
            db.Listings.Add(TestData.Live(TestData.Content() with { Professions = ["nurse"], Specialties = [] }, now: TestData.Now.AddMinutes(1)));
            return Task.CompletedTask;
        });
        await RunAsync(site, "find new matches");
        site.Time.Now = TestData.Now.AddDays(1);
        await RunAsync(site, "write mails of alerts");
        return await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync());
    }

    private static async Task RunAsync(TestSite site, string name)
    {
        var (jobs, job) = (site.App.Services.GetRequiredService<JobLoop>(), Jobs.All.Single(one => one.Name == name));
        await jobs.RunNowAsync(job, Cancellation);
        jobs.LastOf(job)!.Error.ShouldBeNull();
    }

    private static Task<Letter?> ComposeAsync(TestSite site, OutboxMail mail) =>
        site.ReadAsync(db => site.App.Services.GetRequiredService<AlertLetter>().WriteAsync(db, mail, Cancellation));
}
