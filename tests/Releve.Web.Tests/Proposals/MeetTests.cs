using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.LifeProjects;
using Releve.Core.LocalLife;
using Releve.Core.Proposals;
using Releve.TestKit;

namespace Releve.Web.Tests.Proposals;

/// <summary>The way of an organisation and of a carer, page by page, without scripts.</summary>
public sealed class MeetTests
{
    [Fact]
    public async Task From_a_card_to_a_conversation()
    {
        await using var scene = await MeetSite.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Karim);

        await karim.GetAsync(MeetSite.Meet, HttpStatusCode.Redirect);
        karim.Location.ShouldBe(scene.Cards);
        var list = await karim.GetAsync(scene.Cards);
        list.QuerySelector("h1")!.TextContent.ShouldBe("Un soignant pourrait venir");
        var link = list.QuerySelector(".profile a")!.GetAttribute("href")!;
        list.QuerySelector(".profile")!.TextContent.ShouldContain("Pas encore ouvert");
        var card = await karim.GetAsync(link);
        card.QuerySelector("h1")!.TextContent.ShouldNotContain("Claire");
        MeetSite.MainOf(card).ShouldContain("Une équipe qui déjeune ensemble.");
        card.QuerySelectorAll("table.compare tbody tr.crit-yes").Length.ShouldBeGreaterThan(0);
        MeetSite.MainOf(await karim.GetAsync(scene.Cards)).ShouldNotContain("Pas encore ouvert");

        var id = await scene.SendAsync(
            karim,
            ("Form.Lodging", "Six mois dans la maison de garde"),
            ("Form.ContactName", "Odile"),
            ("Form.ContactPhone", "02 37 30 30 30")
        );
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        (await scene.NoticesAsync(scene.Claire)).ShouldBe(["proposal-received"]);
        MeetSite.MainOf(await claire.GetAsync(MeetSite.Received)).ShouldContain(scene.Hospital.Name);
        var answer = await claire.GetAsync($"{MeetSite.Received}/{id:N}");
        MeetSite
            .MainOf(answer)
            .ShouldSatisfyAllConditions(
                text => text.ShouldContain("Six mois dans la maison de garde"),
                text => text.ShouldContain("02 37 30 30 30"),
                text => text.ShouldContain("Votre nom\u00a0: Claire Martin")
            );
        (await scene.ReadAsync(id)).Status.ShouldBe(ProposalStatus.Seen);
        await claire.SubmitAsync(answer, $"{MeetSite.Received}/{id:N}", "#accept", HttpStatusCode.Redirect);
        claire.Location.ShouldBe($"/fr/mon-espace/messages/{id:N}");
        MeetSite.MainOf(await claire.GetAsync(claire.Location!)).ShouldContain("Un bureau libre en septembre, trois collègues.");

        (await scene.NoticesAsync(scene.Karim)).ShouldBe(["proposal-accepted"]);
        var thread = await karim.GetAsync($"/fr/mon-espace/messages/{id:N}");
        thread.QuerySelector("h1")!.TextContent.ShouldContain("Claire Martin");
        await karim.SubmitAsync(thread, $"/fr/mon-espace/messages/{id:N}", "#composer", HttpStatusCode.Redirect, ("Text", "Bienvenue"));
        MeetSite.MainOf(await claire.GetAsync($"/fr/mon-espace/messages/{id:N}")).ShouldContain("Bienvenue");
        MeetSite.MainOf(await karim.GetAsync($"/fr/mon-espace/proposition-envoyee/{id:N}")).ShouldContain("Claire Martin");
        var paul = await scene.Site.SignedInAsync(scene.Paul);
        (await paul.StatusOfAsync($"/fr/mon-espace/messages/{id:N}")).ShouldBe(HttpStatusCode.NotFound);
        (await paul.StatusOfAsync($"/fr/mon-espace/proposition-envoyee/{id:N}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_no_stays_without_a_name_and_never_again_hides_the_project()
    {
        await using var scene = await MeetSite.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Karim);
        var id = await scene.SendAsync(karim);
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        var own = $"{MeetSite.Received}/{id:N}";
        (await claire.FillAsync(own, "#decline", HttpStatusCode.UnprocessableEntity)).QuerySelector("#how .error").ShouldNotBeNull();
        foreach (var betrayal in new[] { "Claire vous salue", "Appelez le 06 12 34 56 78" })
        {
            var again = await claire.FillAsync(own, "#decline", HttpStatusCode.UnprocessableEntity, ("How", "No"), ("Reason", betrayal));
            again.QuerySelector("#reason-error").ShouldNotBeNull();
        }
        await claire.FillAsync(own, "#decline", HttpStatusCode.Redirect, ("How", "NeverAgain"), ("Reason", "Trop loin de la mer"));
        var sent = MeetSite.MainOf(await karim.GetAsync($"/fr/mon-espace/proposition-envoyee/{id:N}"));
        sent.ShouldContain("Trop loin de la mer");
        sent.ShouldNotContain("Claire");
        (await karim.StatusOfAsync(await scene.CardAsync())).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync($"/fr/mon-espace/messages/{id:N}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_refused_form_names_the_place_and_keeps_what_was_typed()
    {
        await using var scene = await MeetSite.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Karim);
        var again = await karim.FillAsync(
            await scene.ProposeAsync(),
            "#propose",
            HttpStatusCode.UnprocessableEntity,
            ("Form.Text", "Écrivez-moi"),
            ("Form.Lodging", "Voyez avec 06 12 34 56 78"),
            ("Form.VisitOn", "2020-01-01")
        );
        again.QuerySelector("#lodging-error")!.TextContent.ShouldContain("06 12 34 56 78");
        again.QuerySelector("#visitOn-error").ShouldNotBeNull();
        again.QuerySelector("#text")!.TextContent.ShouldBe("Écrivez-moi");
        (await scene.NoticesAsync(scene.Claire)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_viewer_sees_and_changes_nothing_and_an_unchecked_organisation_sees_no_card()
    {
        await using var scene = await MeetSite.StartAsync();
        var vera = await scene.Site.SignedInAsync(scene.Vera);
        var page = await vera.GetAsync(await scene.CardAsync());
        page.QuerySelector("#keep").ShouldBeNull();
        (await vera.StatusOfAsync(await scene.ProposeAsync())).ShouldBe(HttpStatusCode.NotFound);
        await scene.Site.WriteAsync(async db => (await db.Organisations.SingleAsync(one => one.Id == scene.Hospital.Id)).CheckedAt = null);
        (await vera.GetAsync(scene.Cards)).QuerySelector(".profile").ShouldBeNull();
        (await vera.StatusOfAsync(await scene.CardAsync())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Cards_are_kept_set_aside_and_filtered()
    {
        await using var scene = await MeetSite.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Karim);
        var card = await scene.CardAsync();
        await karim.FillAsync(card, "#aside", HttpStatusCode.Redirect);
        (await karim.GetAsync(scene.Cards)).QuerySelectorAll(".profile").Length.ShouldBe(0);
        (await karim.GetAsync(scene.Cards + "?tab=aside")).QuerySelectorAll(".profile").Length.ShouldBe(1);
        await karim.FillAsync(card, "#aside", HttpStatusCode.Redirect);
        await karim.FillAsync(card, "#keep", HttpStatusCode.Redirect);
        (await karim.GetAsync(scene.Cards + "?tab=kept")).QuerySelectorAll(".profile").Length.ShouldBe(1);
        (await karim.GetAsync(scene.Cards + "?way=Locum")).QuerySelectorAll(".profile").Length.ShouldBe(0);
        (await karim.GetAsync(scene.Cards + $"?way=SalariedPost&listing={scene.Listing.Reference}")).QuerySelectorAll(".profile").Length.ShouldBe(1);
        (await karim.GetAsync(scene.Cards + "?listing=territory&start=99&musts=1&profession=%3Cscript%3E")).QuerySelector("h1").ShouldNotBeNull();
    }

    [Fact]
    public async Task Templates_fill_the_form()
    {
        await using var scene = await MeetSite.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Karim);
        var list = await karim.GetAsync($"/fr/mon-espace/rencontres-modeles/{scene.Hospital.Slug}");
        var fresh = list.QuerySelector("a.btn-main")!.GetAttribute("href")!;
        await karim.FillAsync(fresh, "#template-form", HttpStatusCode.UnprocessableEntity, ("Form.Text", "Bonjour"));
        await karim.FillAsync(
            fresh,
            "#template-form",
            HttpStatusCode.Redirect,
            ("Name", "Installation"),
            ("Form.Text", "Notre maison de santé"),
            ("Form.Aid", "10 000 €")
        );
        var propose = await scene.ProposeAsync();
        var form = await karim.GetAsync(propose);
        var option = form.QuerySelector("#template option")!.GetAttribute("value");
        var filled = await karim.GetAsync($"{propose}?template={option}");
        filled.QuerySelector("#text")!.TextContent.ShouldBe("Notre maison de santé");
        filled.QuerySelector("#aid")!.GetAttribute("value").ShouldBe("10 000 €");
        await karim.FillAsync($"/fr/mon-espace/rencontres-modeles/{scene.Hospital.Slug}", ".own-list form", HttpStatusCode.Redirect);
        (await karim.GetAsync(propose)).QuerySelector("#template").ShouldBeNull();
    }

    [Fact]
    public async Task Paused_hidden_or_erased_in_the_middle_looks_like_silence()
    {
        await using var scene = await MeetSite.StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Karim);
        var form = await karim.GetAsync(await scene.ProposeAsync());
        await scene.ChangeAsync(one => one.Pause(TestData.Now));
        await karim.SubmitAsync(form, await scene.ProposeAsync(), "#propose", HttpStatusCode.NotFound, ("Form.Text", "Bonjour, un bureau est libre."));
        await scene.ChangeAsync(one => one.Open(TestData.Now));
        var id = await scene.SendAsync(karim);
        var sent = $"/fr/mon-espace/proposition-envoyee/{id:N}";
        await scene.ChangeAsync(one => one.Show(ProjectVisibility.Hidden, [], TestData.Now));
        var hidden = MeetSite.MainOf(await karim.GetAsync(sent));
        await scene.Site.WriteAsync(async db =>
        {
            (await db.Proposals.SingleAsync(one => one.Id == id)).ForgetCarer(TestData.Now);
            db.LifeProjects.Remove(await db.LifeProjects.SingleAsync(one => one.Id == scene.Project.Id));
        });
        var erased = MeetSite.MainOf(await karim.GetAsync(sent));
        erased.ShouldBe(hidden);
        await karim.FillAsync(sent, "#withdraw", HttpStatusCode.Redirect);
        MeetSite.MainOf(await karim.GetAsync(sent)).ShouldContain("Retirée");
    }

    [Fact]
    public async Task Who_founds_a_project_proposes_without_a_name_and_both_are_known_after_a_yes()
    {
        LifeProject founding = null!;
        await using var scene = await MeetSite.StartAsync(
            (scene, things) =>
            {
                scene.Vera.Rename("Vera", "Dupont");
                founding = MeetSite.Shown(
                    scene.Vera,
                    new LifeWishes
                    {
                        Professions = ["doctor"],
                        Ways = WaysToWork.FoundProject,
                        PartnersSought = ["nurse"],
                        FoundsAt = "FR-28085",
                    }
                );
                things.Add(founding);
            },
            new LifeWishes { Professions = ["nurse"], Ways = WaysToWork.JoinTeam }
        );
        var vera = await scene.Site.SignedInAsync(scene.Vera);
        var cards = await vera.GetAsync($"{MeetSite.Meet}/~");
        cards.QuerySelectorAll(".profile").Length.ShouldBe(1);
        var seal = await scene.SealAsync(scene.Project.Id, scene.Vera.Id);
        var propose = $"/fr/mon-espace/proposer/~/{seal}";
        (await vera.GetAsync(propose)).QuerySelector("#contactPhone").ShouldBeNull();
        (await vera.FillAsync(propose, "#propose", HttpStatusCode.UnprocessableEntity, ("Form.Text", "Ici Vera, bonjour")))
            .QuerySelector("#text-error")
            .ShouldNotBeNull();
        await vera.FillAsync(
            propose,
            "#propose",
            HttpStatusCode.Redirect,
            ("Form.Text", "Fondons ensemble une maison de santé."),
            ("Form.ContactPhone", "0237303030")
        );
        var id = Guid.Parse(vera.Location!.Split('/')[^1].Split('?')[0]);
        (await scene.ReadAsync(id)).Offer.ContactPhone.ShouldBeNull();
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        var answer = await claire.GetAsync($"{MeetSite.Received}/{id:N}");
        MeetSite.MainOf(answer).ShouldNotContain("Vera");
        MeetSite.MainOf(answer).ShouldNotContain("Dupont");
        answer.QuerySelector(".anon-card").ShouldNotBeNull();
        await claire.SubmitAsync(answer, $"{MeetSite.Received}/{id:N}", "#accept", HttpStatusCode.Redirect);
        (await claire.GetAsync(claire.Location!)).QuerySelector("h1")!.TextContent.ShouldContain("Vera Dupont");
        (await vera.GetAsync($"/fr/mon-espace/messages/{id:N}")).QuerySelector("h1")!.TextContent.ShouldContain("Claire Martin");
    }

    /// <summary>Minutes to the station and places in the crèche, put together, name the one commune that answered so.</summary>
    [Fact]
    public async Task Before_a_yes_the_answers_of_a_founders_commune_do_not_tell_which_it_is()
    {
        await using var scene = await MeetSite.StartAsync(
            (scene, things) =>
            {
                things.Add(
                    MeetSite.Shown(
                        scene.Vera,
                        new LifeWishes
                        {
                            Professions = ["doctor"],
                            Ways = WaysToWork.FoundProject,
                            PartnersSought = ["nurse"],
                            FoundsAt = "FR-28085",
                        }
                    )
                );
                var answers = new WelcomeAnswers
                {
                    StationMinutes = 17,
                    CrechePlaces = 43,
                    HomesToRent = true,
                    HomesToBuy = true,
                    Sectors = [WorkSector.Agriculture, WorkSector.Crafts],
                };
                things.Add(CommuneWelcome.Of("FR-28085", scene.Hospital.Id, answers, TestData.Now));
            },
            new LifeWishes
            {
                Professions = ["nurse"],
                Ways = WaysToWork.JoinTeam,
                Children = ChildrenNeeds.Creche,
                Housing = HousingWanted.Rent,
                PartnerSector = WorkSector.Agriculture,
                Weights = new[] { Wish.Station, Wish.Creche, Wish.Housing, Wish.PartnerWork }.ToDictionary(wish => wish, _ => WishWeight.Matters),
            }
        );
        var vera = await scene.Site.SignedInAsync(scene.Vera);
        var propose = $"/fr/mon-espace/proposer/~/{await scene.SealAsync(scene.Project.Id, scene.Vera.Id)}";
        await vera.FillAsync(propose, "#propose", HttpStatusCode.Redirect, ("Form.Text", "Fondons ensemble une maison de santé."));
        var id = Guid.Parse(vera.Location!.Split('/')[^1].Split('?')[0]);
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        var answer = await claire.GetAsync($"{MeetSite.Received}/{id:N}");
        answer.QuerySelectorAll("table.compare .crit-yes").Length.ShouldBeGreaterThan(4);
        var offered = string.Join('\n', answer.QuerySelectorAll("table.compare .verdict").Select(one => one.TextContent));
        foreach (var telling in new[] { "17", "43", "acheter", "Artisanat" })
        {
            offered.ShouldNotContain(telling);
        }
        offered.ShouldContain("louer");
        MeetSite.MainOf(answer).ShouldNotContain("Chartres");
    }
}
