using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;

namespace Releve.Core.Search.Understanding;

/// <summary>A reading as one line of JSON, as `./releve admin understand` prints it.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes kind, professions, specialties, place, radius (km), from, until, night, words, and what else was understood.</summary>
    public static string ToJson(this QueryReading reading, Gazetteer gazetteer, Language language)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            Write(json, reading, gazetteer, language);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, QueryReading reading, Gazetteer gazetteer, Language language)
    {
        Text(json, "kind", reading.Kinds.Count > 0 ? reading.Kinds[0].Slug() : null);
        Array(json, "kinds", reading.Kinds.Select(kind => kind.Slug()));
        Array(json, "professions", reading.Professions);
        Array(json, "specialties", reading.Specialties);
        Place(json, gazetteer, reading.PlaceCode, language);
        if (reading.RadiusKm is { } radius)
        {
            json.WriteNumber("radius", radius);
        }
        else
        {
            json.WriteNull("radius");
        }
        Text(json, "from", Day(reading.From));
        Text(json, "until", Day(reading.Until));
        json.WriteBoolean("night", reading.Rhythm.HasFlag(WorkRhythm.Night));
        Array(json, "rhythm", Enum.GetValues<WorkRhythm>().Where(one => one != WorkRhythm.None && reading.Rhythm.HasFlag(one)).Select(Codes.Of));
        Array(json, "statuses", reading.Statuses.Select(Codes.Of));
        if (reading.FullTime is { } full)
        {
            json.WriteBoolean("fullTime", full);
        }
        else
        {
            json.WriteNull("fullTime");
        }
        json.WriteBoolean("lodging", reading.Lodging);
        json.WriteBoolean("urgent", reading.Urgent);
        json.WriteString("words", reading.Words);
    }

    private static void Place(Utf8JsonWriter json, Gazetteer gazetteer, string? code, Language language)
    {
        if (gazetteer.Place(code) is not { } known)
        {
            json.WriteNull("place");
            return;
        }
        json.WriteStartObject("place");
        json.WriteString("code", known.Code);
        json.WriteString("name", known.Name(language));
        json.WriteString("label", gazetteer.Label(known, language));
        json.WriteString("type", known.IsArea ? "area" : "commune");
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
