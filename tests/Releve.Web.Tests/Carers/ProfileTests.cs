using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.TestKit;

namespace Releve.Web.Tests.Carers;

/// <summary>One's own profile: filled in, refused, edited in two tabs.</summary>
public sealed class ProfileTests
{
    private const string Page = "/fr/mon-espace/profil";
    private const string Form = "main form";

    [Fact]
    public async Task A_nurse_says_who_she_is()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(
            Page,
            Form,
            HttpStatusCode.Redirect,
            ("GivenName", " Claire\u202E "),
            ("FamilyName", "d’Haene-Van den Bossche"),
            ("Situation", "student"),
            ("Professions", "nurse"),
            ("Specialties", "nurse.anaesthesia"),
            ("Rpps", "10 003 456 780"),
            ("BirthYear", "1990"),
            ("Commune", "28000 Chartres"),
            ("Phone", "+33 6 12 34 56 78"),
            ("Levels[nl]", "good"),
            ("AvailableFrom", "2027-01-04"),
            ("About", "Bonjour.\r\nJ’aime la nuit."),
            ("Unemployed", "true")
        );

        visitor.Location.ShouldBe(Page + "?saved=true");
        var account = await site.ReadAsync(db => db.Accounts.SingleAsync());
        (account.GivenName, account.FamilyName).ShouldBe(("Claire", "d’Haene-Van den Bossche"));
        var profile = await ProfileAsync(site);
        profile.Situation.ShouldBe(CarerSituation.Student);
        profile.Professions.ShouldBe(["nurse"]);
        profile.Specialties.ShouldBe(["nurse.anaesthesia"]);
        profile.Rpps.ShouldBe("10003456780");
        profile.CommuneCode.ShouldBe("FR-28085");
        profile.Languages.Single().Language.ShouldBe("nl");
        profile.AvailableFrom.ShouldBe(new DateOnly(2027, 1, 4));
        profile.TemporarilyUnemployed.ShouldBeTrue();
        var page = await visitor.GetAsync(visitor.Location!);
        page.QuerySelector(".alert-good").ShouldNotBeNull();
        page.QuerySelector("#commune")!.GetAttribute("value").ShouldBe("Chartres (28)");
    }

    [Fact]
    public async Task Somebody_without_a_profile_begins_one()
    {
        var recruiter = TestData.Account();
        await using var site = await TestSite.StartAsync(db => Add(db, recruiter));
        var visitor = await site.SignedInAsync(recruiter);

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Situation", "newcomer"));

        (await ProfileAsync(site)).Situation.ShouldBe(CarerSituation.Newcomer);
    }

    [Theory]
    [InlineData("BirthYear", "2027", "birth-year")]
    [InlineData("BirthYear", "1899", "birth-year")]
    [InlineData("BirthYear", "19 90", "birth-year")]
    [InlineData("Commune", "Xyzzyville", "commune")]
    [InlineData("Commune", "Eure-et-Loir (28)", "commune")]
    [InlineData("Phone", "appelez-moi", "phone")]
    [InlineData("AvailableFrom", "31/02/2027", "available-from")]
    [InlineData("FamilyName", "1234", "family-name")]
    [InlineData("Professions", "wizard", "profession-0")]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays(string name, string value, string field)
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        var page = await visitor.FillAsync(Page, Form, HttpStatusCode.UnprocessableEntity, ("About", "Je reste."), (name, value));

        page.QuerySelector($"#{field}-error").ShouldNotBeNull();
        ((IHtmlTextAreaElement)page.QuerySelector("#about")!).Value.ShouldBe("Je reste.");
        if (field is not "profession-0")
        {
            page.QuerySelector("#" + field)!.GetAttribute("value").ShouldBe(value);
        }
        (await ProfileAsync(site)).About.ShouldBeNull();
    }

    [Fact]
    public async Task A_name_may_have_200_characters_and_no_more()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("FamilyName", new string('é', 200)));
        var page = await visitor.FillAsync(Page, Form, HttpStatusCode.UnprocessableEntity, ("FamilyName", new string('é', 201)));

        page.QuerySelector("#family-name-error")!.TextContent.ShouldContain("200");
    }

    [Fact]
    public async Task A_doubtful_number_is_kept_and_warned_about()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Rpps", "12345"), ("Inami", "1-23456-26-001"));

        (await ProfileAsync(site)).Rpps.ShouldBe("12345");
        var page = await visitor.GetAsync(Page);
        page.QuerySelector("#rpps-warning").ShouldNotBeNull();
        page.QuerySelector("#inami-warning").ShouldNotBeNull();
        page.QuerySelector("#rpps")!.GetAttribute("aria-describedby").ShouldBe("rpps-hint rpps-warning");
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);
        var first = await visitor.GetAsync(Page);
        var second = await visitor.GetAsync(Page);

        await visitor.SubmitAsync(first, Page, Form, HttpStatusCode.Redirect, ("About", "Premier onglet."));
        var conflict = await visitor.SubmitAsync(second, Page, Form, HttpStatusCode.Conflict, ("About", "Second onglet."));

        conflict
            .QuerySelector("#conflict")!
            .TextContent.ShouldSatisfyAllConditions(text => text.ShouldContain("Premier onglet."), text => text.ShouldContain("Second onglet."));
        ((IHtmlTextAreaElement)conflict.QuerySelector("#about")!).Value.ShouldBe("Second onglet.");
        (await ProfileAsync(site)).About.ShouldBe("Premier onglet.");

        await visitor.SubmitAsync(conflict, Page, Form, HttpStatusCode.Redirect);
        (await ProfileAsync(site)).About.ShouldBe("Second onglet.");
    }

    [Fact]
    public async Task Pressing_twice_is_no_conflict()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Page);

        await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.Redirect, ("About", "Une fois."));
        await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.Redirect, ("About", "Une fois."));

        (await ProfileAsync(site)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_profession_that_is_gone_takes_its_check_with_it()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        await site.WriteAsync(async db => (await db.Verifications.SingleAsync()).Request(TestData.Now));
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Page, Form, HttpStatusCode.Redirect, ("Professions", "midwife"));

        var check = await site.ReadAsync(db => db.Verifications.SingleAsync());
        (check.Profession, check.Status).ShouldBe(("midwife", VerificationStatus.Declared));
    }

    [Fact]
    public async Task What_is_verified_is_not_undone_unasked()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        await site.WriteAsync(async db =>
        {
            (await db.Accounts.SingleAsync()).Rename("Claire", "Martin");
            var profile = await db.CarerProfiles.SingleAsync();
            profile.Edit(profile.Content with { Rpps = "10003456786", CommuneCode = "FR-28085" }, TestData.Now);
            (await db.Verifications.SingleAsync()).Verify(claire.Id, TestData.Now);
        });
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Page);
        page.QuerySelector(Form)!.TextContent.ShouldContain("la vérification sera à refaire");

        var asked = await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.Conflict, ("FamilyName", "Durand"));

        asked.QuerySelector("#recheck")!.TextContent.ShouldContain("Rien n’est encore enregistré");
        asked.QuerySelector("#family-name")!.GetAttribute("value").ShouldBe("Durand");
        (await site.ReadAsync(db => db.Accounts.SingleAsync())).FamilyName.ShouldBe("Martin");
        var agree = asked.QuerySelector("#recheck button[form=profile]")!;
        await visitor.SubmitAsync(asked, Page, Form, HttpStatusCode.Redirect, (agree.GetAttribute("name")!, agree.GetAttribute("value")));
        (await visitor.GetAsync(visitor.Location!)).QuerySelector(".alert-good")!.TextContent.ShouldContain("La vérification est à refaire");
        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Status.ShouldBe(VerificationStatus.Pending);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(
            Page,
            Form,
            HttpStatusCode.Redirect,
            ("AccountId", Guid.NewGuid().ToString()),
            ("Status", "Verified"),
            ("IsAdministrator", "true"),
            ("Form.PhotoId", Guid.NewGuid().ToString())
        );

        var profile = await ProfileAsync(site);
        profile.AccountId.ShouldBe(claire.Id);
        profile.PhotoId.ShouldBeNull();
        (await site.ReadAsync(db => db.Accounts.SingleAsync())).IsAdministrator.ShouldBeFalse();
        (await site.ReadAsync(db => db.Verifications.SingleAsync())).Status.ShouldBe(VerificationStatus.Declared);
    }

    [Fact]
    public async Task Specialties_show_before_anything_is_stored()
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;
        var visitor = await site.SignedInAsync(claire);
        var page = await visitor.GetAsync(Page);
        var form = ((IHtmlFormElement)page.QuerySelector(Form)!);
        form.SetAttribute("action", "?handler=Specialties");

        var shown = await visitor.SubmitAsync(page, Page, Form, HttpStatusCode.OK, ("Professions", "physiotherapist"), ("About", "Brouillon"));

        shown.QuerySelectorAll("#specialties input[type=checkbox]").Length.ShouldBe(7);
        ((IHtmlTextAreaElement)shown.QuerySelector("#about")!).Value.ShouldBe("Brouillon");
        (await ProfileAsync(site)).Professions.ShouldBe(["nurse"]);
    }

    [Theory]
    [InlineData("/nl/mijn-ruimte/profiel", "Mijn profiel")]
    [InlineData("/en/my-space/profile", "My profile")]
    public async Task It_speaks_three_languages(string address, string title)
    {
        var (site, claire) = await StartAsync();
        await using var _ = site;

        (await (await site.SignedInAsync(claire)).GetAsync(address)).QuerySelector("h1")!.TextContent.ShouldBe(title);
    }

    internal static async Task<(TestSite Site, Account Claire)> StartAsync()
    {
        var claire = TestData.Account();
        var site = await TestSite.StartAsync(db =>
        {
            db.CarerProfiles.Add(CarerProfile.Declare(claire.Id, CarerSituation.Working, "nurse", TestData.Now));
            db.Verifications.Add(Verification.Declare(claire.Id, "nurse", TestData.Now));
            return Add(db, claire);
        });
        return (site, claire);
    }

    private static Task Add(AppDb db, Account account)
    {
        db.Accounts.Add(account);
        return Task.CompletedTask;
    }

    private static Task<CarerProfile> ProfileAsync(TestSite site) => site.ReadAsync(db => db.CarerProfiles.AsNoTracking().SingleAsync());
}
