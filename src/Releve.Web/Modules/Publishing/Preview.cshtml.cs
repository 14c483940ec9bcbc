using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Publishing;
using Releve.Web.Modules.Listings.Facts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Publishing;

/// <summary>The listing as others will see it, what is to be looked at again, and the button that publishes it.</summary>
public sealed class PreviewModel(
    AppDb db,
    Visitor visitor,
    TimeProvider time,
    ReadForm read,
    WriteForm write,
    CheckListing check,
    PublishForm publish,
    Gazetteer gazetteer,
    ProfessionCatalogue professions,
    FieldWords words,
    FieldSaid said
) : PublishingPage(db, visitor, time)
{
    public override string Heading => T["Publishing.preview"];

    public ListingForm Form { get; private set; } = null!;
    public FormReading Reading { get; private set; } = null!;
    public IReadOnlyList<Remark> Remarks { get; private set; } = [];

    /// <summary>For whom; null in own name.</summary>
    public string? Publisher { get; private set; }

    /// <summary>True when it is found as soon as it is published.</summary>
    public bool GoesLive { get; private set; }

    /// <summary>The listing that it changes, as it stands now; null for a new one.</summary>
    public Listing? Changes { get; private set; }

    /// <summary>What that listing says and this form says otherwise, when somebody changed it meanwhile.</summary>
    public IReadOnlyList<FieldDifference>? Conflict { get; private set; }

    public Listing Listing { get; private set; } = null!;
    public string? Place { get; private set; }
    public IReadOnlyList<CardFact> Headline { get; private set; } = [];
    public IReadOnlyList<CardFact> Work { get; private set; } = [];
    public IReadOnlyList<CardFact> Conditions { get; private set; } = [];

    public bool CanPublish => Reading.Problems.Count == 0 && Remarks.All(remark => remark.Weight != RemarkWeight.Error);
    public IEnumerable<Remark> Warnings => Remarks.Where(remark => remark.Weight == RemarkWeight.Warning);

    /// <summary>What the law asks of whoever answers, by the professions: reserved, or open to all.</summary>
    public bool Regulated =>
        Listing.Professions.Any(code =>
            Listing.CommuneCode.Length > 2 && professions.Find(code)?.Profession.Regulated.Contains(Listing.CommuneCode[..2]) == true
        );

    public override string AddressIn(Language language) => PublishingLinks.Preview(Form.Id, language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindFormAsync(id, cancellation) is not { } form)
        {
            return NotFound();
        }
        await ShowAsync(form, cancellation);
        return Page();
    }

    /// <summary>Publishes, or says what stands against it.</summary>
    /// <param name="confirmed">The marks of the warnings that the publisher has read and means.</param>
    /// <param name="over">The version of the listing that the publisher has seen and writes over.</param>
    /// <param name="reference">The listing that the form changes: where a button pressed twice leads.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string[] confirmed, bool agreed, int? over, string? reference, CancellationToken cancellation)
    {
        if (await FindFormAsync(id, cancellation) is not { } form)
        {
            return await DoneBeforeAsync(id, reference, cancellation) is { } done ? LocalRedirect(PublishingLinks.Listing(done, Language)) : NotFound();
        }
        if (over is { } version && form.ListingId is not null)
        {
            form.ListingVersion = version;
        }
        await ShowAsync(form, cancellation);
        if (!CanPublish)
        {
            return Refused("publish", T["Publishing.preview.mend"]);
        }
        if (Warnings.Any(remark => !agreed || !confirmed.Contains(remark.Mark)))
        {
            return Refused("agreed", T["Publishing.preview.confirm.missing"]);
        }
        return await PublishAsync(form, reference, cancellation);
    }

    private async Task<IActionResult> PublishAsync(ListingForm form, string? reference, CancellationToken cancellation)
    {
        try
        {
            var (result, listing) = await publish.RunAsync(form, Reading.Content, Now, cancellation);
            if (result is PublishResult.Live or PublishResult.InReview)
            {
                return LocalRedirect(PublishingLinks.Listing(listing.Reference, Language) + "?done=true");
            }
            ShowConflict(listing);
        }
        catch (DbUpdateException)
        {
            Db.ChangeTracker.Clear();
            if (await DoneBeforeAsync(form.Id, reference, cancellation) is { } done && await FindFormAsync(form.Id, cancellation) is null)
            {
                return LocalRedirect(PublishingLinks.Listing(done, Language));
            }
            if (form.ListingId is not { } id)
            {
                throw;
            }
            ShowConflict(await Db.Listings.AsNoTracking().SingleAsync(one => one.Id == id, cancellation));
        }
        return Again(StatusCodes.Status409Conflict);
    }

    private PageResult Refused(string field, string message)
    {
        Refuse(field, message);
        return Again();
    }

    /// <summary>The listing that came of a form that is gone; null when it is not the visitor's to see.</summary>
    private async Task<string?> DoneBeforeAsync(Guid id, string? reference, CancellationToken cancellation) =>
        await Served(OrganisationRole.Recruiter)
            .Where(one => one.Id == id || one.Reference == reference)
            .Select(one => one.Reference)
            .FirstOrDefaultAsync(cancellation);

    private void ShowConflict(Listing listing)
    {
        Changes = listing;
        var there = write.Run(listing, Language);
        var mine = Form.Fields;
        Conflict =
        [
            .. KindFields
                .Of(Form.Kind)
                .Differing(there, mine)
                .Select(field => FieldDifference.Of(field, there, mine, said, Form.Kind))
                .Where(one => one.IsSaid),
        ];
    }

    private async Task ShowAsync(ListingForm form, CancellationToken cancellation)
    {
        Form = form;
        Reading = read.Run(form.Kind, form.Fields, Language);
        Remarks = await check.RunAsync(form, Reading.Content, Now, cancellation);
        Publisher = await NameOfAsync(form.OrganisationId, cancellation);
        GoesLive = await publish.GoesLiveAsync(form.AccountId, form.OrganisationId, cancellation);
        if (form.ListingId is { } id)
        {
            Changes = await Db.Listings.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        }
        Listing = Listing.Draft(form.Id, Reading.Content, form.OrganisationId, ListingSource.Here, Now);
        Place = gazetteer.Commune(Listing.CommuneCode)?.NameIn(Language);
        var today = DateOnly.FromDateTime(Now);
        Headline = CardFacts.Of(Card(), T, today);
        Work = KindFacts.Of(Listing.Details, T, professions);
        Conditions = CommonFacts.Of(Listing, T, professions, today);
    }

    private Core.Search.ListingCard Card() =>
        new()
        {
            Id = Listing.Id,
            Kind = Listing.Kind,
            Titles = [.. Listing.Texts.Select(text => (text.Language, text.Title))],
            OrganisationName = Publisher,
            OrganisationSlug = null,
            CommuneCode = Listing.CommuneCode,
            Latitude = Listing.Latitude,
            Longitude = Listing.Longitude,
            Professions = Listing.Professions,
            From = Listing.From,
            Until = Listing.Until,
            Urgent = Listing.Urgent,
            Benefits = Listing.Benefits,
            Pay = Listing.Pay,
            Details = Listing.Details,
            PublishedAt = Now,
            ExpiresAt = Now.AddDays(Core.Listings.Listing.DaysLive),
        };

    /// <summary>A remark in words.</summary>
    public string Say(Remark remark) =>
        remark.Problem.Key == "twin"
            ? T.With("Publishing.remark.twin", ("title", remark.Problem.Values[0]))
            : T.With(
                "Publishing.remark." + remark.Problem.Key,
                ("words", remark.Problem.Values.ElementAtOrDefault(0)),
                ("others", remark.Problem.Values.ElementAtOrDefault(1))
            );

    /// <summary>What is missing or wrong, in words.</summary>
    public string Say(ListingProblem problem) => words.Problem(Form.Kind, problem);

    /// <summary>Where something is mended.</summary>
    public string MendUrl(ListingProblem problem)
    {
        var field = KindFields.Find(Form.Kind, problem.Field);
        var anchor = field is null or { Control: FieldControl.Translations } ? problem.Field.Replace('.', '-') : FieldView.IdOf(field);
        return PublishingLinks.Form(Form.Id, field?.Step ?? FormStep.Essentials, Language) + "#" + anchor;
    }

    /// <summary>The label of the field that a remark or problem is about.</summary>
    public string Label(ListingProblem problem) => words.Label(Form.Kind, KindFields.Find(Form.Kind, problem.Field)?.Name ?? problem.Field);
}
