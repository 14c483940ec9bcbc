using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>An organisation that never sees the project, or might be chosen to.</summary>
public sealed record HiddenOrganisation(Guid Id, string Name, string? Place);

/// <summary>Who may see my life project, how it looks to them, and how many looked.</summary>
[Authorize(Access.SignedIn)]
public sealed class VisibilityModel(AppDb db, Gazetteer gazetteer, ShowCard cards, Visitor visitor, TimeProvider time) : FormPage
{
    private const int MostFound = 12;
    private const int LongestName = 200;

    public override string Heading => T["LifeProjects.visibility.title"];

    /// <summary>Who may see it, as chosen.</summary>
    [BindProperty]
    public string? Show { get; set; }

    /// <summary>The organisations that never see it, as chosen.</summary>
    [BindProperty]
    public Guid[] Hide { get; set; } = [];

    /// <summary>The name that is looked for.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>The stored life project.</summary>
    public LifeProject Project { get; private set; } = null!;

    /// <summary>What another tab stored meanwhile.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>Those that never see it.</summary>
    public IReadOnlyList<HiddenOrganisation> Hidden { get; private set; } = [];

    /// <summary>Those whose names were looked for; null when nobody looked.</summary>
    public IReadOnlyList<HiddenOrganisation>? Found { get; private set; }

    /// <summary>The card exactly as others see it.</summary>
    public AnonymousCard Card { get; private set; } = null!;

    /// <summary>How many organisations and people with a project opened the card.</summary>
    public int Looks { get; private set; }

    public override string AddressIn(Language language) => LifeProjectsLinks.VisibilityPath.In(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return LocalRedirect(LifeProjectsLinks.ProjectPath.In(Language));
        }
        (Show, Hide, Version) = (Project.Visibility.ToString(), Project.HiddenFrom, Project.Version);
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>Looks for organisations by name, without storing anything.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return LocalRedirect(LifeProjectsLinks.ProjectPath.In(Language));
        }
        var chosen = Hide.ToList();
        var name = CleanText.Line(Name) ?? "";
        Found = name.Length is 0 or > LongestName
            ? []
            : await OrganisationsAsync(
                db.Organisations.Where(one => !chosen.Contains(one.Id)).Called(name).OrderBy(one => one.Name).Take(MostFound),
                cancellation
            );
        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return LocalRedirect(LifeProjectsLinks.ProjectPath.In(Language));
        }
        if (!Enum.TryParse<ProjectVisibility>(Show, out var visibility) || !Enum.IsDefined(visibility))
        {
            Refuse("show", T["LifeProjects.visibility.missing"]);
        }
        var chosen = Hide.ToList();
        var hide = await db
            .Organisations.Where(one => chosen.Contains(one.Id))
            .Select(one => one.Id)
            .Take(LifeProject.MostHidden + 1)
            .ToListAsync(cancellation);
        if (hide.Count > LifeProject.MostHidden)
        {
            Refuse("name", T.With("LifeProjects.visibility.many", ("most", LifeProject.MostHidden)));
        }
        var names = await db.Organisations.Where(one => hide.Contains(one.Id)).Select(one => one.Name).ToListAsync(cancellation);
        if (new BetrayingWords(null, null, names).FindIn(Project.Wishes.Words) is { By: Betrayal.Organisation } found)
        {
            // The words were written before: naming it there and hiding from it would tell it who it is.
            Refuse("name", T.With("LifeProjects.words.betray.Organisation", ("said", found.Said)));
        }
        if (Errors.Count > 0)
        {
            await ShowAsync(cancellation);
            return Again();
        }
        if (await new ShowLifeProject(db).RunAsync(visitor.AccountId, visibility, hide, Version, time.GetUtcNow().UtcDateTime, cancellation))
        {
            return LocalRedirect(AddressIn(Language) + "?saved=true");
        }
        if (!await ReadAsync(cancellation))
        {
            return LocalRedirect(LifeProjectsLinks.ProjectPath.In(Language));
        }
        (IsOvertaken, Version) = (true, Project.Version);
        await ShowAsync(cancellation);
        return Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var project = await db.LifeProjects.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == visitor.AccountId, cancellation);
        Project = project!;
        return project is not null;
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var chosen = Hide.ToList();
        Hidden = await OrganisationsAsync(
            db.Organisations.Where(one => chosen.Contains(one.Id)).OrderBy(one => one.Name).Take(LifeProject.MostHidden),
            cancellation
        );
        Looks = await db.CardLooks.CountAsync(look => look.ProjectId == Project.Id, cancellation);
        Card = await cards.RunAsync(db, Project.Id, Project.Wishes, visitor.AccountId, cancellation);
    }

    private async Task<IReadOnlyList<HiddenOrganisation>> OrganisationsAsync(IQueryable<Organisation> organisations, CancellationToken cancellation)
    {
        var found = await organisations
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.CommuneCode,
            })
            .ToListAsync(cancellation);
        return found.ConvertAll(one => new HiddenOrganisation(one.Id, one.Name, gazetteer.Commune(one.CommuneCode)?.NameIn(Language)));
    }
}
