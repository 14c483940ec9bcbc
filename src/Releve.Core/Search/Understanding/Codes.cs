using Releve.Core.Listings;

namespace Releve.Core.Search.Understanding;

/// <summary>The codes by which parts of a reading name values that have no slug of their own.</summary>
public static class Codes
{
    /// <summary>"night", "day", "twelve-hours", "weekend".</summary>
    public static string Of(WorkRhythm rhythm) =>
        rhythm switch
        {
            WorkRhythm.Night => "night",
            WorkRhythm.Day => "day",
            WorkRhythm.TwelveHours => "twelve-hours",
            WorkRhythm.Weekend => "weekend",
            _ => "",
        };

    /// <summary>"permanent", "fixed-term", "public-service", "agency", "apprenticeship", "self-employed".</summary>
    public static string Of(EmploymentStatus status) =>
        status switch
        {
            EmploymentStatus.Permanent => "permanent",
            EmploymentStatus.FixedTerm => "fixed-term",
            EmploymentStatus.PublicService => "public-service",
            EmploymentStatus.Agency => "agency",
            EmploymentStatus.Apprenticeship => "apprenticeship",
            _ => "self-employed",
        };

    /// <summary>Days as ISO 8601 writes an interval: "2027-08-01/2027-08-31", ".." where an end is open.</summary>
    public static string Of(DateOnly? from, DateOnly? until) => $"{Day(from)}/{Day(until)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "..";
}
