using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.TestKit;

namespace Releve.Web.Tests.Carers;

/// <summary>Who sees what, and the page that shows it.</summary>
public sealed class VisibilityTests
{
    private const string Page = "/fr/mon-espace/profil/visibilite";
    private const string Seen = "/fr/mon-espace/profil/vu-par-les-autres";
    private const string Form = "main form";

    [Fact]
    public async Task What_is_opened_to_checked_organisations_is_seen_there()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        await site.WriteAsync(async db =>
        {
            (await db.Accounts.SingleAsync()).Rename("Claire", "d’Haene");
            var profile = await db.CarerProfiles.SingleAsync();
            profile.Edit(profile.Content with { About = "Bonjour.", TemporarilyUnemployed = true, BirthYear = 1987 }, TestData.Now);
        });
        var visitor = await site.SignedInAsync(claire);
        var before = await visitor.GetAsync(Seen);
        before.QuerySelector("[data-viewer=where-i-applied]")!.TextContent.ShouldContain("Claire d’Haene");
        before.QuerySelector("[data-viewer=checked]")!.TextContent.ShouldContain("Rien de vous");

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("show[about]", "checked"), ("show[name]", "nobody"));

        var after = await visitor.GetAsync(Seen);
        after.QuerySelector("[data-viewer=checked]")!.TextContent.ShouldContain("Bonjour.");
        after.QuerySelector("[data-viewer=where-i-applied]")!.TextContent.ShouldNotContain("Haene");
        after.QuerySelector("[data-viewer=nobody]")!.TextContent.ShouldContain("Rien de vous");
        after.QuerySelector(".seen")!.TextContent.ShouldNotContain("1987");
        after.QuerySelector(".seen")!.TextContent.ShouldNotContain("chômage");
    }

    [Fact]
    public async Task Nonsense_is_refused_beside_its_part()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        var page = await visitor.FillAsync(Page, Form, HttpStatusCode.UnprocessableEntity, ("show[photo]", "everybody"));

        page.QuerySelector("#show-photo .error").ShouldNotBeNull();
        (await site.ReadAsync(db => db.CarerProfiles.SingleAsync())).Visibility.ShouldBe(ProfileVisibility.Start);
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        var (site, claire) = await ProfileTests.StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);
        var first = await visitor.GetAsync(Page);
        var second = await visitor.GetAsync(Page);

        await visitor.SubmitAsync(first, Page, Form, HttpStatusCode.Redirect, ("show[name]", "nobody"));
        await visitor.SubmitAsync(first, Page, Form, HttpStatusCode.Redirect, ("show[name]", "nobody"));
        var conflict = await visitor.SubmitAsync(second, Page, Form, HttpStatusCode.Conflict, ("show[name]", "checked"));

        conflict.QuerySelector("#conflict").ShouldNotBeNull();
        conflict.QuerySelector("input[name='show[name]'][value=checked]")!.HasAttribute("checked").ShouldBeTrue();
        (await site.ReadAsync(db => db.CarerProfiles.SingleAsync())).Visibility.Name.ShouldBe(Audience.Nobody);
        await visitor.SubmitAsync(conflict, Page, Form, HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.CarerProfiles.SingleAsync())).Visibility.Name.ShouldBe(Audience.CheckedOrganisations);
    }
}
