using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Carers;

/// <summary>Who sees what of me.</summary>
[Authorize(Access.SignedIn)]
public sealed class VisibilityModel(AppDb db, Visitor visitor, TimeProvider time) : FormPage
{
    /// <summary>The parts that one decides about, in the order of the form.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["name", "photo", "contact", "documents", "about"];

    /// <summary>Who may see a part, by the words of the form.</summary>
    public static IReadOnlyDictionary<string, Audience> Audiences { get; } =
        new Dictionary<string, Audience>(StringComparer.Ordinal)
        {
            ["nobody"] = Audience.Nobody,
            ["where-i-applied"] = Audience.WhereIApplied,
            ["checked"] = Audience.CheckedOrganisations,
        };

    public override string Heading => T["Carers.visibility"];

    /// <summary>The choices by part.</summary>
    [BindProperty(Name = "show")]
    public Dictionary<string, string?> Show { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>What another tab stored meanwhile; null when nothing did.</summary>
    public ProfileVisibility? Stored { get; private set; }

    public override string AddressIn(Language language) => CarersLinks.VisibilityPath.In(language);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ProfileAsync() is not { } profile)
        {
            return LocalRedirect(CarersLinks.ProfilePath.In(Language));
        }
        Show = Parts.ToDictionary(part => part, part => (string?)SlugOf(Of(profile.Visibility, part)), StringComparer.Ordinal);
        Version = profile.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ProfileAsync() is not { } profile)
        {
            return LocalRedirect(CarersLinks.ProfilePath.In(Language));
        }
        foreach (var part in Parts.Where(part => Show.GetValueOrDefault(part) is not { } choice || !Audiences.ContainsKey(choice)))
        {
            Refuse("show-" + part, T.With("Carers.visibility.missing", ("part", T["Carers.part." + part])));
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        var chosen = new ProfileVisibility(Chosen("name"), Chosen("photo"), Chosen("contact"), Chosen("documents"), Chosen("about"));
        if (profile.Visibility == chosen)
        {
            return Done();
        }
        if (profile.Version != Version)
        {
            return Overtaken(profile);
        }
        profile.Share(chosen, time.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Overtaken((await ProfileAsync())!);
        }
        return Done();
    }

    /// <summary>Who sees a part, in the words of the form.</summary>
    public static string SlugOf(Audience audience) => Audiences.First(one => one.Value == audience).Key;

    /// <summary>Who sees a part.</summary>
    public static Audience Of(ProfileVisibility visibility, string part) =>
        part switch
        {
            "name" => visibility.Name,
            "photo" => visibility.Photo,
            "contact" => visibility.Contact,
            "documents" => visibility.Documents,
            _ => visibility.About,
        };

    public string VersionText => Version.ToString(CultureInfo.InvariantCulture);

    private Audience Chosen(string part) => Audiences[Show[part]!];

    private LocalRedirectResult Done() => LocalRedirect(CarersLinks.VisibilityPath.In(Language) + "?saved=true");

    private Task<CarerProfile?> ProfileAsync() => db.CarerProfiles.SingleOrDefaultAsync(one => one.AccountId == visitor.AccountId);

    private PageResult Overtaken(CarerProfile profile)
    {
        Stored = profile.Visibility;
        Version = profile.Version;
        return Again(StatusCodes.Status409Conflict);
    }
}
