using System.Globalization;
using System.Text.Json.Nodes;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;

namespace Releve.Core.Publishing;

/// <summary>
/// The fields of a kind's own details, between how they are typed and the typed record. Both ways go through the stored
/// form, so that a field's name in the form is its property's name and nothing else has to be said of it.
/// </summary>
internal static class DetailsForm
{
    private const int LongestPhotoText = 200;

    private static readonly DateTime NoMoment = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The details that were typed. What is required and missing is noted and held open by some value.</summary>
    public static ListingDetails Read(ListingKind kind, FormReader form, TimeZoneInfo zone, ProfessionCatalogue professions)
    {
        var json = new JsonObject { ["kind"] = kind.Slug() };
        foreach (var field in KindFields.Of(kind).Where(field => field.Own))
        {
            var value = Value(field, form, zone, professions);
            if (value is null && field.Required)
            {
                form.Refuse(field.Name, "missing");
                value = Stopgap(field);
            }
            if (value is not null)
            {
                json[field.Name] = value;
            }
        }
        if (kind == ListingKind.Shift)
        {
            json["timeZone"] = zone.Id;
        }
        var details = StoredJson.Read<ListingDetails>(json.ToJsonString());
        return details is ShiftDetails shift ? Timed(shift, zone) : details;
    }

    /// <summary>What would have been typed for these details.</summary>
    public static void Write(ListingDetails details, Dictionary<string, string[]> fields)
    {
        var json = JsonNode.Parse(StoredJson.Write(details))!.AsObject();
        var zone = details is ShiftDetails shift && TimeZoneInfo.TryFindSystemTimeZoneById(shift.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        foreach (var field in KindFields.Of(details.Kind).Where(field => field.Own))
        {
            if (json[field.Name] is { } node)
            {
                Write(field, node, zone, fields);
            }
        }
    }

    private static JsonNode? Value(FormField field, FormReader form, TimeZoneInfo zone, ProfessionCatalogue professions) =>
        field.Control switch
        {
            FieldControl.Line => form.Text(field.Name, field.Longest) is { } line ? CleanText.Line(line) : null,
            FieldControl.Area => form.Text(field.Name, field.Longest),
            FieldControl.Lines => new JsonArray([.. Split(form.Text(field.Name, field.Longest) ?? "").Select(line => JsonValue.Create(line))]),
            FieldControl.Whole => form.Whole(field.Name) ?? (field.Default is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null),
            FieldControl.Decimal => form.Decimal(field.Name),
            FieldControl.Money => form.Cents(field.Name),
            FieldControl.Day => form.Day(field.Name)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldControl.Moment => form.Moment(field.Name, zone)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            FieldControl.Choice => form.Choice(field.Name, field.Options!) ?? field.Default,
            FieldControl.Choices => Joined([.. form.Choices(field.Name, field.Options!)]),
            FieldControl.YesNo => form.YesNo(field.Name),
            FieldControl.Fee => Fee(field.Name, form),
            FieldControl.HalfDays => HalfDays(form.Many(field.Name)),
            FieldControl.Turnover => Turnover(field.Name, form),
            FieldControl.Photographs => Photographs(field.Name, form),
            FieldControl.Profession => form.First(field.Name) is { Length: > 0 } code && professions.Find(code) is not null ? code : null,
            _ => throw new ArgumentException($"{field.Name} is no field of details.", nameof(field)),
        };

    private static JsonNode? Joined(string[] names) => names.Length == 0 ? null : string.Join(", ", names);

    private static JsonObject? Fee(string name, FormReader form) =>
        form.Decimal(name) is { } percent
            ? new JsonObject
            {
                ["percent"] = percent,
                ["direction"] = form.Choice(name + "Direction", typeof(FeeDirection)) ?? nameof(FeeDirection.KeptByLocum),
            }
            : null;

    private static JsonObject? HalfDays(IEnumerable<string> chosen)
    {
        var bits = Enumerable.Range(0, 14).Where(bit => chosen.Contains(bit.ToString(CultureInfo.InvariantCulture))).Sum(bit => 1 << bit);
        return bits == 0 ? null : new JsonObject { ["bits"] = bits };
    }

    private static JsonArray Turnover(string name, FormReader form)
    {
        var years = new JsonArray();
        for (var i = 0; i < 3; i++)
        {
            var year = form.Many(name + "Year").ElementAtOrDefault(i)?.Trim();
            if (form.Cents(name + "Amount", i) is not { } cents)
            {
                continue;
            }
            if (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 2000 and <= 2100)
            {
                years.Add(new JsonObject { ["year"] = number, ["cents"] = cents });
            }
            else
            {
                form.Refuse(name, "turnover-year");
            }
        }
        return years;
    }

    private static JsonArray Photographs(string name, FormReader form)
    {
        var photographs = new JsonArray();
        foreach (var (id, i) in form.Many(name).Select((typed, i) => (Guid.TryParse(typed, out var id) ? id : Guid.Empty, i)))
        {
            var text = CleanText.Line(form.Many(name + "Text").ElementAtOrDefault(i)) ?? "";
            if (text.Length is 0 or > LongestPhotoText)
            {
                form.Refuse(name, text.Length == 0 ? "photo-text-missing" : "too-long", LongestPhotoText);
            }
            photographs.Add(new JsonObject { ["id"] = id, ["text"] = text });
        }
        return photographs;
    }

    private static JsonNode Stopgap(FormField field) =>
        field.Control switch
        {
            FieldControl.Choice => Enum.GetNames(field.Options!)[0],
            FieldControl.Moment => NoMoment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            FieldControl.Money => 0,
            _ => throw new ArgumentException($"{field.Name} cannot be required.", nameof(field)),
        };

    /// <summary>Night and weekend follow from the times, when nothing else was ticked; an end or start that is missing is held open near the other.</summary>
    private static ShiftDetails Timed(ShiftDetails shift, TimeZoneInfo zone)
    {
        if (shift.StartsAt == NoMoment || shift.EndsAt == NoMoment)
        {
            var known = shift.StartsAt == NoMoment ? shift.EndsAt : shift.StartsAt.AddHours(8);
            return shift with { StartsAt = known.AddHours(-8), EndsAt = known };
        }
        return shift.Rhythm == WorkRhythm.None ? shift with { Rhythm = ShiftRhythm.Of(shift.StartsAt, shift.EndsAt, zone) } : shift;
    }

    private static void Write(FormField field, JsonNode node, TimeZoneInfo zone, Dictionary<string, string[]> fields)
    {
        switch (field.Control)
        {
            case FieldControl.Lines:
                fields[field.Name] = [string.Join('\n', node.AsArray().Select(line => (string?)line))];
                break;
            case FieldControl.Whole or FieldControl.Decimal:
                fields[field.Name] = [TypedNumber.Write((decimal)node)];
                break;
            case FieldControl.Money:
                fields[field.Name] = [TypedNumber.Write((decimal)node / 100)];
                break;
            case FieldControl.Moment:
                fields[field.Name] = [Local((DateTime)node, zone)];
                break;
            case FieldControl.Choices:
                fields[field.Name] = ((string)node!).Split(", ");
                break;
            case FieldControl.YesNo:
                fields[field.Name] = [(bool)node ? "true" : "false"];
                break;
            case FieldControl.Fee:
                fields[field.Name] = [TypedNumber.Write((decimal)node["percent"]!)];
                fields[field.Name + "Direction"] = [(string)node["direction"]!];
                break;
            case FieldControl.HalfDays:
                var bits = (int)node["bits"]!;
                fields[field.Name] =
                [
                    .. Enumerable.Range(0, 14).Where(bit => (bits >> bit & 1) == 1).Select(bit => bit.ToString(CultureInfo.InvariantCulture)),
                ];
                break;
            case FieldControl.Turnover:
                fields[field.Name + "Year"] = [.. node.AsArray().Select(one => ((int)one!["year"]!).ToString(CultureInfo.InvariantCulture))];
                fields[field.Name + "Amount"] = [.. node.AsArray().Select(one => TypedNumber.Write((decimal)one!["cents"]! / 100))];
                break;
            case FieldControl.Photographs:
                fields[field.Name] = [.. node.AsArray().Select(one => ((Guid)one!["id"]!).ToString("N"))];
                fields[field.Name + "Text"] = [.. node.AsArray().Select(one => (string)one!["text"]!)];
                break;
            default:
                fields[field.Name] = [(string)node!];
                break;
        }
    }

    private static string Local(DateTime instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(instant.ToUniversalTime(), zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string[] Split(string lines) => lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
