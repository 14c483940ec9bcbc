using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Understanding;
using Releve.Core.Tests.Places;

namespace Releve.Core.Tests.Search.Understanding;

/// <summary>The reader over the real register and the real professions, on a Sunday in November 2026.</summary>
public static class Reader
{
    private static readonly Lazy<QueryReader> TheReader = new(() =>
        new QueryReader(Register.Gazetteer, ProfessionFile.Parse(File.ReadAllBytes(Path.Combine(Register.Root, "data", "professions.json"))).Professions)
    );

    public static DateOnly Today { get; } = new(2026, 11, 22);

    public static QueryReading Read(string text, Language language = Language.French) => TheReader.Value.Read(text, language, Today);

    /// <summary>All that was understood in one line; what was not, in brackets at the end.</summary>
    public static string Summary(QueryReading reading)
    {
        var parts = new List<string>();
        parts.AddRange(reading.Kinds.Select(kind => kind.Slug()));
        parts.AddRange(reading.Professions.Where(code => !reading.Specialties.Any(specialty => specialty.StartsWith(code + ".", StringComparison.Ordinal))));
        parts.AddRange(reading.Specialties);
        if (reading.PlaceCode is not null)
        {
            parts.Add(reading.RadiusKm is { } radius ? string.Create(CultureInfo.InvariantCulture, $"{reading.PlaceCode}+{radius}") : reading.PlaceCode);
        }
        if (reading.From is not null || reading.Until is not null)
        {
            parts.Add(Codes.Of(reading.From, reading.Until));
        }
        parts.AddRange(Enum.GetValues<WorkRhythm>().Where(one => one != WorkRhythm.None && reading.Rhythm.HasFlag(one)).Select(Codes.Of));
        parts.AddRange(reading.Statuses.Select(Codes.Of));
        parts.AddRange(reading.FullTime is { } full ? [full ? "full-time" : "part-time"] : []);
        parts.AddRange(reading.Lodging ? ["lodging"] : []);
        parts.AddRange(reading.Urgent ? ["urgent"] : []);
        parts.AddRange(reading.Words.Length > 0 ? [$"[{reading.Words}]"] : []);
        return string.Join(' ', parts);
    }
}
