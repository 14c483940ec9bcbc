using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Publishing;
using Releve.Core.Tests.Places;
using Releve.Core.Tests.Professions;
using Releve.TestKit;

namespace Releve.Core.Tests.Publishing;

public sealed class ReadFormTests
{
    private static readonly ReadForm Reader = new(Register.Gazetteer, new ProfessionCatalogue(ProfessionSamples.Carried.Professions));
    private static readonly WriteForm Writer = new(Register.Gazetteer);

    public static IEnumerable<TheoryDataRow<ListingKind>> Kinds => ListingKinds.All.Select(kind => new TheoryDataRow<ListingKind>(kind));

    [Theory, MemberData(nameof(Kinds))]
    public void What_a_listing_says_is_written_into_the_form_and_read_back_the_same(ListingKind kind)
    {
        var details = SampleDetails.OneOfEachKind().Single(one => one.Kind == kind);
        var content = TestData.Content(details) with
        {
            Benefits = Benefits.Lodging | Benefits.Meals,
            Languages = [new LanguageRequirement("fr", LanguageLevel.Good)],
        };
        var listing = TestData.Draft(content);

        var read = Reader.Run(kind, Writer.Run(listing, Language.French), Language.French).Content;

        read.Texts.ShouldBe(content.Texts);
        (read.CommuneCode, read.Benefits).ShouldBe((content.CommuneCode, content.Benefits));
        read.Professions.ShouldBe(content.Professions);
        read.Languages.ShouldBe(content.Languages);
        // The rhythm of a shift follows from its times when nobody says it.
        var expected = details is ShiftDetails shift ? shift with { Rhythm = WorkRhythm.Night | WorkRhythm.TwelveHours | WorkRhythm.Weekend } : details;
        StoredJson.Write(read.Details).ShouldBe(StoredJson.Write(expected));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_property_of_a_kinds_details_has_a_field_and_no_other(ListingKind kind)
    {
        var type = SampleDetails.OneOfEachKind().Single(one => one.Kind == kind).GetType();
        // The zone is the commune's.
        var properties = type.GetProperties().Where(one => one.Name is not ("Kind" or "EqualityContract" or "TimeZone"));
        KindFields
            .Of(kind)
            .Where(field => field.Own)
            .Select(field => field.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(properties.Select(one => char.ToLowerInvariant(one.Name[0]) + one.Name[1..]).Order(StringComparer.Ordinal));
        KindFields.Of(kind).SelectMany(field => field.Inputs).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_empty_form_is_read_and_says_what_is_missing(ListingKind kind)
    {
        var reading = Reader.Run(kind, new Dictionary<string, string[]>(StringComparer.Ordinal), Language.French);

        reading.Content.Details.Kind.ShouldBe(kind);
        var missing = reading.Problems.Select(problem => problem.Field).ToList();
        missing.ShouldContain("title");
        missing.ShouldContain("professions");
        missing.ShouldContain("commune");
        foreach (var field in KindFields.Of(kind).Where(field => field is { Required: true, Name: not "language" }))
        {
            missing.ShouldContain(field.Name);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Nonsense_in_every_field_is_refused_beside_it_and_breaks_nothing(ListingKind kind)
    {
        var nonsense = new[]
        {
            "\u202enonsense <script>",
            "-99999999999999999999",
            "1e309",
            new string('9', 20_000),
            "2027-02-31",
            "Infirmière O’Brien-d’Argent",
        };
        foreach (var value in nonsense)
        {
            var fields = KindFields.Of(kind).SelectMany(field => field.Inputs).ToDictionary(name => name, _ => new[] { value, value }, StringComparer.Ordinal);
            Reader.Run(kind, fields, Language.Dutch).Problems.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("2 450", 2450)]
    [InlineData("2\u202f450,50 €", 2450.50)]
    [InlineData("2.450", 2450)]
    [InlineData("2.450,5", 2450.5)]
    [InlineData("1,200.75", 1200.75)]
    [InlineData("37,5", 37.5)]
    [InlineData("80 %", 80)]
    public void Numbers_are_read_as_people_type_them(string typed, double expected)
    {
        TypedNumber.TryRead(typed, out var number).ShouldBeTrue();
        number.ShouldBe((decimal)expected);
        TypedNumber.TryRead(TypedNumber.Write(number), out var again).ShouldBeTrue();
        again.ShouldBe(number);
    }

    [Theory, InlineData("beaucoup"), InlineData("12 à 14"), InlineData("1e5"), InlineData(""), InlineData("--3")]
    public void What_is_no_number_is_none(string typed) => TypedNumber.TryRead(typed, out _).ShouldBeFalse();

    [Theory]
    [InlineData("Chartres", "FR-28085", "Europe/Paris")]
    [InlineData("Luik", "BE-62063", "Europe/Brussels")]
    [InlineData("Saint-Denis (974)", "FR-97411", "Indian/Reunion")]
    public void A_shift_begins_by_the_clock_of_its_place(string place, string code, string zone)
    {
        var reading = Reader.Run(
            ListingKind.Shift,
            Fields(("commune", place), ("startsAt", "2027-07-01T20:00"), ("endsAt", "2027-07-02T08:00"), ("payCents", "300")),
            Language.French
        );

        var shift = (ShiftDetails)reading.Content.Details;
        (reading.Content.CommuneCode, shift.TimeZone).ShouldBe((code, zone));
        TimeZoneInfo.ConvertTimeFromUtc(shift.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(zone)).Hour.ShouldBe(20);
    }

    [Fact]
    public void A_place_that_is_a_whole_area_is_not_a_commune() =>
        Reader.Run(ListingKind.Premises, Fields(("commune", "Eure-et-Loir")), Language.French).Problems.ShouldContain(one => one.Key == "commune-is-area");

    [Fact]
    public void Marks_that_turn_the_direction_of_writing_are_taken_out_of_what_is_shown()
    {
        var reading = Reader.Run(ListingKind.Premises, Fields(("title", "Cabinet \u202eetnav\u202c à louer\0"), ("contactName", "د. ليلى")), Language.French);

        reading.Content.Texts[0].Title.ShouldBe("Cabinet etnav à louer");
        reading.Content.Contact!.Name.ShouldBe("د. ليلى");
    }

    [Fact]
    public void A_text_in_another_language_needs_a_title_and_keeps_its_own_problems()
    {
        var reading = Reader.Run(
            ListingKind.Premises,
            Fields(("language", "fr"), ("title", "Cabinet"), ("body.nl", "Tekst"), ("title.en", "Room")),
            Language.French
        );

        reading.Problems.ShouldContain(one => one.Field == "title.nl" && one.Key == "title-missing");
        reading.Content.Texts.Select(text => text.Language).ShouldBe([Language.French, Language.English]);
    }

    private static Dictionary<string, string[]> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => new[] { field.Value }, StringComparer.Ordinal);
}
