using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Inbox;

/// <summary>A step of an application, and who made it.</summary>
/// <param name="By">A name; null for the site itself or somebody who is gone.</param>
public sealed record SeenStep(ApplicationStep Step, string? By);

/// <summary>A note of a colleague.</summary>
public sealed record SeenNote(string Text, string? By, DateTime At);

/// <summary>A request to hand the application on.</summary>
public sealed record SeenTransfer(string To, ApplicationTransfer Transfer);

/// <summary>An application as those who receive it see it: who, what, where it stands, and with what it can be answered.</summary>
public sealed record ReceivedApplication
{
    public required JobApplication Application { get; init; }
    public required Addressee To { get; init; }
    public required ShownApplication Shown { get; init; }

    /// <summary>How the applicant is called.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<SeenStep> Steps { get; init; } = [];
    public IReadOnlyList<SeenNote> Notes { get; init; } = [];
    public IReadOnlyList<SeenTransfer> Transfers { get; init; } = [];
    public IReadOnlyList<AnswerTemplate> Templates { get; init; } = [];

    /// <summary>The page of these templates; null for a territory, which has none.</summary>
    public string? TemplatesUrl { get; init; }

    /// <summary>Organisations of the group to which it was not offered yet.</summary>
    public IReadOnlyList<Organisation> Sisters { get; init; } = [];

    /// <summary>True when a person receives it in own name: no colleagues read along.</summary>
    public bool IsOwn => Application.PublisherId is not null;

    /// <summary>Where it can go.</summary>
    public IReadOnlyList<ApplicationStatus> Moves => AnswerApplication.MovesOf(Application);

    /// <summary>True while the applicant can be asked to be kept.</summary>
    public bool CanAskForPool =>
        KeepContact.CanAsk(Application) && Application is { PoolAskedAt: null, PoolConsentUntil: null } && Application.Status != ApplicationStatus.Accepted;

    /// <summary>True when it can be kept for later posts at that instant.</summary>
    public bool CanKeep(DateTime now) => Application.AccountId is not null && Application.CanBeKept(now);
}

/// <summary>Reads one application with everything that its recipients see beside it.</summary>
public sealed class ReadReceived(
    AppDb db,
    ReadApplication read,
    ReadAddressees addressees,
    KeepContact keep,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    PageText text
)
{
    private const int MostSisters = 200;

    /// <summary>Null when that person receives no such application.</summary>
    public async Task<ReceivedApplication?> RunAsync(Guid id, Recipient who, DateTime now, CancellationToken cancellation)
    {
        if (await db.Applications.AsNoTracking().ReceivedBy(who).FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } application)
        {
            return null;
        }
        var shown = new ShownApplication(await read.RunAsync(application, cancellation), new ProfileWording(text, professions, gazetteer), Opens: true);
        var name = application.AccountId is null ? text["Inbox.erased"] : shown.View.Applicant.Name ?? text["Inbox.unnamed"];
        var steps = await StepsAsync(id, cancellation);
        var notes = await NotesAsync(id, cancellation);
        var colleagues = await ColleaguesAsync(steps, notes, cancellation);
        var received = new ReceivedApplication
        {
            Application = application,
            To = (await addressees.RunAsync([application], now, cancellation))[id],
            Shown = shown,
            Name = name,
            Steps =
            [
                .. steps.Select(one => new SeenStep(
                    one,
                    one.IsApplicants ? name
                        : MakerOf(one) is { } by ? colleagues.GetValueOrDefault(by)
                        : null
                )),
            ],
            Notes = [.. notes.Select(one => new SeenNote(one.Text, one.AccountId is { } by ? colleagues.GetValueOrDefault(by) : null, one.At))],
        };
        return await WithTransfersAsync(await WithTemplatesAsync(received, cancellation), cancellation);
    }

    private Task<List<ApplicationStep>> StepsAsync(Guid id, CancellationToken cancellation) =>
        db.ApplicationSteps.AsNoTracking().Where(one => one.ApplicationId == id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancellation);

    private Task<List<ApplicationNote>> NotesAsync(Guid id, CancellationToken cancellation) =>
        db.ApplicationNotes.AsNoTracking().Where(one => one.ApplicationId == id).OrderByDescending(one => one.At).ToListAsync(cancellation);

    private async Task<IReadOnlyDictionary<Guid, string>> ColleaguesAsync(
        IEnumerable<ApplicationStep> steps,
        IEnumerable<ApplicationNote> notes,
        CancellationToken cancellation
    )
    {
        var people = steps.Select(MakerOf).Concat(notes.Select(one => one.AccountId)).OfType<Guid>().Distinct().ToList();
        return await db.Accounts.AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.DisplayName, cancellation);
    }

    // The applicant's own steps are named apart, and time has no account.
    private static Guid? MakerOf(ApplicationStep step) => !step.IsApplicants && Guid.TryParse(step.By, out var by) ? by : null;

    private async Task<ReceivedApplication> WithTemplatesAsync(ReceivedApplication received, CancellationToken cancellation)
    {
        if (TemplateOwner.WhoAnswers(received.Application) is not { } owner)
        {
            return received;
        }
        var slug = owner.OrganisationId is { } id ? await db.Organisations.Where(one => one.Id == id).Select(one => one.Slug).SingleAsync(cancellation) : null;
        return received with
        {
            Templates = await db.AnswerTemplates.AsNoTracking().Of(owner).OrderBy(one => one.Name).ToListAsync(cancellation),
            TemplatesUrl = InboxLinks.Templates(text.Language, slug),
        };
    }

    private async Task<ReceivedApplication> WithTransfersAsync(ReceivedApplication received, CancellationToken cancellation)
    {
        var application = received.Application;
        if (application.OrganisationId is not { } own)
        {
            return received;
        }
        var transfers = await (
            from transfer in db.ApplicationTransfers.AsNoTracking()
            join to in db.Organisations on transfer.ToOrganisationId equals to.Id
            where transfer.ApplicationId == application.Id
            orderby transfer.AskedAt
            select new { transfer, to.Name }
        ).ToListAsync(cancellation);
        var asked = transfers.ConvertAll(one => one.transfer.ToOrganisationId);
        return received with
        {
            Transfers = [.. transfers.Select(one => new SeenTransfer(one.Name, one.transfer))],
            Sisters = KeepContact.CanAsk(application) ? await SistersAsync(own, asked, cancellation) : [],
        };
    }

    private async Task<IReadOnlyList<Organisation>> SistersAsync(Guid own, IReadOnlyList<Guid> asked, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == own, cancellation);
        return await keep.SistersOf(organisation)
            .AsNoTracking()
            .Where(one => !asked.Contains(one.Id))
            .OrderBy(one => one.SearchText)
            .Take(MostSisters)
            .ToListAsync(cancellation);
    }
}
