using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.LocalLife;

/// <summary>A commune in the list, and when it was answered for.</summary>
public sealed record WelcomeLine(string Name, string Url, DateTime? AnsweredAt);

/// <summary>The communes for which the visitor answers.</summary>
[Authorize(Access.SignedIn)]
public sealed class IndexModel(AppDb db, AnsweringFor answering, Gazetteer gazetteer) : SitePage
{
    public override string Title => T["LocalLife.list"];

    public override bool Indexed => false;

    public IReadOnlyList<WelcomeLine> Answered { get; private set; } = [];
    public IReadOnlyList<WelcomeLine> Silent { get; private set; } = [];

    public override string AddressIn(Language language) => LocalLifeLinks.ListPath.In(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var communes = await answering.AllAsync(cancellation);
        if (communes.Count == 0)
        {
            return NotFound();
        }
        var codes = communes.Select(one => one.Commune.Code).ToArray();
        var answered = await db
            .CommuneWelcomes.Where(one => EF.Parameter(codes).Contains(one.CommuneCode))
            .Select(one => new { one.CommuneCode, one.UpdatedAt })
            .ToDictionaryAsync(one => one.CommuneCode, one => one.UpdatedAt, cancellation);
        var lines = communes
            .Select(one => new WelcomeLine(
                one.Commune.NameIn(Language),
                LocalLifeLinks.Edit(gazetteer.Slug(one.Commune), Language),
                answered.TryGetValue(one.Commune.Code, out var at) ? at : null
            ))
            .OrderBy(line => Folding.Fold(line.Name), StringComparer.Ordinal)
            .ToList();
        Answered = [.. lines.Where(line => line.AnsweredAt is not null)];
        Silent = [.. lines.Where(line => line.AnsweredAt is null)];
        return Page();
    }
}
