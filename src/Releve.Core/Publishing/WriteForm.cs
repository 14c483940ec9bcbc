using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;

namespace Releve.Core.Publishing;

/// <summary>The form of a listing that is there: what would have been typed for it. <see cref="ReadForm"/> reads it back as the same content.</summary>
public sealed class WriteForm(Gazetteer gazetteer)
{
    /// <summary>The fields of a listing, places named in a language.</summary>
    public IReadOnlyDictionary<string, string[]> Run(Listing listing, Language language)
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        WriteTexts(listing.Texts, fields);
        fields["professions"] = listing.Professions;
        fields["specialties"] = listing.Specialties;
        Put(fields, "commune", gazetteer.Commune(listing.CommuneCode) is { } commune ? gazetteer.Label(commune, language) : null);
        Put(fields, "address", listing.Address);
        Put(fields, "from", Day(listing.From));
        Put(fields, "until", Day(listing.Until));
        Put(fields, "flexibleDates", listing.FlexibleDates ? "true" : null);
        Put(fields, "urgent", listing.Urgent ? "true" : null);
        if (listing.Pay is { } pay)
        {
            fields["payMin"] = [TypedNumber.Write(pay.MinCents / 100m)];
            fields["payMax"] = [TypedNumber.Write(pay.MaxCents / 100m)];
            fields["payUnit"] = [pay.Unit.ToString()];
            Put(fields, "payNote", pay.Note);
        }
        fields["benefits"] = [.. Enum.GetValues<Benefits>().Where(one => one != Benefits.None && listing.Benefits.HasFlag(one)).Select(one => one.ToString())];
        foreach (var asked in listing.Languages)
        {
            fields["languages." + asked.Language] = [asked.Level.ToString()];
        }
        Put(fields, "qualification", listing.Qualification);
        Put(fields, "questions", listing.Questions.Length == 0 ? null : string.Join('\n', listing.Questions));
        Put(fields, "contactName", listing.Contact?.Name);
        Put(fields, "contactPhone", listing.Contact?.Phone);
        Put(fields, "contactEmail", listing.Contact?.Email);
        DetailsForm.Write(listing.Details, fields);
        return fields;
    }

    private static void WriteTexts(IReadOnlyList<ListingText> texts, Dictionary<string, string[]> fields)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var ending = i == 0 ? "" : "." + texts[i].Language.Code();
            fields[FormText.Title + ending] = [texts[i].Title];
            fields[FormText.Body + ending] = [texts[i].Body];
        }
        if (texts.Count > 0)
        {
            fields["language"] = [texts[0].Language.Code()];
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Put(Dictionary<string, string[]> fields, string name, string? value)
    {
        if (value is not null)
        {
            fields[name] = [value];
        }
    }
}
