using System.Net;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Web.Tests.Memberships;

/// <summary>Colleagues: invited, accepted, changed, removed, leaving; and who may do none of it.</summary>
public sealed class TeamTests
{
    private const string Team = "/fr/mon-espace/organisations/equipe/centre-hospitalier-de-chartres";
    private const string Mine = "/fr/mon-espace/organisations";

    private readonly Organisation hospital = TestData.Organisation();
    private readonly Organisation other = TestData.Organisation("Ehpad de Dreux", "FR-28134", OrganisationKind.Ehpad);
    private readonly Account owner = Secured("odile@exemple.fr");
    private readonly Account recruiter = Secured("remi@exemple.fr");
    private readonly Account viewer = Secured("vera@exemple.fr");
    private readonly Account stranger = Secured("sam@exemple.fr");
    private readonly Account claire = Secured("claire@exemple.fr");

    [Fact]
    public async Task A_colleague_is_invited_accepts_and_the_owner_is_told()
    {
        await using var site = await StartAsync();
        var link = await InviteAsync(site, "Claire@exemple.fr", "Recruiter");
        var invitation = await site.ReadAsync(db => db.Invitations.SingleAsync());
        invitation.SecretHash.Length.ShouldBe(32);
        link.ShouldContain("code=");

        var visitor = await site.SignedInAsync(claire);
        await visitor.GetAsync(link);
        (await RoleOfAsync(site, claire)).ShouldBeNull();
        await visitor.FillAsync(link, "main form", HttpStatusCode.Redirect);

        visitor.Location.ShouldBe(Mine);
        (await RoleOfAsync(site, claire)).ShouldBe(OrganisationRole.Recruiter);
        (await site.ReadAsync(db => db.Accounts.SingleAsync(one => one.Id == claire.Id))).PowerSince.ShouldNotBeNull();
        (await site.ReadAsync(db => db.OutboxMails.SingleAsync(mail => mail.Kind == "colleague-joined"))).To.ShouldBe("odile@exemple.fr");
        (await visitor.GetAsync(link)).QuerySelector(".alert-warn")!.TextContent.ShouldContain("déjà été acceptée");
    }

    [Fact]
    public async Task Somebody_without_a_session_is_led_to_sign_in_and_back()
    {
        await using var site = await StartAsync();
        var link = await InviteAsync(site, "claire@exemple.fr", "Viewer");
        var visitor = site.Visitor();

        var page = await visitor.GetAsync(link);
        var signIn = page.QuerySelector("main a.btn-main")!.GetAttribute("href")!;
        Uri.UnescapeDataString(signIn).ShouldBe("/fr/connexion?back=" + link);
        page.QuerySelector("main a.btn-line")!.GetAttribute("href").ShouldBe("/fr/inscription?back=" + Uri.EscapeDataString(link));
    }

    [Fact]
    public async Task Another_address_gets_nothing()
    {
        await using var site = await StartAsync();
        var link = await InviteAsync(site, "claire@exemple.fr", "Owner");
        var visitor = await site.SignedInAsync(stranger);

        var page = await visitor.GetAsync(link);
        page.QuerySelector(".alert-warn")!.TextContent.ShouldContain("sam@exemple.fr");
        page.Body!.TextContent.ShouldNotContain("claire@exemple.fr");
        page.QuerySelector("main form").ShouldBeNull();
        await PostAsync(visitor, link, HttpStatusCode.Forbidden);
        var id = (await site.ReadAsync(db => db.Invitations.SingleAsync())).Id;
        await PostAsync(visitor, Mine + "?handler=Accept", HttpStatusCode.NotFound, ("invitation", id.ToString()));
        (await RoleOfAsync(site, stranger)).ShouldBeNull();
    }

    [Fact]
    public async Task Expired_withdrawn_replaced_and_made_up_links_say_so()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(claire);
        var first = await InviteAsync(site, "claire@exemple.fr", "Viewer");
        var second = await InviteAsync(site, "claire@exemple.fr", "Recruiter");
        (await visitor.GetAsync(first)).QuerySelector(".alert-warn")!.TextContent.ShouldContain("retirée");
        await PostAsync(visitor, first, HttpStatusCode.OK);

        await visitor.GetAsync(second.Replace("code=", "code=0", StringComparison.Ordinal), HttpStatusCode.NotFound);
        await visitor.GetAsync("/fr/invitation", HttpStatusCode.NotFound);

        site.Time.Now = TestData.Now.AddDays(15);
        visitor = await site.SignedInAsync(claire);
        (await visitor.GetAsync(second)).QuerySelector(".alert-warn")!.TextContent.ShouldContain("expiré");
        await PostAsync(visitor, second, HttpStatusCode.OK);
        (await RoleOfAsync(site, claire)).ShouldBeNull();
    }

    [Fact]
    public async Task An_invitation_is_accepted_from_ones_own_page_too_and_closes_the_claim()
    {
        await using var site = await StartAsync(db =>
            db.Add(
                new OrganisationClaim
                {
                    Id = Guid.CreateVersion7(),
                    OrganisationId = hospital.Id,
                    AccountId = claire.Id,
                    Message = "Cadre",
                    CreatedAt = TestData.Now,
                }
            )
        );
        await InviteAsync(site, "claire@exemple.fr", "Viewer");
        var visitor = await site.SignedInAsync(claire);

        await visitor.FillAsync(Mine, "main form", HttpStatusCode.Redirect);

        (await RoleOfAsync(site, claire)).ShouldBe(OrganisationRole.Viewer);
        var claim = await site.ReadAsync(db => db.OrganisationClaims.SingleAsync());
        (claim.Status, claim.DecidedBy).ShouldBe((ClaimStatus.Approved, owner.Id));
    }

    [Fact]
    public async Task A_double_press_invites_once_and_colleagues_are_not_invited()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);
        await FillInvitationAsync(visitor, "x@exemple.fr", "Viewer", HttpStatusCode.Redirect);
        await FillInvitationAsync(visitor, "x@exemple.fr", "Viewer", HttpStatusCode.Redirect);
        (await site.ReadAsync(db => db.OutboxMails.CountAsync())).ShouldBe(1);

        var page = await FillInvitationAsync(visitor, "remi@exemple.fr", "Owner", HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#email-error").ShouldNotBeNull();
        page = await FillInvitationAsync(visitor, "nobody@", "Director", HttpStatusCode.UnprocessableEntity);
        page.QuerySelectorAll(".error").Length.ShouldBe(2);
        page.QuerySelector("#email")!.GetAttribute("value").ShouldBe("nobody@");
    }

    [Fact]
    public async Task Roles_change_and_end_and_the_person_is_told()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);
        var membership = await MembershipAsync(site, viewer);

        await PostAsync(visitor, Team + "?handler=Role", HttpStatusCode.Redirect, ("membership", membership.ToString()), ("Role", "Recruiter"));
        (await RoleOfAsync(site, viewer)).ShouldBe(OrganisationRole.Recruiter);
        await PostAsync(visitor, Team + "?handler=Remove", HttpStatusCode.Redirect, ("membership", membership.ToString()));
        (await RoleOfAsync(site, viewer)).ShouldBeNull();

        var mails = await site.ReadAsync(db => db.OutboxMails.OrderBy(mail => mail.Kind).Select(mail => mail.Kind + " " + mail.To).ToListAsync());
        mails.ShouldBe(["access-ended vera@exemple.fr", "role-changed vera@exemple.fr"]);
        (await (await site.SignedInAsync(viewer)).StatusOfAsync(Team)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(owner);
        var membership = (await MembershipAsync(site, owner)).ToString();

        await PostAsync(visitor, Team + "?handler=Leave", HttpStatusCode.Conflict);
        await PostAsync(visitor, Team + "?handler=Remove", HttpStatusCode.Conflict, ("membership", membership));
        var page = await PostAsync(visitor, Team + "?handler=Role", HttpStatusCode.Conflict, ("membership", membership), ("Role", "Viewer"));
        page.QuerySelector(".alert-bad")!.TextContent.ShouldContain("au moins une personne responsable");

        await PostAsync(await site.SignedInAsync(recruiter), Team + "?handler=Leave", HttpStatusCode.Redirect);
        (await RoleOfAsync(site, recruiter)).ShouldBeNull();
        (await RoleOfAsync(site, owner)).ShouldBe(OrganisationRole.Owner);
    }

    [Fact]
    public async Task Who_is_no_owner_changes_nothing()
    {
        await using var site = await StartAsync();
        var membership = (await MembershipAsync(site, recruiter)).ToString();
        foreach (var who in new[] { viewer, recruiter, stranger })
        {
            var visitor = await site.SignedInAsync(who);
            await PostAsync(visitor, Team + "?handler=Invite", HttpStatusCode.NotFound, ("Email", "x@exemple.fr"), ("Role", "Owner"));
            await PostAsync(visitor, Team + "?handler=Role", HttpStatusCode.NotFound, ("membership", membership), ("Role", "Owner"));
            await PostAsync(visitor, Team + "?handler=Remove", HttpStatusCode.NotFound, ("membership", membership));
        }
        // Nor does an owner change the colleagues of others through the own page.
        var foreign = await PostAsync(
            await site.SignedInAsync(stranger),
            "/fr/mon-espace/organisations/equipe/ehpad-de-dreux?handler=Remove",
            HttpStatusCode.NotFound,
            ("membership", membership)
        );
        foreign.ShouldNotBeNull();
        (await RoleOfAsync(site, recruiter)).ShouldBe(OrganisationRole.Recruiter);
        (await site.ReadAsync(db => db.Invitations.AnyAsync())).ShouldBeFalse();
        (await (await site.SignedInAsync(stranger)).StatusOfAsync(Team)).ShouldBe(HttpStatusCode.NotFound);
        var seen = await (await site.SignedInAsync(viewer)).GetAsync(Team);
        seen.QuerySelectorAll("[aria-labelledby=colleagues] li").Length.ShouldBe(3);
        seen.QuerySelector("#invite-form").ShouldBeNull();
    }

    [Fact]
    public async Task An_invitation_of_an_owner_who_was_removed_is_void()
    {
        await using var site = await StartAsync(db => db.Add(TestData.Membership(hospital, stranger)));
        await FillInvitationAsync(await site.SignedInAsync(stranger), "claire@exemple.fr", "Owner", HttpStatusCode.Redirect);
        var membership = (await MembershipAsync(site, stranger)).ToString();

        await PostAsync(await site.SignedInAsync(owner), Team + "?handler=Remove", HttpStatusCode.Redirect, ("membership", membership));

        var link = (await site.ReadAsync(db => db.OutboxMails.SingleAsync(mail => mail.Kind == "invitation"))).Values["link"];
        (await (await site.SignedInAsync(claire)).GetAsync(link)).QuerySelector("main form").ShouldBeNull();
    }

    private static Account Secured(string email)
    {
        var account = TestData.Account(email);
        account.TwoFactorEnabled = true;
        return account;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PostAsync(
        TestVisitor visitor,
        string address,
        HttpStatusCode expected,
        params (string Name, string Value)[] fields
    )
    {
        var page = await visitor.GetAsync("/fr/mon-espace");
        var token = page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        return await visitor.PostAsync(address, expected, [.. fields, ("form-token", token)]);
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> FillInvitationAsync(TestVisitor visitor, string email, string role, HttpStatusCode expected) =>
        visitor.FillAsync(Team, "#invite-form", expected, ("Email", email), ("Role", role), ("InvitedBy", Guid.NewGuid().ToString()));

    private async Task<string> InviteAsync(TestSite site, string email, string role)
    {
        // The clock stands still here, so that ids tell no order: the new mail is the one that was not there before.
        var before = await site.ReadAsync(db => db.OutboxMails.Select(mail => mail.Id).ToListAsync());
        await FillInvitationAsync(await site.SignedInAsync(owner), email, role, HttpStatusCode.Redirect);
        var mail = await site.ReadAsync(db => db.OutboxMails.AsNoTracking().SingleAsync(one => one.Kind == "invitation" && !before.Contains(one.Id)));
        return mail.Values["link"];
    }

    private Task<Guid> MembershipAsync(TestSite site, Account who) =>
        site.ReadAsync(db => db.Memberships.Where(one => one.AccountId == who.Id && one.OrganisationId == hospital.Id).Select(one => one.Id).SingleAsync());

    private Task<OrganisationRole?> RoleOfAsync(TestSite site, Account who) =>
        site.ReadAsync(db =>
            db.Memberships.Where(one => one.AccountId == who.Id && one.OrganisationId == hospital.Id)
                .Select(one => (OrganisationRole?)one.Role)
                .SingleOrDefaultAsync()
        );

    private Task<TestSite> StartAsync(Action<AppDb>? more = null) =>
        TestSite.StartAsync(db =>
        {
            db.AddRange(hospital, other);
            db.AddRange(owner, recruiter, viewer, stranger, claire);
            db.AddRange(
                TestData.Membership(hospital, owner),
                TestData.Membership(hospital, recruiter, OrganisationRole.Recruiter),
                TestData.Membership(hospital, viewer, OrganisationRole.Viewer),
                TestData.Membership(other, stranger)
            );
            more?.Invoke(db);
            return Task.CompletedTask;
        });
}
