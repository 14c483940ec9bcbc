using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Core.Territories;
using Releve.TestKit;

namespace Releve.Web.Tests.Administration;

public sealed class AdministrationTests
{
    private const string Existing = "/fr/administration/territoire/eure-et-loir";

    private readonly Account administrator = TestData.Account("chef@exemple.fr");
    private readonly Account other = TestData.Account("claire.martin@exemple.fr");

    [Fact]
    public async Task A_territory_is_made_of_places_found_by_name_and_known_at_once()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = await site.SignedInAsync(administrator);
        const string New = "/fr/administration/territoire";
        (string, string?)[] typed =
        [
            ("Form.NameFr", "Province de Liège"),
            ("Form.TextFr", "De la Meuse aux Fagnes."),
            ("Form.Position", "2"),
            ("Form.Languages", "fr"),
        ];

        var found = await visitor.SubmitAsync(await visitor.GetAsync(New), New, "main form", HttpStatusCode.UnprocessableEntity, typed);
        found.QuerySelector("#find-error").ShouldNotBeNull();
        var listed = await PostAsync(visitor, found, New + "?handler=Area", ("Find", "liège"));
        var button = listed.QuerySelectorAll("button[name=add]").First(one => one.GetAttribute("value") == "BE-P60000");
        var added = await PostAsync(visitor, listed, New + "?handler=Area", (button.GetAttribute("name")!, button.GetAttribute("value")!));
        added.QuerySelector("#name-fr")!.GetAttribute("value").ShouldBe("Province de Liège");
        await visitor.SubmitAsync(added, New, "main form", HttpStatusCode.Redirect);

        visitor.Location.ShouldBe("/fr/administration/territoire/province-de-liege");
        var territory = await site.ReadAsync(db => db.Territories.SingleAsync(one => one.Slug == "province-de-liege"));
        territory.AreaCodes.ShouldBe(["BE-P60000"]);
        (await site.GetAsync("/fr/territoires")).Body!.TextContent.ShouldContain("Province de Liège");
        site.App.Services.GetRequiredService<TerritoryBook>().Find("province-de-liege").ShouldNotBeNull();
        (await site.ReadAsync(db => db.AuditEntries.SingleAsync())).Action.ShouldBe("territory.created");
    }

    [Fact]
    public async Task Two_who_change_a_territory_lose_nothing()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = await site.SignedInAsync(administrator);
        var (one, two) = (await visitor.GetAsync(Existing), await visitor.GetAsync(Existing));

        await visitor.SubmitAsync(one, Existing, "main form", HttpStatusCode.Redirect, ("Form.NameFr", "Le Perche"));
        var late = await visitor.SubmitAsync(two, Existing, "main form", HttpStatusCode.Conflict, ("Form.NameFr", "La Beauce"));

        late.Body!.TextContent.ShouldContain("Le Perche");
        late.QuerySelector("#name-fr")!.GetAttribute("value").ShouldBe("La Beauce");
        await visitor.SubmitAsync(late, Existing, "main form", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.Territories.SingleAsync())).Names.Fr.ShouldBe("La Beauce");
    }

    [Fact]
    public async Task What_is_wrong_with_a_territory_stands_beside_its_field()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = await site.SignedInAsync(administrator);

        var page = await visitor.FillAsync(
            Existing,
            "main form",
            HttpStatusCode.UnprocessableEntity,
            ("Form.NameFr", " "),
            ("Form.Hue", "400"),
            ("Form.Position", "x"),
            ("Form.Areas", "FR-XX"),
            ("Form.Languages", "tlh")
        );

        foreach (var field in new[] { "name-fr", "hue", "position", "find" })
        {
            page.QuerySelector($"#{field}-error").ShouldNotBeNull(field);
        }
        page.QuerySelector("#languages .error").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_coordinator_is_named_by_the_address_of_an_account_and_removed()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = await site.SignedInAsync(administrator);
        var named = await site.SignedInAsync(other);

        await visitor.FillAsync(Existing, "form[action$=Name]", HttpStatusCode.UnprocessableEntity, ("Email", "personne@exemple.fr"));
        await visitor.FillAsync(Existing, "form[action$=Name]", HttpStatusCode.Redirect, ("Email", "Claire.Martin@exemple.fr"));
        (await named.StatusOfAsync("/fr/coordination")).ShouldBe(HttpStatusCode.OK);
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync())).Kind.ShouldBe("coordinator-named");
        await visitor.FillAsync(Existing, "form[action$=End]", HttpStatusCode.Redirect);

        (await named.StatusOfAsync("/fr/coordination")).ShouldBe(HttpStatusCode.Forbidden);
        (await site.ReadAsync(db => db.AuditEntries.Select(one => one.Action).ToListAsync())).ShouldBe(
            ["coordinator.named", "coordinator.removed"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_mail_given_up_is_tried_again_and_its_link_is_shown_to_nobody()
    {
        var mail = OutboxMail.Write(
            "reset-passphrase",
            "ana@exemple.fr",
            Language.French,
            TestData.Now,
            values: new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = "/fr/secret-link" }
        );
        for (var i = 0; i < 8; i++)
        {
            mail.Failed("Mailbox unavailable", TestData.Now);
        }
        await using var site = await TestSite.StartAsync(async db =>
        {
            await SeedAsync(db);
            db.OutboxMails.Add(mail);
        });
        var visitor = await site.SignedInAsync(administrator);

        (await visitor.GetAsync("/fr/administration")).Body!.TextContent.ShouldContain("n’a pas pu partir");
        var page = await visitor.GetAsync("/fr/administration/courriels");
        page.Body!.TextContent.ShouldContain("Mailbox unavailable");
        page.DocumentElement.OuterHtml.ShouldNotContain("secret-link");
        await visitor.SubmitAsync(page, "/fr/administration/courriels", "main form", HttpStatusCode.Redirect);

        (await site.ReadAsync(db => db.AuditEntries.SingleAsync())).Action.ShouldBe("mail.retried");
    }

    [Fact]
    public async Task A_job_is_run_and_its_run_is_shown()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = await site.SignedInAsync(administrator);

        (await visitor.GetAsync("/fr/administration/taches")).Body!.TextContent.ShouldContain("pas encore exécutée");
        await visitor.FillAsync("/fr/administration/taches", "main form", HttpStatusCode.Redirect);

        (await visitor.GetAsync("/fr/administration/taches")).QuerySelector(".queue > li")!.TextContent.ShouldContain("dernière exécution");
        await visitor.FillAsync("/fr/administration/taches", "main form", HttpStatusCode.NotFound, ("job", "nothing"));
    }

    [Fact]
    public async Task Accounts_are_found_suspended_restored_and_raised()
    {
        await using var site = await TestSite.StartAsync(SeedAsync);
        var visitor = await site.SignedInAsync(administrator);
        var address = $"/fr/administration/compte/{other.Id:N}";

        (await visitor.GetAsync("/fr/administration/comptes?q=claire")).QuerySelectorAll(".queue > li").Length.ShouldBe(1);
        await visitor.FillAsync(address, "form[action$=Suspend]", HttpStatusCode.UnprocessableEntity, ("Reason", ""));
        await visitor.FillAsync(address, "form[action$=Suspend]", HttpStatusCode.Redirect, ("Reason", "Abus."));
        (await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.Id == other.Id))).SuspensionReason.ShouldBe("Abus.");
        await visitor.FillAsync(address, "form[action$=Restore]", HttpStatusCode.Redirect);
        await visitor.FillAsync(address, "form[action$=Raise]", HttpStatusCode.Redirect);

        (await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.Id == other.Id))).IsAdministrator.ShouldBeTrue();
        var log = await visitor.GetAsync("/fr/administration/journal");
        log.QuerySelectorAll(".queue > li").Length.ShouldBe(3);
        (await visitor.GetAsync("/fr/administration/journal?show=looks")).QuerySelector(".queue")!.TextContent.ShouldContain("Fiche consultée");
        (await visitor.GetAsync(address)).QuerySelector("form[action$=Suspend]").ShouldBeNull();
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> PostAsync(
        TestVisitor visitor,
        AngleSharp.Html.Dom.IHtmlDocument page,
        string address,
        params (string Name, string Value)[] more
    )
    {
        var own = page.QuerySelectorAll("main form input[name], main form textarea[name]")
            .Where(one => one.GetAttribute("type") != "checkbox" || one.HasAttribute("checked"))
            .Select(one =>
                (Name: one.GetAttribute("name")!, Value: one is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : one.GetAttribute("value") ?? "")
            )
            .Where(one => more.All(extra => extra.Name != one.Name));
        return visitor.PostAsync(address, HttpStatusCode.OK, own.Concat(more));
    }

    private Task SeedAsync(AppDb db)
    {
        administrator.MakeAdministrator(TestData.Now);
        administrator.TwoFactorEnabled = true;
        other.TwoFactorEnabled = true;
        db.Accounts.AddRange(administrator, other);
        db.Territories.Add(TestData.Territory());
        return Task.CompletedTask;
    }
}
