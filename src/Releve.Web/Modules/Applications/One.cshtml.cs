using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>One application of mine: where it stands, what happened, what can be done.</summary>
[Authorize(Access.SignedIn)]
public sealed class OneModel(
    AppDb db,
    ReadApplication read,
    ReadAddressees addressees,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    Visitor visitor,
    TimeProvider time
) : SitePage
{
    public override string Title => To.Title;
    public override bool Indexed => false;

    public JobApplication Application { get; private set; } = null!;
    public Addressee To { get; private set; } = null!;
    public ShownApplication Shown { get; private set; } = null!;

    public override string? AddressIn(Language language) => ApplicationsLinks.Mine(language, Application.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.AccountId == own, cancellation);
        if (application is null)
        {
            return NotFound();
        }
        Application = application;
        To = (await addressees.RunAsync([application], time.GetUtcNow().UtcDateTime, cancellation))[application.Id];
        Shown = new ShownApplication(await read.RunAsync(application, cancellation), new ProfileWording(T, professions, gazetteer), Opens: true);
        return Page();
    }
}
