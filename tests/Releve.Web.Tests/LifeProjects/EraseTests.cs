using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.LifeProjects;
using Releve.Core.Proposals;
using Releve.TestKit;
using Releve.Web.Tests.Proposals;

namespace Releve.Web.Tests.LifeProjects;

/// <summary>A carer erases the life project without the account: what goes is said first, and it goes.</summary>
public sealed class EraseTests
{
    private const string Project = "/fr/mon-espace/projet";
    private const string Erase = "/fr/mon-espace/projet/effacer";
    private const string Couple = "/fr/mon-espace/couple";

    [Fact]
    public async Task What_goes_is_said_and_goes_and_the_senders_read_silence()
    {
        await using var scene = await StartAsync();
        var karim = await scene.Site.SignedInAsync(scene.Karim);
        var id = await scene.SendAsync(karim);
        var card = await scene.CardAsync();
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        (await claire.GetAsync(Project)).QuerySelector($"main a[href='{Erase}']").ShouldNotBeNull();

        var page = await claire.GetAsync(Erase);
        var said = MeetSite.MainOf(page);
        said.ShouldContain("La proposition qui attend votre réponse");
        said.ShouldContain("Votre recherche à deux avec Paul Petit");
        said.ShouldContain("La liste de ceux qui ne devaient jamais vous voir");
        said.ShouldNotContain("acceptée");
        await claire.SubmitAsync(page, Erase, "#erase", HttpStatusCode.Redirect);

        claire.Location.ShouldBe(Project + "?erased=true");
        (await claire.GetAsync(claire.Location!)).QuerySelector("[role=status]")!.TextContent.ShouldContain("effacé");
        (await scene.Site.ReadAsync(db => db.LifeProjects.CountAsync())).ShouldBe(0);
        (await claire.StatusOfAsync($"{MeetSite.Received}/{id:N}")).ShouldBe(HttpStatusCode.NotFound);
        (await karim.StatusOfAsync(card)).ShouldBe(HttpStatusCode.NotFound);
        MeetSite.MainOf(await karim.GetAsync($"/fr/mon-espace/proposition-envoyee/{id:N}")).ShouldContain("Envoyée");
        (await scene.NoticesAsync(scene.Karim)).ShouldBeEmpty();
        (await scene.NoticesAsync(scene.Paul)).ShouldBe([EndCouple.Kind]);
        MeetSite.MainOf(await (await scene.Site.SignedInAsync(scene.Paul)).GetAsync(Couple)).ShouldContain("Claire Martin ne cherche plus à deux avec vous");
        (await claire.StatusOfAsync("/fr/mon-espace/profil")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Twice_is_as_good_as_once_and_without_a_project_there_is_nothing_to_erase()
    {
        await using var scene = await StartAsync();
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        var page = await claire.GetAsync(Erase);
        await claire.SubmitAsync(page, Erase, "#erase", HttpStatusCode.Redirect);
        await claire.SubmitAsync(page, Erase, "#erase", HttpStatusCode.Redirect);

        await claire.GetAsync(Erase, HttpStatusCode.Redirect);
        claire.Location.ShouldBe(Project);
        (await claire.GetAsync(Project)).QuerySelector($"main a[href='{Erase}']").ShouldBeNull();
    }

    [Fact]
    public async Task Who_only_wants_rest_is_offered_a_pause()
    {
        await using var scene = await StartAsync();
        var claire = await scene.Site.SignedInAsync(scene.Claire);

        await claire.FillAsync(Erase, "main form[action$=Pause]", HttpStatusCode.Redirect);

        (await scene.Site.ReadAsync(db => db.LifeProjects.SingleAsync())).Status.ShouldBe(LifeProjectStatus.Paused);
        (await claire.GetAsync(Erase)).QuerySelector("main form[action$=Pause]").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_agreed_stays_with_its_conversation()
    {
        await using var scene = await StartAsync();
        var id = await scene.SendAsync(await scene.Site.SignedInAsync(scene.Karim));
        var claire = await scene.Site.SignedInAsync(scene.Claire);
        await claire.FillAsync($"{MeetSite.Received}/{id:N}", "#accept", HttpStatusCode.Redirect);
        var conversation = claire.Location!;
        MeetSite.MainOf(await claire.GetAsync(Erase)).ShouldContain("La proposition qui a été acceptée");

        await claire.FillAsync(Erase, "#erase", HttpStatusCode.Redirect);

        (await claire.StatusOfAsync(conversation)).ShouldBe(HttpStatusCode.OK);
        (await claire.StatusOfAsync($"{MeetSite.Received}/{id:N}")).ShouldBe(HttpStatusCode.OK);
        (await scene.ReadAsync(id)).Status.ShouldBe(ProposalStatus.Accepted);
    }

    [Theory]
    [InlineData("/nl/mijn-ruimte/project/wissen")]
    [InlineData("/en/my-space/project/erase")]
    public async Task It_speaks_the_other_languages(string address)
    {
        await using var scene = await StartAsync();
        (await (await scene.Site.SignedInAsync(scene.Claire)).GetAsync(address)).QuerySelector("#erase").ShouldNotBeNull();
    }

    private static Task<MeetSite> StartAsync() =>
        MeetSite.StartAsync(
            (scene, things) =>
            {
                scene.Paul.Rename("Paul", "Petit");
                scene.Project.HideFrom(scene.Other.Id, TestData.Now);
                var couple = Core.LifeProjects.Couple.Invite(Guid.CreateVersion7(), scene.Claire.Id, 30, "x", TestData.Now);
                couple.Accept(scene.Paul.Id, TestData.Now);
                things.Add(couple);
            }
        );
}
