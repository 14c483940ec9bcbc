using Releve.Core.Listings;
using Releve.Core.Search;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>A search as the person wrote it: the phrase and the plain controls beside it. The address bar holds exactly this.</summary>
public sealed record SearchForm
{
    /// <summary>The empty search: everything.</summary>
    public static SearchForm Everything { get; } = new();

    /// <summary>The phrase, as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The words of the phrase, without the marks that keep them from being understood as something else.</summary>
    public string Words => Text.Replace("\"", "", StringComparison.Ordinal);
    public IReadOnlyList<ListingKind> Kinds { get; init; } = [];
    public IReadOnlyList<string> Professions { get; init; } = [];
    public IReadOnlyList<string> Specialties { get; init; } = [];

    /// <summary>The place, as typed or picked.</summary>
    public string Place { get; init; } = "";
    public int? RadiusKm { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public IReadOnlyList<EmploymentStatus> Statuses { get; init; } = [];
    public bool? FullTime { get; init; }
    public WorkRhythm Rhythm { get; init; }
    public bool PayGiven { get; init; }
    public bool Lodging { get; init; }
    public bool Urgent { get; init; }

    /// <summary>Two-letter codes of languages.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<ListingSource> Sources { get; init; } = [];
    public MapBounds? Bounds { get; init; }

    /// <summary>The order chosen; null lets the search choose.</summary>
    public SearchSort? Sort { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>What of the address could not be used; not part of the search.</summary>
    public IReadOnlyList<IgnoredParameter> Ignored { get; init; } = [];

    /// <summary>The same search on its first page, without what was ignored.</summary>
    public SearchForm FirstPage => this with { Page = 1, Ignored = [] };
}

/// <summary>A part of an address that was left out: its name, its value cut short, and the key of the reason.</summary>
public sealed record IgnoredParameter(string Name, string Value, string Reason);
