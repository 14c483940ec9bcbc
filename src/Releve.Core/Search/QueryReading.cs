using System.Text;
using Releve.Core.Listings;

namespace Releve.Core.Search;

/// <summary>Which part of a phrase something was read from: start and length in characters of the text as typed.</summary>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>What kind of thing a part of a phrase was understood as.</summary>
public enum ReadPartKind
{
    Kind,
    Profession,
    Specialty,
    Place,
    Radius,
    Dates,
    Rhythm,
    Status,
    Hours,
    Lodging,
    Urgent,
    Words,
}

/// <summary>A part of a phrase that was understood: what as, its code, and where it stood; removing it gives the rest.</summary>
public sealed record ReadPart(ReadPartKind Kind, string Code, IReadOnlyList<TextSpan> Spans);

/// <summary>
/// How a phrase was understood. One reading for the site, the API and `./releve admin understand`; what was not
/// understood stays as words.
/// </summary>
public sealed record QueryReading
{
    /// <summary>The phrase as typed.</summary>
    public required string Text { get; init; }
    public IReadOnlyList<ListingKind> Kinds { get; init; } = [];
    public IReadOnlyList<string> Professions { get; init; } = [];
    public IReadOnlyList<string> Specialties { get; init; } = [];

    /// <summary>Code of a commune or an area.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>Radius in km around a commune, as said or by default; null for an area.</summary>
    public double? RadiusKm { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public WorkRhythm Rhythm { get; init; }
    public IReadOnlyList<EmploymentStatus> Statuses { get; init; } = [];
    public bool? FullTime { get; init; }
    public bool Lodging { get; init; }
    public bool Urgent { get; init; }

    /// <summary>The rest, in the order typed, stop words left out.</summary>
    public string Words { get; init; } = "";

    /// <summary>The rest as a phrase: its words, in quotation marks where by themselves they would be understood as something else.</summary>
    public string Rest { get; init; } = "";

    /// <summary>The parts, in the order in which they were typed.</summary>
    public IReadOnlyList<ReadPart> Parts { get; init; } = [];

    /// <summary>The phrase that remains without a part; a radius goes with its place.</summary>
    public string Without(ReadPart part)
    {
        var gone = Parts
            .Where(other => other == part || (part.Kind == ReadPartKind.Place && other.Kind == ReadPartKind.Radius))
            .Append(part)
            .SelectMany(other => other.Spans)
            .OrderBy(span => span.Start);
        var rest = new StringBuilder();
        var at = 0;
        foreach (var (start, length) in gone)
        {
            var from = Math.Clamp(start, at, Text.Length);
            rest.Append(Text, at, from - at).Append(' ');
            at = Math.Clamp(start + length, from, Text.Length);
        }
        rest.Append(Text, at, Text.Length - at);
        return string.Join(' ', rest.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', ';', '-', '/', '+');
    }
}
