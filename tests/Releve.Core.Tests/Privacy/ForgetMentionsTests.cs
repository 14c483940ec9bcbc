using Microsoft.EntityFrameworkCore;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.Core.Privacy;
using Releve.TestKit;

namespace Releve.Core.Tests.Privacy;

/// <summary>Whoever is erased is named nowhere with others: not in their notices, not in mails that are still to go.</summary>
public sealed class ForgetMentionsTests
{
    private static readonly DateTime Now = TestData.Now;

    [Theory, BothDatabases]
    public async Task What_others_were_told_of_an_erased_person_goes_and_nothing_else(string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(name);
        var (claire, odile) = (TestData.Account(), TestData.Account("odile@exemple.fr"));
        odile.Rename("Odile", "Hémery");
        var listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisationId: null, ListingSource.Here, Now, odile.Id);
        listing.Publish("test", Now);
        var application = TestData.Application(claire, listing);
        var other = Guid.CreateVersion7();
        await using (var db = database.Open())
        {
            db.AddRange(claire, odile, listing, application);
            db.AddRange(Told(claire.Id, application.Id, "Odile Hémery"), Told(claire.Id, other, "Ehpad de Dreux"));
            db.AddRange(Mail("Odile Hémery"), Mail("Vera Petit"));
            await db.SaveChangesAsync(cancel);
        }

        await using (var db = database.Open())
        {
            (await new EraseAccount(db, new DocumentFolder("nowhere"), new EndCouple(db, _ => "/couple")).RunAsync(odile.Id, Now, cancel)).ShouldBeTrue();
        }

        await using var after = database.Open();
        (await after.Notifications.SingleAsync(cancel)).Values["organisation"].ShouldBe("Ehpad de Dreux");
        (await after.OutboxMails.SingleAsync(cancel)).Values["name"].ShouldBe("Vera Petit");
    }

    private static Notification Told(Guid to, Guid application, string organisation) =>
        Notification.Of(
            to,
            NotificationTopic.MyApplications,
            "application-viewed",
            Now,
            ("link", $"/fr/mon-espace/candidatures/{application:N}"),
            ("organisation", organisation)
        );

    private static OutboxMail Mail(string name) =>
        OutboxMail.Write(
            "colleague-joined",
            "chef@exemple.fr",
            Language.French,
            Now,
            values: new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["link"] = "/fr" }
        );
}
