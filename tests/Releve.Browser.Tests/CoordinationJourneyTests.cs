using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Memberships;
using Releve.Web.Modules.Publishing;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Browser.Tests;

/// <summary>What passes through a coordinator's hands, from the person who asks to what the public sees.</summary>
public sealed class CoordinationJourneyTests(RunningSite site)
{
    [Theory]
    [InlineData("claire", Language.French, 390)]
    [InlineData("lotte", Language.Dutch, 1280)]
    public async Task A_carer_asks_for_a_check_and_wears_the_badge(string name, Language language, int width)
    {
        await using var carer = await Visit.BeginAsync(site, language, width: width);
        var page = carer.Page;
        await carer.SignInAsync(site, name, language);
        await carer.GoAsync(CarersLinks.ProfilePath.In(language));
        await page.Locator("#profession-1").SelectOptionAsync("midwife");
        await page.Locator("#rpps").FillAsync("10003456786");
        await page.Locator("#profile .row .btn-main").ClickAsync();
        await page.WaitForURLAsync("**" + CarersLinks.Saved(language));
        await carer.GoAsync(CarersLinks.VerificationPath.In(language));
        var profession = await page.Locator("#ask-midwife h2").InnerTextAsync();
        await page.Locator("#ask-midwife form button").ClickAsync();
        await Assertions.Expect(page.Locator("#ask-midwife .tag-warn")).ToBeVisibleAsync();

        await using (var desk = await CoordinatorAsync(language, CoordinationLinks.VerificationsPath))
        {
            await desk.Page.Locator(".queue > li").Filter(new() { HasText = profession }).Locator("a").First.ClickAsync();
            await Assertions.Expect(desk.Page.Locator(".decide")).ToContainTextAsync("10003456786");
            await desk.Page.Locator("form[action$=Refuse] button").ClickAsync();
            await Assertions.Expect(desk.Page.Locator("#reason-error")).ToBeVisibleAsync();
            (await desk.AxeAsync()).ShouldBeEmpty();
            await desk.Page.Locator("form[action$=Verify] button").ClickAsync();
            await desk.Page.WaitForURLAsync("**?done=verified");
            // The answer to a refusal without a reason is 422, of which the browser complains.
            desk.Slips.ShouldAllBe(slip => slip.Contains("422", StringComparison.Ordinal));
        }

        await carer.GoAsync(CarersLinks.SeenPath.In(language));
        await Assertions.Expect(page.Locator("[data-viewer=where-i-applied] .verified")).ToContainTextAsync("Odile Démo");
        carer.Slips.ShouldBeEmpty();

        // Another name would undo the check: the page asks first, and can be left.
        await carer.GoAsync(CarersLinks.ProfilePath.In(language));
        await page.Locator("#family-name").FillAsync("Durand");
        await page.Locator("#profile .row .btn-main").ClickAsync();
        await Assertions.Expect(page.Locator("#recheck")).ToContainTextAsync(profession);
        (await carer.AxeAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Language.French, 1280, "Ehpad", "Dreux")]
    [InlineData(Language.Dutch, 390, "Clinic", "Luik")]
    public async Task A_new_organisations_first_listing_is_read_and_found(Language language, int width, string kind, string commune)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var recruiter = await Visit.BeginAsync(site, language, width: width);
        await recruiter.SignInAsync(site, "karim", language);
        await SendFirstListingAsync(recruiter, language, (kind, "Maison " + mark, commune), "Nuit " + mark);
        await Assertions.Expect(recruiter.Page.Locator(".alert-good")).ToBeVisibleAsync();
        var search = $"{ListingsLinks.SearchPath.In(language)}?q={mark}";
        await recruiter.GoAsync(search);
        await Assertions.Expect(recruiter.Page.Locator("main")).Not.ToContainTextAsync("Nuit " + mark);

        await using (var desk = await CoordinatorAsync(language, CoordinationLinks.ReviewsPath))
        {
            await desk.Page.Locator(".queue a").Filter(new() { HasText = mark }).ClickAsync();
            (await desk.AxeAsync()).ShouldBeEmpty();
            await desk.Page.Locator("form[action$=Publish] button").ClickAsync();
            await desk.Page.WaitForURLAsync("**?done=approved");
            desk.Slips.ShouldBeEmpty();
        }

        await recruiter.GoAsync(search);
        await Assertions.Expect(recruiter.Page.Locator("main article").Filter(new() { HasText = "Nuit " + mark })).ToBeVisibleAsync();
        recruiter.Slips.ShouldBeEmpty();
    }

    private static async Task SendFirstListingAsync(Visit visit, Language language, (string Kind, string Name, string Commune) house, string title)
    {
        var page = visit.Page;
        await visit.GoAsync(MembershipsLinks.AddPath.In(language));
        await page.Locator("#kind").SelectOptionAsync(house.Kind);
        await page.Locator("#name").FillAsync(house.Name);
        await page.Locator("#where").FillAsync(house.Commune);
        await page.Locator("main form .btn-main").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith(MembershipsLinks.AddPath.In(language), StringComparison.Ordinal));

        await visit.GoAsync(PublishingLinks.NewPath.In(language));
        await page.Locator("label").Filter(new() { HasText = house.Name }).Locator("input").CheckAsync();
        await page.Locator("input[value=salaried-post]").CheckAsync();
        await page.Locator("main form .btn-main").ClickAsync();
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#body").FillAsync("Une équipe de douze personnes cherche du renfort pour les nuits.");
        await page.Locator("input[value=nurse]").EvaluateAsync("box => box.click()");
        await page.Locator("#status").SelectOptionAsync("Permanent");
        await page.Locator("input[name=payMin]").FillAsync("2450");
        await page.Locator("input[name=payMax]").FillAsync("2900");
        await page.Locator("select[name=payUnit]").SelectOptionAsync("Month");
        await page.Locator("#commune").FillAsync(house.Commune);
        await page.Locator("#from").FillAsync("2027-01-04");
        await page.Locator("button[name=go][value=preview]").First.ClickAsync();
        await page.WaitForURLAsync($"**{PublishingLinks.PreviewPath.In(language)}/**");
        if (await page.Locator("form.publish-now input[name=agreed]").CountAsync() > 0)
        {
            await page.Locator("form.publish-now input[name=agreed]").CheckAsync();
        }
        await page.Locator("form.publish-now button[type=submit]").ClickAsync();
    }

    private async Task<Visit> CoordinatorAsync(Language language, LocalPath path)
    {
        var desk = await Visit.BeginAsync(site, language);
        await desk.SignInAsync(site, "odile", language);
        await desk.GoAsync(path.In(language));
        return desk;
    }
}
