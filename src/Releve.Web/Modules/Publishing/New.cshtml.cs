using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Publishing;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Publishing;

/// <summary>For whom, and what: then the form is open.</summary>
public sealed class NewModel(AppDb db, Visitor visitor, TimeProvider time, StartForm start) : PublishingPage(db, visitor, time)
{
    /// <summary>What carers and practices publish in their own name; projects and training are an organisation's.</summary>
    private static readonly ListingKind[] NotInOwnName = [ListingKind.CommunityProject, ListingKind.TrainingOffer];

    public override string Heading => T["Publishing.new"];

    [BindProperty]
    public string? For { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The id of the form to open: pressed twice, the button opens one.</summary>
    [BindProperty]
    public Guid Draft { get; set; }

    /// <summary>The organisations to choose from: slug and name.</summary>
    public IReadOnlyList<(string Slug, string Name)> Organisations { get; private set; } = [];

    /// <summary>True for people with a declared profession.</summary>
    public bool MayInOwnName { get; private set; }

    public override string AddressIn(Language language) => PublishingLinks.NewPath.In(language);

    public async Task OnGetAsync([FromQuery(Name = PublishingLinks.For)] string? publisher, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Draft = Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
        For =
            publisher
            ?? (
                Organisations.Count > 0 ? Organisations[0].Slug
                : MayInOwnName ? PublishingLinks.OwnName
                : null
            );
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var ownName = For == PublishingLinks.OwnName && MayInOwnName;
        if (!ownName && Organisations.All(one => one.Slug != For))
        {
            Refuse("for", T["Publishing.new.for.missing"]);
        }
        var kind = ListingKinds.FromSlug(Kind);
        if (kind is null)
        {
            Refuse("kind", T["Publishing.new.kind.missing"]);
        }
        else if (ownName && NotInOwnName.Contains(kind.Value))
        {
            Refuse("kind", T["Publishing.new.kind.organisation"]);
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        var organisation = ownName ? (Guid?)null : await Db.Organisations.Where(one => one.Slug == For).Select(one => one.Id).SingleAsync(cancellation);
        var form = await start.NewAsync(Draft, Visitor.AccountId, organisation, kind!.Value, Language, Now, cancellation);
        return LocalRedirect(PublishingLinks.Form(form.Id, FormStep.Essentials, Language));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var (account, mine) = (Visitor.AccountId, Recruiting);
        var organisations = await Db
            .Organisations.Where(one => mine.Contains(one.Id) && one.SuspendedAt == null)
            .OrderBy(one => one.SearchText)
            .Select(one => new { one.Slug, one.Name })
            .ToListAsync(cancellation);
        Organisations = [.. organisations.Select(one => (one.Slug, one.Name))];
        // An array in a JSON column: the databases would each count it in their own way.
        var professions = await Db.CarerProfiles.Where(one => one.AccountId == account).Select(one => one.Professions).FirstOrDefaultAsync(cancellation);
        MayInOwnName = professions is { Length: > 0 };
    }
}
