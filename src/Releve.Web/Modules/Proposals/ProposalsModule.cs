using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Places;
using Releve.Core.Proposals;
using Releve.Core.Territories;
using Releve.Web.Modules.Conversations;
using Releve.Web.Modules.Coordination;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Proposals;

/// <summary>Anonymous carers who fit, and proposals both ways.</summary>
public static class ProposalsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Proposals/Meet", ProposalsLinks.MeetPath),
        new("/Proposals/Cards", ProposalsLinks.MeetPath, "{viewer}"),
        new("/Proposals/Card", ProposalsLinks.MeetPath, "{viewer}/{seal:guid}"),
        new("/Proposals/Propose", ProposalsLinks.ProposePath, "{viewer}/{seal:guid}"),
        new("/Proposals/Sent", ProposalsLinks.SentPath, "{id:guid}"),
        new("/Proposals/Templates", ProposalsLinks.TemplatesPath, "{slug}"),
        new("/Proposals/Template", ProposalsLinks.TemplatesPath, "{slug}/{id:guid}"),
        new("/Proposals/Received", ProposalsLinks.ReceivedPath),
        new("/Proposals/Answer", ProposalsLinks.ReceivedPath, "{id:guid}"),
    ];

    /// <summary>Adds what its pages and its job call.</summary>
    public static void AddProposals(this IServiceCollection services)
    {
        services.AddSingleton(known =>
        {
            var key = known.GetRequiredService<CardKey>();
            return new ProposalWords(
                ProposalsLinks.Answer,
                ProposalsLinks.Sent,
                ConversationsLinks.Of,
                (language, bird) => new PageText(language).NameOf(bird),
                language => new PageText(language)["Proposals.somebody"],
                (db, cancellation) => key.ReadAsync(db, cancellation)
            );
        });
        services.AddScoped(known =>
        {
            var db = known.GetRequiredService<AppDb>();
            var (book, gazetteer) = (known.GetRequiredService<TerritoryBook>(), known.GetRequiredService<Gazetteer>());
            return new HarvestAlarm(
                (by, cancellation) => CoordinatorsAsync(db, book, gazetteer, by, cancellation),
                (language, slug) => CoordinationLinks.Of(CoordinationLinks.OrganisationPath, slug, language),
                (language, person) => CoordinationLinks.Of(CoordinationLinks.PersonPath, person, language)
            );
        });
        services.AddScoped<TellAboutProposals>();
        services.AddScoped<CardSight>();
        services.AddScoped<SendProposal>();
        services.AddScoped<AnswerProposal>();
        services.AddScoped<WithdrawProposal>();
        services.AddScoped<MarkCard>();
        services.AddScoped<LookAtCard>();
        services.AddScoped<FindMeetViewer>();
        services.AddScoped<ReadCards>();
        services.AddScoped<ReadReasons>();
        services.AddScoped<ReadReceived>();
    }

    /// <summary>Those who coordinate where a viewer stands; where nobody does, the administrators.</summary>
    private static async Task<IReadOnlyList<Guid>> CoordinatorsAsync(
        AppDb db,
        TerritoryBook book,
        Gazetteer gazetteer,
        Proposer by,
        CancellationToken cancellation
    )
    {
        var code = by.OrganisationId is { } organisation
            ? await db.Organisations.Where(one => one.Id == organisation).Select(one => one.CommuneCode).FirstOrDefaultAsync(cancellation)
            : (await db.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == by.AccountId, cancellation))?.Wishes.FoundsAt;
        var slug = gazetteer.Commune(code) is { } commune ? book.Of(commune)?.Slug : null;
        var coordinators = await db.TerritoryCoordinators.Where(one => one.TerritorySlug == slug).Select(one => one.AccountId).ToListAsync(cancellation);
        return coordinators.Count > 0 ? coordinators : await db.Accounts.Where(one => one.IsAdministrator).Select(one => one.Id).ToListAsync(cancellation);
    }
}
