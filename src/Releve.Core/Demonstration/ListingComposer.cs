using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Demonstration;

/// <summary>Makes the content of a listing out of a setting: dates first, then the fields of the kind, then the words.</summary>
internal static class ListingComposer
{
    /// <summary>The whole content. <paramref name="place"/> is what is added on the commune, <paramref name="title"/> picks the title.</summary>
    public static ListingContent Compose(Setting setting, Func<Setting, string?> place, Func<Setting, Phrase[], string> title)
    {
        ListingDates.Choose(setting);
        var entry = setting.Text.Entry;
        var publisher = setting.Publisher;
        var details = DetailsComposer.Compose(setting);
        return new ListingContent
        {
            Details = details,
            Texts = [.. Texts(setting, place, title)],
            Professions = Variant(setting) is { } variant ? [variant.Split('.')[0]] : entry.Professions,
            Specialties =
                Variant(setting) is not { } code ? entry.Specialties
                : code.Contains('.', StringComparison.Ordinal) ? [code]
                : [],
            CommuneCode = publisher.Commune.Code,
            Address = publisher.Organisation is { Street: { } street } o ? $"{street}, {o.Postcode} {o.Locality}" : null,
            Latitude = publisher.Latitude,
            Longitude = publisher.Longitude,
            From = setting.From,
            Until = setting.Until,
            FlexibleDates = setting.YesNo("flexible") ?? (setting.From is null && details.Kind != ListingKind.Premises),
            Urgent = setting.Number("urgent") is { } percent && setting.Dice.Happens((double)percent / 100),
            Pay = Pay(setting),
            Benefits = setting.Words<Benefits>("benefits"),
            Languages = Languages(setting),
            Qualification = setting.Fact("qualification"),
            Contact = new ListingContact($"{publisher.FirstName} {publisher.LastName}", publisher.Phone, publisher.Email),
        };
    }

    private static IEnumerable<ListingText> Texts(Setting setting, Func<Setting, string?> place, Func<Setting, Phrase[], string> title)
    {
        var text = setting.Text;
        yield return new ListingText(text.Language, title(setting, text.Titles), Body(setting, text.Body, place(setting)));
        if (text.Translation is { } other)
        {
            setting.Language = other.Language;
            yield return new ListingText(other.Language, title(setting, other.Titles), Body(setting, other.Body, place(setting)));
            setting.Language = text.Language;
        }
    }

    private static string Body(Setting setting, Phrase[] paragraphs, string? place)
    {
        var body = new System.Text.StringBuilder();
        for (var i = 0; i < paragraphs.Length; i++)
        {
            // What surrounds the work comes before the last paragraph, which says how to answer.
            if (i == paragraphs.Length - 1 && i > 0 && place is not null)
            {
                body.Append("\n\n").Append(place);
            }
            body.Append(i == 0 ? "" : "\n\n");
            paragraphs[i].Write(body, setting);
        }
        return body.ToString();
    }

    /// <summary>A text for several professions is used for one of them: "nurse.theatre=infirmière de bloc".</summary>
    private static string? Variant(Setting setting) => setting.Fact("variant")?.Split('=')[0];

    private static PayRange? Pay(Setting setting)
    {
        if (setting.Text.Kind == ListingKind.Shift || setting.Fact("pay") is not { } pay)
        {
            return null;
        }
        var parts = pay.Split(' ');
        var amounts = parts[0].Split("..");
        var percent = parts[1] == "month" ? setting.Whole("percent") ?? 100 : 100;
        // Pay is written for a whole post; a part-time post pays its part, rounded to ten euros.
        int Part(string amount) =>
            percent == 100
                ? (int)(decimal.Parse(amount, CultureInfo.InvariantCulture) * 100)
                : (int)(decimal.Parse(amount, CultureInfo.InvariantCulture) * percent / 1000) * 1000;
        return new PayRange(Part(amounts[0]), Part(amounts[^1]), Enum.Parse<PayUnit>(parts[1], ignoreCase: true), setting.Fact("paynote"));
    }

    private static IReadOnlyList<LanguageRequirement> Languages(Setting setting) =>
        setting.Fact("languages") is { } list
            ? [.. list.Split(' ').Select(item => item.Split(':')).Select(item => new LanguageRequirement(item[0], Enum.Parse<LanguageLevel>(item[1], true)))]
            : [];
}
