using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>How I want to live and work. Two tabs do not overwrite each other: the later one is shown both and decides.</summary>
[Authorize(Access.SignedIn)]
public sealed class ProjectModel(
    AppDb db,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    ZoneMap zoneMap,
    TellWishes tell,
    ShowCard cards,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    public override string Heading => T["LifeProjects.title"];

    [BindProperty(Name = "")]
    public ProjectForm Form { get; set; } = new();

    /// <summary>It has just been stored.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>It has just been erased.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Erased { get; set; }

    /// <summary>The stored life project; null when there is none yet.</summary>
    public LifeProject? Project { get; private set; }

    /// <summary>What the wishes come to.</summary>
    public WishesTold Told { get; private set; } = WishesTold.Nothing;

    /// <summary>True when it is told what the wishes cost, before they are stored.</summary>
    public bool AsksBack { get; private set; }

    /// <summary>True when somebody asked for the specialties: there are dozens in some professions.</summary>
    public bool ShowsSpecialties { get; private set; }

    /// <summary>The button that was pressed, to press it again.</summary>
    public string Go { get; private set; } = "save";

    /// <summary>What another tab stored meanwhile and differs from what was typed here.</summary>
    public IReadOnlyList<ProjectDifference> Differences { get; private set; } = [];

    /// <summary>The zones on the map.</summary>
    public MapView Map { get; private set; } = null!;

    /// <summary>The centres of the circles, in the order of the form's zones.</summary>
    public IReadOnlyList<Core.Search.SearchCircle?> Centres { get; private set; } = [];

    /// <summary>The card as others see it, of what is stored; null when nothing is.</summary>
    public AnonymousCard? Card { get; private set; }

    /// <summary>The professions by their names in the page's language.</summary>
    public IEnumerable<(string Code, string Name)> Professions =>
        professions.Ordered(Language).Select(one => (one.Code, professions.LabelOf(one.Code, Language)));

    /// <summary>The professions of the form that have specialties.</summary>
    public IEnumerable<(string Profession, IReadOnlyList<Specialty> Specialties)> Specialties =>
        Form
            .Professions.Distinct(StringComparer.Ordinal)
            .OfType<string>()
            .Select(code => (code, professions.SpecialtiesOf(code, Language)))
            .Where(one => one.Item2.Count > 0);

    public string NameOf(string code) => professions.LabelOf(code, Language);

    public override string AddressIn(Language language) => LifeProjectsLinks.ProjectPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var wishes = Project?.Wishes ?? await FirstWishesAsync(cancellation);
        Form = ProjectForm.Of(wishes, Project?.Version ?? SaveLifeProject.NoVersion, gazetteer, Language);
        await ShowAsync(wishes, cancellation);
    }

    /// <summary>Stores, and opens where that button was pressed.</summary>
    public async Task<IActionResult> OnPostAsync(string? go, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var betraying = await BetrayingWords.ReadAsync(db, visitor.AccountId, cancellation);
        var wishes = new ReadProjectForm(Form, professions, gazetteer, T, betraying, Refuse).Run(DateOnly.FromDateTime(now), Project?.Wishes.Start);
        var opens = go == "open";
        Go = opens ? "open" : "save";
        if (opens && !wishes.CanBeMatched && ErrorOf("profession-0") is null)
        {
            Refuse("profession-0", T["LifeProjects.profession.missing"]);
        }
        await ShowAsync(wishes, cancellation);
        if (Errors.Count > 0)
        {
            return Again();
        }
        // What is matched at once is told before it is stored; a draft is stored first.
        if ((opens || Project?.Status == LifeProjectStatus.Open) && Told.AsksBack && !Form.Agreed && !IsStored(wishes))
        {
            AsksBack = true;
            return Again(StatusCodes.Status409Conflict);
        }
        return await new SaveLifeProject(db).RunAsync(visitor.AccountId, wishes, Form.Version, opens, now, cancellation)
            ? LocalRedirect(LifeProjectsLinks.Saved(Language))
            : await OvertakenAsync(wishes, cancellation);
    }

    /// <summary>Shows the specialties of the professions chosen, without storing anything.</summary>
    public Task<PageResult> OnPostSpecialtiesAsync(CancellationToken cancellation)
    {
        ShowsSpecialties = true;
        return ShowTypedAsync(cancellation);
    }

    /// <summary>One more zone, or one less, without storing anything.</summary>
    public Task<PageResult> OnPostZoneAsync(int? remove, CancellationToken cancellation)
    {
        if (remove is >= 0 && remove < Form.Zones.Count)
        {
            Form.Zones.RemoveAt(remove.Value);
        }
        else if (Form.Zones.Count < LifeWishes.MostZones)
        {
            Form.Zones.Add(new ZoneForm());
        }
        return ShowTypedAsync(cancellation);
    }

    /// <summary>It rests.</summary>
    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellation) => BecomeAsync(LifeProjectStatus.Paused, cancellation);

    /// <summary>It goes on, or is prolonged.</summary>
    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation) => BecomeAsync(LifeProjectStatus.Open, cancellation);

    /// <summary>A place was found.</summary>
    public Task<IActionResult> OnPostFoundAsync(CancellationToken cancellation) => BecomeAsync(LifeProjectStatus.Found, cancellation);

    /// <summary>The land where the map was moved to.</summary>
    public IActionResult OnGetMap(string? view, string? size, string[] areas, [FromServices] Atlas atlas)
    {
        var known = areas.Take(LifeWishes.MostZones).Where(code => gazetteer.Place(code) is not null).ToList();
        return ZoneMap.Moved(known, view, size, T) is { } map ? Content(MapPicture.Draw(map, atlas, T), "text/html; charset=utf-8") : BadRequest();
    }

    /// <summary>The place that a text means, or that lies nearest to a point.</summary>
    public IActionResult OnGetPlace(string? q, string? lat, string? lon)
    {
        var place = ReadZones.Point(lat, lon) is var (north, east) ? gazetteer.Nearest(north, east) : ReadZones.Find(q ?? "", gazetteer, Language);
        return place is { } found
            ? new JsonResult(
                new
                {
                    name = gazetteer.Label(found, Language),
                    latitude = found.Commune?.Latitude,
                    longitude = found.Commune?.Longitude,
                }
            )
            : new JsonResult(null);
    }

    private async Task ReadAsync(CancellationToken cancellation) =>
        Project = await db.LifeProjects.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == visitor.AccountId, cancellation);

    private async Task<LifeWishes> FirstWishesAsync(CancellationToken cancellation)
    {
        var profile = await db.CarerProfiles.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == visitor.AccountId, cancellation);
        return FirstWishes.Of(profile, professions, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }

    private async Task<PageResult> ShowTypedAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        // What is wrong is said once somebody stores; the map shows what can be read.
        var typed = new ReadProjectForm(Form, professions, gazetteer, T, new BetrayingWords(null, null, []), (_, _) => { }).Run(today, null);
        await ShowAsync(typed, cancellation);
        return Page();
    }

    private async Task ShowAsync(LifeWishes wishes, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        Told = await tell.RunAsync(wishes, now, cancellation);
        Map = zoneMap.Of(wishes.Zones, T);
        Centres = [.. Form.Zones.Select(zone => new ReadZones([zone], gazetteer, T, (_, _) => { }).Run() is [var read] ? zoneMap.CircleOf(read) : null)];
        Card = Project is { } project ? await cards.RunAsync(db, project.Id, project.Wishes, visitor.AccountId, cancellation) : null;
        if (Form.Zones.Count == 0)
        {
            Form.Zones.Add(new ZoneForm());
            Centres = [null];
        }
    }

    private bool IsStored(LifeWishes wishes) =>
        Project is { } project && project.IsOpen(time.GetUtcNow().UtcDateTime) && SaveLifeProject.IsSame(project.Wishes, wishes);

    private async Task<IActionResult> BecomeAsync(LifeProjectStatus status, CancellationToken cancellation) =>
        await new ChangeProjectStatus(db).RunAsync(visitor.AccountId, status, time.GetUtcNow().UtcDateTime, cancellation)
            ? LocalRedirect(LifeProjectsLinks.Saved(Language))
            : LocalRedirect(LifeProjectsLinks.ProjectPath.In(Language));

    private async Task<PageResult> OvertakenAsync(LifeWishes wishes, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await ReadAsync(cancellation);
        Differences = new ProjectLines(T, professions, gazetteer).Between(Project?.Wishes ?? new LifeWishes(), wishes);
        // Whoever has read both and sends the form again overwrites what is stored now, and not what comes after.
        Form.Version = Project?.Version ?? SaveLifeProject.NoVersion;
        ModelState.Clear();
        return Again(StatusCodes.Status409Conflict);
    }
}
