using System.Text.RegularExpressions;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.TestKit;

namespace Releve.Core.Tests.Demonstration;

public sealed partial class DemonstrationPlanTests
{
    private static IReadOnlyList<Listing> Listings => DemonstrationSamples.All.Listings;

    [Fact]
    public void Holds_enough_of_everything()
    {
        Listings.Count.ShouldBeGreaterThanOrEqualTo(640);
        Listings.Select(listing => listing.Kind).Distinct().Count().ShouldBe(9);
        Listings.SelectMany(listing => listing.Professions).Distinct().Count().ShouldBeGreaterThanOrEqualTo(45);
        DemonstrationSamples.All.Organisations.Count.ShouldBeGreaterThanOrEqualTo(120);
        DemonstrationSamples.All.Organisations.Select(organisation => organisation.Kind).Distinct().Count().ShouldBe(Enum.GetValues<OrganisationKind>().Length);
    }

    [Fact]
    public void Half_of_Brussels_is_written_in_Dutch()
    {
        var brussels = DemonstrationSamples.Compose("bruxelles", TestData.Now).Listings;
        brussels.Count.ShouldBeGreaterThan(120);
        brussels.Count(listing => listing.Texts[0].Language == Language.Dutch).ShouldBeInRange(brussels.Count * 2 / 5, brussels.Count * 3 / 5);
        brussels.Count(listing => listing.Texts.Count > 1).ShouldBeGreaterThanOrEqualTo(10);
        Listings.ShouldContain(listing => listing.Languages.Any(language => language.Language == "de"));
    }

    [Fact]
    public void Every_listing_passes_all_checks()
    {
        var content = Listings.Select(listing => (listing.Reference, Problems: Content(listing).Problems()));
        content.Where(listing => listing.Problems.Count > 0).Select(listing => $"{listing.Reference}: {listing.Problems[0]}").ShouldBeEmpty();
    }

    /// <summary>Joint committees (commissions paritaires) are of private employers; who serves the state has statutes of their own.</summary>
    [Fact]
    public void Public_service_has_no_joint_committee() =>
        Listings
            .Where(listing => listing.Details is SalariedPostDetails { Status: EmploymentStatus.PublicService, JointCommittee: not null })
            .Select(listing => listing.Reference)
            .ShouldBeEmpty();

    [Fact]
    public void Two_runs_are_equal() => Written(DemonstrationSamples.Compose("all", TestData.Now)).ShouldBe(Written(DemonstrationSamples.All));

    [Fact]
    public void A_territory_alone_is_the_same_as_among_the_others()
    {
        var alone = DemonstrationSamples.Compose("liege", TestData.Now);
        alone.Territories.Count.ShouldBe(1);
        alone
            .Organisations.Select(organisation => organisation.Id)
            .ShouldBeSubsetOf(DemonstrationSamples.All.Organisations.Select(organisation => organisation.Id));
        Written(alone).ShouldBeSubsetOf(Written(DemonstrationSamples.All));
    }

    [Fact]
    public void Another_day_keeps_every_address()
    {
        var later = DemonstrationSamples.Compose("all", TestData.Now.AddDays(40));
        later.Listings.Select(listing => listing.Reference).ShouldBe(Listings.Select(listing => listing.Reference));
        later.Listings.Select(listing => listing.Texts[0].Title).ShouldNotBe(Listings.Select(listing => listing.Texts[0].Title));
    }

    [Fact]
    public void No_two_texts_are_equal_and_none_is_too_short_or_long()
    {
        var bodies = Listings.SelectMany(listing => listing.Texts).Select(text => text.Body).ToList();
        bodies.GroupBy(body => body).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
        bodies.Where(body => Words(body) is < 55 or > 190).Select(body => $"{Words(body)} words: {body}").ShouldBeEmpty();
        bodies.Where(body => body.Split("\n\n").Length is < 2 or > 5).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_shows_its_making()
    {
        var texts = Listings.SelectMany(listing => listing.Texts).SelectMany(text => new[] { text.Title, text.Body });
        texts.Where(text => text.AsSpan().IndexOfAny("{}[]|") >= 0 || text.Contains("  ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void No_title_returns_more_than_twice_in_a_territory()
    {
        foreach (var territory in DemonstrationSamples.Plan.Territories)
        {
            var titles = DemonstrationSamples.Compose(territory, TestData.Now).Listings.Select(listing => listing.Texts[0].Title);
            titles.GroupBy(title => title).Where(group => group.Count() > 2).Select(group => group.Key).ShouldBeEmpty(territory);
        }
    }

    [Fact]
    public void Telephone_numbers_and_mailboxes_belong_to_nobody()
    {
        foreach (var contact in Listings.Select(listing => listing.Contact!))
        {
            // Arcep keeps 02 61 91 and 01 99 00 for fiction; no Belgian number continues with 000 after its zone.
            contact.Phone.ShouldNotBeNull().ShouldMatch(@"^(02 61 91|01 99 00|04 000|02 000) \d\d \d\d$");
            contact.Email.ShouldNotBeNull().ShouldMatch(@"^[a-z0-9.-]+@[a-z0-9-]+\.example$");
        }
        Listings
            .SelectMany(listing => listing.Texts)
            .SelectMany(text => Telephone().Matches(text.Body))
            .Select(match => match.Value)
            .Where(number =>
                !number.StartsWith("02\u00a061\u00a091", StringComparison.Ordinal) && !number.Contains("\u00a0000\u00a0", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Everything_lies_in_time_around_today()
    {
        var open = Listings.Where(listing => listing.IsOpen(TestData.Now)).ToList();
        open.Count.ShouldBeGreaterThan(Listings.Count - 40);
        open.ShouldAllBe(listing => listing.PublishedAt < TestData.Now);
        open.Count(listing => listing.PublishedAt > TestData.Now.AddDays(-8)).ShouldBeGreaterThan(open.Count / 4);
        open.Select(listing => listing.Details)
            .OfType<ShiftDetails>()
            .ShouldAllBe(shift => shift.StartsAt > TestData.Now && shift.StartsAt < TestData.Now.AddDays(24));
        Listings.Where(listing => listing.Status == ListingStatus.Closed).Select(listing => listing.Outcome).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Professions_exist()
    {
        var known = (
            await Releve.Core.Professions.ProfessionFile.ReadAsync(RepositoryFiles.Of("data/professions.json"), TestContext.Current.CancellationToken)
        ).Professions;
        var codes = known
            .Select(profession => profession.Code)
            .Concat(known.SelectMany(profession => profession.Specialties).Select(specialty => specialty.Code))
            .ToHashSet();
        Listings.SelectMany(listing => listing.Professions.Concat(listing.Specialties)).ShouldBeSubsetOf(codes);
    }

    private static string[] Written(Releve.Core.Demonstration.DemonstrationSet set) =>
        [
            .. set.Listings.Select(listing =>
                $"{listing.Id} {listing.Status} {listing.PublishedAt:O} {listing.Latitude} {StoredJson.Write(listing.Texts)} {StoredJson.Write(listing.Details)}"
            ),
        ];

    private static int Words(string body) => body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static ListingContent Content(Listing listing) =>
        new()
        {
            Texts = listing.Texts,
            Professions = listing.Professions,
            CommuneCode = listing.CommuneCode,
            Latitude = listing.Latitude,
            Longitude = listing.Longitude,
            From = listing.From,
            Until = listing.Until,
            FlexibleDates = listing.FlexibleDates,
            Pay = listing.Pay,
            Details = listing.Details,
        };

    [GeneratedRegex(@"\b0\d(\u00a0\d\d){4}\b|\b0\d(\u00a0\d{3})(\u00a0\d\d){2}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();
}
