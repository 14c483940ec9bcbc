using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.Publishing;

/// <summary>What a form says as a listing, and what of it is missing or wrong; the content is shown only as a preview while anything is.</summary>
public sealed record FormReading(ListingContent Content, IReadOnlyList<ListingProblem> Problems)
{
    /// <summary>The problems of one step.</summary>
    public IEnumerable<ListingProblem> In(FormStep step) => Problems.Where(problem => StepOf(problem) == step);

    /// <summary>Where a problem can be mended.</summary>
    public FormStep StepOf(ListingProblem problem) => KindFields.Find(Content.Details.Kind, problem.Field)?.Step ?? FormStep.Essentials;
}

/// <summary>Reads the fields of a form, as they were typed, into the content of a listing.</summary>
public sealed class ReadForm(Gazetteer gazetteer, ProfessionCatalogue professions)
{
    /// <summary>The content, and one problem at most for each field.</summary>
    /// <param name="kind">The kind of listing.</param>
    /// <param name="fields">Name of a control → what was typed.</param>
    /// <param name="language">The language in which places are named first.</param>
    public FormReading Run(ListingKind kind, IReadOnlyDictionary<string, string[]> fields, Language language)
    {
        var form = new FormReader(fields);
        var names = KindFields.Of(kind).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var commune = Commune(form, language);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(PlaceClock.Of(commune?.Code ?? ""));
        var texts = Texts(form);
        var details = DetailsForm.Read(kind, form, zone, professions);
        var (from, until) = details is ShiftDetails shift ? Days(shift, zone) : (form.Day("from"), form.Day("until"));
        var asked = form.Many("professions").Where(code => professions.Find(code) is { IsSpecialty: false }).Distinct().ToArray();
        var content = new ListingContent
        {
            Texts = texts,
            Professions = asked,
            Specialties =
            [
                .. form.Many("specialties")
                    .Where(code => professions.Find(code) is { IsSpecialty: true } one && asked.Contains(one.Profession.Code))
                    .Distinct(),
            ],
            CommuneCode = commune?.Code ?? "",
            Address = form.Text("address", 200) is { } address ? CleanText.Line(address) : null,
            Latitude = commune?.Latitude ?? 0,
            Longitude = commune?.Longitude ?? 0,
            From = from,
            Until = until,
            FlexibleDates = names.Contains("flexibleDates") && form.Ticked("flexibleDates"),
            Urgent = names.Contains("urgent") && form.Ticked("urgent"),
            Pay = names.Contains("pay") ? Pay(form) : null,
            Benefits = form.Choices("benefits", typeof(Benefits)).Aggregate(Benefits.None, (all, one) => all | Enum.Parse<Benefits>(one)),
            Languages = Levels(form),
            Qualification = form.Text("qualification", 300) is { } qualification ? CleanText.Line(qualification) : null,
            Contact = Contact(form),
            Questions = Questions(form),
            Details = details,
        };
        return new FormReading(content, [.. form.Problems.Concat((content with { Texts = [texts[0]] }).Problems()).DistinctBy(problem => problem.Field)]);
    }

    private Commune? Commune(FormReader form, Language language)
    {
        if (form.Text("commune", 120) is not { } typed)
        {
            return null;
        }
        var found = typed.Length > 120 ? PlaceResolution.None : gazetteer.Resolve(typed, language);
        if (found.Best is not { } place)
        {
            form.Refuse("commune", "commune-unknown");
            return null;
        }
        if (place.Commune is null)
        {
            form.Refuse("commune", "commune-is-area");
        }
        else if (found.Namesakes(typed).Count > 1)
        {
            form.Refuse("commune", "commune-several");
        }
        return place.Commune;
    }

    // The first is the original, even when it is still empty: its problems stand beside its own fields.
    private static List<ListingText> Texts(FormReader form)
    {
        var original = form.Language("language");
        var texts = new List<ListingText> { Text(form, original, FormText.Title, FormText.Body)! };
        foreach (var language in LanguageExtensions.All.Where(language => language != original))
        {
            var (title, body) = ($"{FormText.Title}.{language.Code()}", $"{FormText.Body}.{language.Code()}");
            if (form.Text(title, ListingCheck.LongestTitle) is null)
            {
                if (form.Text(body, ListingCheck.LongestBody) is not null)
                {
                    form.Refuse(title, "title-missing");
                }
                continue;
            }
            texts.Add(Text(form, language, title, body));
        }
        return texts;
    }

    private static ListingText Text(FormReader form, Language language, string title, string body) =>
        new(language, CleanText.Line(form.First(title)) ?? "", CleanText.Paragraphs(form.First(body)) ?? "");

    private static (DateOnly?, DateOnly?) Days(ShiftDetails shift, TimeZoneInfo zone) =>
        (
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(shift.StartsAt, zone)),
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(shift.EndsAt, zone))
        );

    private static PayRange? Pay(FormReader form)
    {
        var (least, most) = (form.Cents("payMin"), form.Cents("payMax"));
        if (least is null && most is null)
        {
            return null;
        }
        var unit = form.Choice("payUnit", typeof(PayUnit)) is { } chosen ? Enum.Parse<PayUnit>(chosen) : PayUnit.Month;
        var note = form.Text("payNote", 200) is { } said ? CleanText.Line(said) : null;
        return new PayRange(least ?? most!.Value, most ?? least!.Value, unit, note);
    }

    private static List<LanguageRequirement> Levels(FormReader form) =>
        [
            .. FormField
                .AskedLanguages.Select(code => (code, Level: form.Choice("languages." + code, typeof(LanguageLevel))))
                .Where(asked => asked.Level is not null)
                .Select(asked => new LanguageRequirement(asked.code, Enum.Parse<LanguageLevel>(asked.Level!))),
        ];

    private static string[] Questions(FormReader form)
    {
        string[] lines =
        [
            .. (form.Text("questions", 1500) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(),
        ];
        if (lines.Length > ListingCheck.MostQuestions)
        {
            form.Refuse("questions", "too-many", ListingCheck.MostQuestions);
        }
        return lines;
    }

    private static ListingContact? Contact(FormReader form)
    {
        var (name, phone, email) = (form.Text("contactName", 200), form.Text("contactPhone", 40), form.Text("contactEmail", 254));
        if (email is not null && !Accounts.EmailAddress.TryParse(email, out _))
        {
            form.Refuse("contactEmail", "not-an-email");
        }
        if (phone is not null && phone.Count(char.IsAsciiDigit) is < 6 or > 15)
        {
            form.Refuse("contactPhone", "not-a-phone");
        }
        return name is null && phone is null && email is null
            ? null
            : new ListingContact(name is null ? null : CleanText.Line(name), phone is null ? null : CleanText.Line(phone), email);
    }
}
