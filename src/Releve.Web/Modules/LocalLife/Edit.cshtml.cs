using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LocalLife;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Places;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.LocalLife;

/// <summary>What a commune answers to families: short questions, each of which may stay open.</summary>
[Authorize(Access.SignedIn)]
public sealed class EditModel(AppDb db, AnsweringFor answering, AnswerFamilies answer, Gazetteer gazetteer, ProfessionCatalogue professions, TimeProvider time)
    : FormPage
{
    private AnsweredCommune here = null!;

    public override string Heading => T.With("LocalLife.edit", ("place", T.OfPlace(here.Commune.NameIn(Language))));

    [BindProperty]
    public WelcomeForm Form { get; set; } = new();

    /// <summary>The version that the form was filled from; empty when there was nothing.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public bool IsDone { get; private set; }

    /// <summary>Somebody else answered meanwhile: what stands now.</summary>
    public WelcomeView? Saved { get; private set; }

    public string PageUrl => PlacesLinks.Commune(gazetteer.Slug(here.Commune), Language);

    /// <summary>In whose name; null for a coordinator.</summary>
    public string? Authority => here.Authority?.Name;

    /// <summary>The professions by their names in the page's language.</summary>
    public IEnumerable<(string Code, string Name)> Professions =>
        professions.Ordered(Language).Select(one => (one.Code, professions.LabelOf(one.Code, Language)));

    public override string AddressIn(Language language) => LocalLifeLinks.Edit(gazetteer.Slug(here.Commune), language);

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        var stored = await StoredAsync(cancellation);
        (Form, Version) = (WelcomeForm.Of(stored?.Answers ?? new()), stored?.Version);
        IsDone = TempData["done"] is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        var answers = Form.Read(
            professions,
            (field, most) => Refuse(field, T.With(field.Length == 2 ? "LocalLife.long" : "LocalLife.number", ("most", T.Number(most))))
        );
        if (Errors.Count > 0)
        {
            return Again();
        }
        var now = time.GetUtcNow().UtcDateTime;
        if (await answer.RunAsync(here.Commune.Code, here.Authority?.Id, answers, Version, now, cancellation) == AnswerResult.Overtaken)
        {
            // Both stand on the page: what was typed in the fields, what stands now above them. Saving again is a decision.
            var stored = (await StoredAsync(cancellation))!;
            Saved = WelcomeView.Of(stored.Answers, T, professions);
            ModelState.Clear();
            Version = stored.Version;
            return Again(StatusCodes.Status409Conflict);
        }
        TempData["done"] = "answered";
        return LocalRedirect(AddressIn(Language));
    }

    private Task<CommuneWelcome?> StoredAsync(CancellationToken cancellation) =>
        db.CommuneWelcomes.AsNoTracking().SingleOrDefaultAsync(one => one.CommuneCode == here.Commune.Code, cancellation);

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        if (gazetteer.FromSlug(slug)?.Commune is not { } commune || await answering.OneAsync(commune, cancellation) is not { } found)
        {
            return false;
        }
        here = found;
        return true;
    }
}
