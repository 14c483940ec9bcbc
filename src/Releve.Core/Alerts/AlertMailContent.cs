using System.Globalization;

namespace Releve.Core.Alerts;

/// <summary>Of one saved search in a mail: which listings to show, and how many more it found.</summary>
/// <param name="AtLeast">So many were found that not all were noted: <paramref name="More"/> may be too few.</param>
public sealed record AlertMailPart(Guid SavedSearchId, IReadOnlyList<Guid> Listings, int More, bool AtLeast = false);

/// <summary>
/// What a mail about alerts is to tell, as one value of the outbox: ids alone, so that it is put into words when it is sent,
/// without what has closed by then.
/// </summary>
public static class AlertMailContent
{
    /// <summary>The name of the value.</summary>
    public const string Name = "alerts";

    /// <summary>The name of the value with new matches of the owner's life project: one part, of that project.</summary>
    public const string Matches = "matches";

    /// <summary>Writes it.</summary>
    public static string Write(IEnumerable<AlertMailPart> parts) =>
        string.Join(
            ';',
            parts.Select(part =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{part.SavedSearchId:N}:{part.More}{(part.AtLeast ? "+" : "")}:{string.Join(',', part.Listings.Select(listing => listing.ToString("N")))}"
                )
            )
        );

    /// <summary>Reads it.</summary>
    public static IReadOnlyList<AlertMailPart> Read(string text) =>
        [
            .. text.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split(':'))
                .Select(fields => new AlertMailPart(
                    Guid.ParseExact(fields[0], "N"),
                    [.. fields[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N"))],
                    int.Parse(fields[1].TrimEnd('+'), CultureInfo.InvariantCulture),
                    fields[1].EndsWith('+')
                )),
        ];
}
