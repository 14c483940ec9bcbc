using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Administration;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;

namespace Releve.Web.Modules.Administration;

/// <summary>A territory: names, what it is made of, and who coordinates it.</summary>
[Authorize(Access.Administrator)]
public sealed class TerritoryModel(
    AppDb db,
    EditTerritory edit,
    NameCoordinator name,
    Gazetteer gazetteer,
    RefreshKnowledge refresh,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    private const int MostFound = 12;

    public override string Heading => Stored?.Names.In(Language) ?? T["Administration.territory.new"];

    [BindProperty]
    public TerritoryForm Form { get; set; } = new();

    /// <summary>The sign of what the administrator saw.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>A place to look for.</summary>
    [BindProperty]
    public string? Find { get; set; }

    /// <summary>The address of who is to coordinate it.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>As it is stored; null for a new one.</summary>
    public Territory? Stored { get; private set; }

    /// <summary>Somebody else changed it meanwhile: what is stored stands beside what was typed.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>Places found for the words.</summary>
    public IReadOnlyList<PlaceRef> Found { get; private set; } = [];
    public IReadOnlyList<Account> Coordinators { get; private set; } = [];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public string LabelOf(string code) => gazetteer.Place(code) is { } place ? LabelOf(place) : code;

    public string LabelOf(PlaceRef place) => gazetteer.Label(place, Language);

    public string? KindOf(PlaceRef place) => place.Area is { } area ? T["Administration.area." + area.Kind] : null;

    public override string AddressIn(Language language) => AdministrationLinks.Territory(Stored?.Slug, language);

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }
        Form = Stored is null ? new TerritoryForm { Position = "1", Languages = ["fr"] } : TerritoryForm.Of(Stored);
        Seen = Stored is null ? null : TerritoryContent.Of(Stored).Sign();
        return Page();
    }

    /// <summary>Looks for places, adds or takes out one; nothing is stored yet.</summary>
    public async Task<IActionResult> OnPostAreaAsync(string? slug, string? add, string? remove, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }
        if (gazetteer.Place(add) is { } place && !Form.Areas.Contains(place.Code))
        {
            Form.Areas.Add(place.Code);
        }
        Form.Areas.RemoveAll(code => code == remove || gazetteer.Place(code) is null);
        if (add is null && remove is null && CleanText.Line(Find) is { } words)
        {
            Found = [.. gazetteer.Suggest(words, Language, MostFound)];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }
        if (Form.Read(gazetteer, (field, key) => Refuse(field, T.With(key, ("most", TerritoryForm.LongestName)))) is not { } content)
        {
            return Again();
        }
        var stored = slug;
        if (slug is null)
        {
            (var outcome, stored) = await edit.CreateAsync(content, visitor.AccountId, Now, cancellation);
            if (outcome == EditOutcome.Overtaken)
            {
                Refuse("name-fr", T["Administration.territory.name.taken"]);
                return Again();
            }
        }
        else if (await edit.ChangeAsync(slug, content, Seen, visitor.AccountId, Now, cancellation) == EditOutcome.Overtaken)
        {
            IsOvertaken = true;
            Seen = TerritoryContent.Of(Stored!).Sign();
            return Again(StatusCodes.Status409Conflict);
        }
        await refresh.RunAsync(cancellation);
        return LocalRedirect(AdministrationLinks.Territory(stored, Language));
    }

    public async Task<IActionResult> OnPostNameAsync(string? slug, CancellationToken cancellation)
    {
        if (slug is null || !await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }
        Form = TerritoryForm.Of(Stored!);
        if (
            !EmailAddress.TryParse(Email, out var email)
            || await name.RunAsync(slug, email, visitor.AccountId, VisitorLinks.SpacePath.In, Now, cancellation) != NamingOutcome.Done
        )
        {
            Refuse("email", T["Administration.territory.email.wrong"]);
            return Again();
        }
        return LocalRedirect(AddressIn(Language));
    }

    public async Task<IActionResult> OnPostEndAsync(string? slug, Guid account, CancellationToken cancellation) =>
        slug is not null && await LoadAsync(slug, cancellation) && await name.EndAsync(slug, account, visitor.AccountId, Now, cancellation)
            ? LocalRedirect(AddressIn(Language))
            : NotFound();

    private async Task<bool> LoadAsync(string? slug, CancellationToken cancellation)
    {
        if (slug is null)
        {
            return true;
        }
        Stored = await db.Territories.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug, cancellation);
        Coordinators = await (
            from one in db.TerritoryCoordinators
            join account in db.Accounts on one.AccountId equals account.Id
            where one.TerritorySlug == slug
            orderby one.Since
            select account
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        Seen ??= Stored is null ? null : TerritoryContent.Of(Stored).Sign();
        return Stored is not null;
    }
}
