using System.Globalization;
using Releve.Core.Applications;

namespace Releve.Web.Modules.Inbox;

/// <summary>What of the inbox is shown, as its address says it.</summary>
public sealed record InboxFilter
{
    /// <summary>The name of everything that nobody has decided.</summary>
    public const string Open = "open";

    /// <summary>The name of what ended without a decision of the recipient.</summary>
    public const string Ended = "ended";

    /// <summary>The name of everything.</summary>
    public const string All = "all";

    /// <summary>The states that one can ask for, in the order of the page.</summary>
    public static IReadOnlyList<string> States { get; } =
    [
        Open,
        .. new[]
        {
            ApplicationStatus.Submitted,
            ApplicationStatus.Viewed,
            ApplicationStatus.Shortlisted,
            ApplicationStatus.Interview,
            ApplicationStatus.Offered,
            ApplicationStatus.Accepted,
            ApplicationStatus.Declined,
            ApplicationStatus.InPool,
        }.Select(one => one.ToString()),
        Ended,
        All,
    ];

    /// <summary>One of <see cref="States"/>.</summary>
    public string State { get; init; } = Open;

    /// <summary>Slug of an organisation.</summary>
    public string? Organisation { get; init; }

    /// <summary>Reference of a listing.</summary>
    public string? Listing { get; init; }

    /// <summary>Code of a profession that the applicant declares.</summary>
    public string? Profession { get; init; }

    /// <summary>Words in the name, the message or the title.</summary>
    public string? Text { get; init; }

    /// <summary>Only those that have waited for so many days without an answer.</summary>
    public int? Waiting { get; init; }

    /// <summary>Only those without a listing.</summary>
    public bool Spontaneous { get; init; }

    /// <summary>Shown as a board of columns.</summary>
    public bool Board { get; init; }

    /// <summary>True when anything but the state narrows the list.</summary>
    public bool IsNarrow => Listing is not null || Profession is not null || Text is not null || Waiting is not null || Spontaneous;

    /// <summary>The statuses that a state stands for; all for the others.</summary>
    public static IReadOnlyList<ApplicationStatus> StatusesOf(string state) =>
        state switch
        {
            Open => [.. ApplicationTransitions.Open.Where(one => one != ApplicationStatus.Draft)],
            Ended => [ApplicationStatus.Withdrawn, ApplicationStatus.HiredElsewhere, ApplicationStatus.Expired],
            All => Enum.GetValues<ApplicationStatus>(),
            _ => [Enum.Parse<ApplicationStatus>(state)],
        };

    /// <summary>Reads it from a query; what makes no sense is left out.</summary>
    public static InboxFilter Read(IQueryCollection query) =>
        new()
        {
            State = States.Contains(query["state"].ToString()) ? query["state"].ToString() : Open,
            Organisation = NullIfBlank(query["organisation"]),
            Listing = NullIfBlank(query[InboxLinks.ListingQuery]),
            Profession = NullIfBlank(query["profession"]),
            Text = NullIfBlank(query["q"]),
            Waiting = int.TryParse(query["waiting"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 1000 ? days : null,
            Spontaneous = query["spontaneous"] == "1",
            Board = query["view"] == "board",
        };

    /// <summary>The parts of its address, the default ones left out.</summary>
    public IEnumerable<(string Name, string Value)> Parts()
    {
        (string Name, string? Value)[] parts =
        [
            ("view", Board ? "board" : null),
            ("state", State == Open ? null : State),
            ("organisation", Organisation),
            (InboxLinks.ListingQuery, Listing),
            ("profession", Profession),
            ("q", Text),
            ("waiting", Waiting?.ToString(CultureInfo.InvariantCulture)),
            ("spontaneous", Spontaneous ? "1" : null),
        ];
        return parts.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!));
    }

    /// <summary>The address below a path.</summary>
    public string Under(string path, int page = 1)
    {
        var parts = Parts().ToList();
        if (page > 1)
        {
            parts.Add(("page", page.ToString(CultureInfo.InvariantCulture)));
        }
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, 120)];
}
