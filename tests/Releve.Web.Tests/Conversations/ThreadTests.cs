using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Conversations;
using Releve.Core.Documents;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.TestKit;

namespace Releve.Web.Tests.Conversations;

/// <summary>A carer and a recruiter write to each other: pages, files, refusals, blocking, live.</summary>
public sealed class ThreadTests
{
    private readonly Account carer = TestData.Account();
    private readonly Account recruiter = TestData.Account("karim@exemple.fr");
    private readonly Account stranger = TestData.Account("zoe@exemple.fr");
    private JobApplication application = null!;
    private Listing listing = null!;

    private string Address => "/fr/mon-espace/messages/" + application.Id.ToString("N");

    [Fact]
    public async Task Two_sides_write_and_each_sees_what_the_other_read()
    {
        await using var site = await StartAsync();
        var (mine, theirs) = (await site.SignedInAsync(carer), await site.SignedInAsync(recruiter));

        await SendAsync(theirs, "Bonjour Claire,\n\nquand pouvez-vous venir ?");
        var list = await mine.GetAsync("/fr/mon-espace/messages");
        list.QuerySelector(".thread-item .count")!.TextContent.ShouldContain("1");
        list.QuerySelector(".thread-item a")!.TextContent.ShouldBe("Centre hospitalier de Chartres");
        (await mine.GetAsync("/fr/")).QuerySelector(".me .count").ShouldNotBeNull();
        site.Time.Now += TimeSpan.FromMinutes(5);
        (await mine.GetAsync(Address)).QuerySelector("#messages .msg-text")!.TextContent.ShouldBe("Bonjour Claire,\n\nquand pouvez-vous venir ?");

        (await theirs.GetAsync(Address))
            .QuerySelector(".msg-event")!
            .TextContent.ShouldContain("Lu le 22 novembre 2026, 7 h 05".Replace(" h ", "\u00a0h\u00a0"));
        (await mine.GetAsync("/fr/mon-espace/messages")).QuerySelector(".thread-item .count").ShouldBeNull();
        (await mine.GetAsync("/fr/")).QuerySelector(".me .count").ShouldBeNull("what was read is not new");
    }

    [Fact]
    public async Task Before_anybody_wrote_the_page_is_there_for_both_and_for_nobody_else()
    {
        await using var site = await StartAsync();

        (await (await site.SignedInAsync(recruiter)).GetAsync(Address)).QuerySelector(".msg-none").ShouldNotBeNull();
        (await (await site.SignedInAsync(carer)).GetAsync(Address)).QuerySelector("#composer").ShouldNotBeNull();
        await (await site.SignedInAsync(stranger)).GetAsync(Address, HttpStatusCode.NotFound);
        await (await site.SignedInAsync(stranger)).GetAsync(Address + "?handler=Messages", HttpStatusCode.NotFound);
        (await site.ReadAsync(db => db.Conversations.CountAsync())).ShouldBe(0, "looking opens nothing");
    }

    [Fact]
    public async Task Too_long_or_empty_is_refused_with_everything_kept()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(carer);
        var text = new string('a', Message.Longest + 1);

        var refused = await visitor.FillAsync(Address, "#composer", HttpStatusCode.UnprocessableEntity, ("Text", text));
        refused.QuerySelector("#text")!.TextContent.ShouldBe(text);
        refused.QuerySelector("#text-error")!.TextContent.ShouldContain("10\u202f001");
        await visitor.FillAsync(Address, "#composer", HttpStatusCode.UnprocessableEntity, ("Text", " \u200b\n "));
        await SendAsync(visitor, text[1..]);

        (await site.ReadAsync(db => db.Messages.SingleAsync())).Text.Length.ShouldBe(Message.Longest);
    }

    [Fact]
    public async Task A_double_press_is_one_message()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(carer);
        var page = await visitor.GetAsync(Address);

        await visitor.SubmitAsync(page, Address, "#composer", HttpStatusCode.Redirect, ("Text", "Bonjour"));
        await visitor.SubmitAsync(page, Address, "#composer", HttpStatusCode.Redirect, ("Text", "Bonjour"));

        (await site.ReadAsync(db => db.Messages.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Another_text_typed_after_going_back_is_another_message()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(carer);
        var page = await visitor.GetAsync(Address);

        await visitor.SubmitAsync(page, Address, "#composer", HttpStatusCode.Redirect, ("Text", "Bonjour"));
        await visitor.SubmitAsync(page, Address, "#composer", HttpStatusCode.Redirect, ("Text", "Mardi plutôt"));

        (await visitor.GetAsync(Address))
            .QuerySelectorAll("#messages .msg-text")
            .Select(one => one.TextContent)
            .ShouldBe(["Bonjour", "Mardi plutôt"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_written_is_text_and_addresses_say_where_they_lead()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(carer);
        await SendAsync(
            visitor,
            "<img src=x onerror=alert(1)> https://exemple.fr/plan?a=1&b=\"2, javascript:alert(1) http://banque.fr@pirate.example/ \u202egpj.exe"
        );

        var page = await visitor.GetAsync(Address);

        var text = page.QuerySelector("#messages .msg-text")!;
        text.QuerySelector("img").ShouldBeNull();
        var link = text.QuerySelectorAll("a").ShouldHaveSingleItem();
        link.GetAttribute("href").ShouldBe("https://exemple.fr/plan?a=1&b=");
        link.GetAttribute("rel")!.ShouldContain("nofollow ugc noopener");
        text.QuerySelector(".msg-host")!.TextContent.ShouldBe("(exemple.fr)");
        text.TextContent.ShouldNotContain("\u202e");
    }

    [Fact]
    public async Task Files_go_along_for_the_two_sides_alone_and_looks_are_shown()
    {
        await using var site = await StartAsync();
        var (mine, theirs) = (await site.SignedInAsync(carer), await site.SignedInAsync(recruiter));

        await UploadAsync(mine, HttpStatusCode.Redirect, ("plan.pdf", SampleFiles.Pdf()));
        var document = await site.ReadAsync(db => db.Documents.SingleAsync());
        document.Kind.ShouldBe(DocumentKind.Attachment);
        (await theirs.GetAsync(Address)).QuerySelector(".file a")!.GetAttribute("href").ShouldBe($"/fr/document/{document.Id:N}");
        (await theirs.StatusOfAsync($"/fr/document/{document.Id:N}")).ShouldBe(HttpStatusCode.OK);
        (await (await site.SignedInAsync(stranger)).StatusOfAsync($"/fr/document/{document.Id:N}")).ShouldBe(HttpStatusCode.NotFound);

        (await mine.GetAsync(Address)).QuerySelector(".msg-seen")!.TextContent.ShouldContain("Ouvert le");
        (await mine.GetAsync("/fr/mon-espace/profil/documents")).QuerySelector(".documents a").ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_deceives_stops_the_message_and_keeps_its_words()
    {
        await using var site = await StartAsync();
        var visitor = await site.SignedInAsync(carer);

        var refused = await UploadAsync(
            visitor,
            HttpStatusCode.UnprocessableEntity,
            ("plan.pdf", SampleFiles.Pdf()),
            ("cv.pdf", "<svg onload=alert(1)>"u8.ToArray())
        );

        refused.QuerySelector("#files-error")!.TextContent.ShouldContain("cv.pdf");
        refused.QuerySelector("#text")!.TextContent.ShouldBe("Voici");
        (await site.ReadAsync(db => db.Documents.CountAsync())).ShouldBe(0, "none is kept when one is refused");
        (await site.ReadAsync(db => db.Messages.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Either_side_blocks_and_only_that_side_opens_it_again()
    {
        await using var site = await StartAsync();
        var (mine, theirs) = (await site.SignedInAsync(carer), await site.SignedInAsync(recruiter));
        await SendAsync(theirs, "Bonjour");
        var open = await theirs.GetAsync(Address);

        await mine.FillAsync(Address, "#block", HttpStatusCode.Redirect);
        var late = await theirs.SubmitAsync(open, Address, "#composer", HttpStatusCode.Conflict, ("Text", "Êtes-vous là ?"));
        late.QuerySelector("#text")!.TextContent.ShouldBe("Êtes-vous là ?");
        (await theirs.GetAsync(Address)).QuerySelector("#unblock").ShouldBeNull();
        await mine.FillAsync(Address, "#unblock", HttpStatusCode.Redirect);

        await SendAsync(theirs, "Re-bonjour");
    }

    [Fact]
    public async Task A_report_says_why_and_twice_is_once()
    {
        await using var site = await StartAsync();
        var (mine, theirs) = (await site.SignedInAsync(carer), await site.SignedInAsync(recruiter));
        await SendAsync(theirs, "Envoyez-moi 500 euros");

        var refused = await mine.FillAsync(Address, "#report", HttpStatusCode.UnprocessableEntity, ("Words", "Étrange"));
        refused.QuerySelector("#words")!.TextContent.ShouldBe("Étrange");
        await mine.SubmitAsync(refused, Address, "#report", HttpStatusCode.Redirect, ("Why", "Fraud"));
        await mine.SubmitAsync(refused, Address, "#report", HttpStatusCode.Redirect, ("Why", "Fraud"));

        var report = await site.ReadAsync(db => db.ConversationReports.SingleAsync());
        (report.Reason, report.Text, report.By).ShouldBe((AbuseReason.Fraud, "Étrange", carer.Id));
    }

    [Fact]
    public async Task A_question_on_a_listing_is_asked_by_who_is_signed_in_and_hides_the_name()
    {
        await using var site = await StartAsync();
        var (mine, theirs) = (await site.SignedInAsync(stranger), await site.SignedInAsync(recruiter));
        var ask = "/fr/mon-espace/messages/question/" + listing.Reference;
        (await mine.GetAsync("/fr/offre/" + listing.Reference)).QuerySelector($"a[href='{ask}']").ShouldNotBeNull();

        await mine.FillAsync(ask, "main form", HttpStatusCode.UnprocessableEntity, ("Text", ""));
        var page = await mine.GetAsync(ask);
        await mine.SubmitAsync(page, ask, "main form", HttpStatusCode.Redirect, ("Text", "Y a-t-il un logement ?"));
        var there = mine.Location!;
        await mine.SubmitAsync(page, ask, "main form", HttpStatusCode.Redirect, ("Text", "Y a-t-il un logement ?"));
        mine.Location.ShouldBe(there);

        (await site.ReadAsync(db => db.Messages.CountAsync())).ShouldBe(1);
        (await mine.StatusOfAsync(ask)).ShouldBe(HttpStatusCode.Redirect, "there is one conversation about a listing");
        (await theirs.GetAsync("/fr/mon-espace/messages")).QuerySelector(".thread-item a")!.TextContent.ShouldBe("Une personne qui ne montre pas son nom");
        await theirs.GetAsync(ask, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_open_page_hears_of_what_is_written_and_the_stream_ends_with_the_right()
    {
        await using var site = await StartAsync();
        var (mine, theirs) = (await site.SignedInAsync(carer), await site.SignedInAsync(recruiter));
        await SendAsync(mine, "Bonjour");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var stream = await mine.StreamAsync("/live/conversation/" + application.Id.ToString("N"));
        using var reader = new StreamReader(stream);
        (await ReadEventAsync(reader, timeout.Token)).ShouldStartWith("data: ");

        await SendAsync(theirs, "Bonjour à vous");
        (await ReadEventAsync(reader, timeout.Token)).ShouldStartWith("data: ");
        await site.WriteAsync(db =>
            db.Sessions.Where(one => one.AccountId == carer.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.RevokedAt, site.Time.Now))
        );
        await SendAsync(theirs, "Encore un mot");

        // What was on its way may still arrive; then the stream ends.
        while (await ReadEventAsync(reader, timeout.Token) is not null) { }
    }

    private static async Task<string?> ReadEventAsync(StreamReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return line;
            }
        }
        return null;
    }

    private Task<TestSite> StartAsync() =>
        TestSite.StartAsync(db =>
        {
            var organisation = TestData.Organisation();
            listing = Listing.Draft(Guid.CreateVersion7(), TestData.Content(), organisation.Id, ListingSource.Here, TestData.Now, recruiter.Id);
            listing.Publish("test", TestData.Now);
            application = TestData.Application(carer, listing);
            stranger.Rename("Zoé", "Petit");
            db.AddRange(
                carer,
                recruiter,
                stranger,
                organisation,
                TestData.Membership(organisation, recruiter, OrganisationRole.Recruiter),
                listing,
                application
            );
            return Task.CompletedTask;
        });

    private Task<IHtmlDocument> SendAsync(TestVisitor visitor, string text) => visitor.FillAsync(Address, "#composer", HttpStatusCode.Redirect, ("Text", text));

    private async Task<IHtmlDocument> UploadAsync(TestVisitor visitor, HttpStatusCode expected, params (string Name, byte[] Bytes)[] files)
    {
        var form = (await visitor.GetAsync(Address)).QuerySelector("#composer")!;
        using var content = new MultipartFormDataContent();
        foreach (var name in new[] { "form-token", "Message" })
        {
            content.Add(new StringContent(form.QuerySelector($"input[name={name}]")!.GetAttribute("value")!), name);
        }
        content.Add(new StringContent("Voici"), "Text");
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "Files", name);
        }
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Address, UriKind.Relative)) { Content = content }, expected);
    }
}
