using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Web.Start;

/// <summary>Fictitious applications in several states, so that an inbox and what an applicant follows can be seen at work.</summary>
internal sealed class DemonstrationApplications(AppDb db, DateTime now)
{
    private const int Needed = 3;

    private const string French =
        "Je travaille depuis six ans à l’hôpital, dont deux de nuit. Je cherche une équipe stable, près de chez moi. Je peux venir visiter le service quand vous voulez.";

    private const string Dutch =
        "Ik werk sinds vier jaar in een ziekenhuis en spreek vlot Frans. Ik zoek een team waar ik kan blijven. Ik kom graag eens langs om kennis te maken.";

    /// <summary>Adds some to listings of these organisations, which that recruiter answers; nothing where there are too few listings.</summary>
    public async Task AddAsync(Account claire, Account lotte, Account recruiter, IReadOnlyList<Guid> organisations, CancellationToken cancellation)
    {
        var listings = await db
            .Listings.Where(one => one.OrganisationId != null && organisations.Contains(one.OrganisationId.Value) && one.Status == ListingStatus.Live)
            .OrderBy(one => one.OrganisationId)
            .ThenBy(one => one.Id)
            .Take(6)
            .ToListAsync(cancellation);
        if (listings.Count < Needed)
        {
            return;
        }
        var by = recruiter.Id.ToString();
        Apply(claire, listings[0], 2);
        Apply(lotte, listings[0], 9).View(by, now.AddDays(-8));
        var invited = Apply(claire, listings[1], 12);
        invited.View(by, now.AddDays(-11));
        invited.Decide(ApplicationStatus.Shortlisted, by, now.AddDays(-10));
        invited.Decide(
            ApplicationStatus.Interview,
            by,
            now.AddDays(-4),
            "Mardi prochain à 14 h, à l’accueil du bâtiment principal. La cadre du service vous y attend."
        );
        var offered = Apply(lotte, listings[1], 20);
        offered.Decide(ApplicationStatus.Shortlisted, by, now.AddDays(-18));
        offered.Decide(ApplicationStatus.Offered, by, now.AddDays(-3), "Wij bieden u deze plaats graag aan, vanaf de eerste van de maand.");
        Apply(lotte, listings[2], 16).Decide(ApplicationStatus.Shortlisted, by, now.AddDays(-13));
        var declined = Apply(claire, listings[2], 40);
        declined.Decide(
            ApplicationStatus.Declined,
            by,
            now.AddDays(-36),
            "Nous cherchons quelqu’un de déjà formé à la dialyse. Votre candidature nous a plu : écrivez-nous de nouveau si un autre poste s’ouvre."
        );
        declined.AllowPool(DateOnly.FromDateTime(now.AddYears(1)));
        Spontaneous(claire, listings[0].OrganisationId!.Value, 1);
        AddWords(invited, recruiter, listings[0].OrganisationId!.Value);
        await db.SaveChangesAsync(cancellation);
    }

    private JobApplication Apply(Account person, Listing listing, int daysAgo) => Send(person, new ApplicationTarget { Listing = listing }, daysAgo);

    private void Spontaneous(Account person, Guid organisation, int daysAgo) => Send(person, new ApplicationTarget { OrganisationId = organisation }, daysAgo);

    private JobApplication Send(Account person, ApplicationTarget to, int daysAgo)
    {
        var at = now.AddDays(-daysAgo);
        var words = person.Language == Language.Dutch ? Dutch : French;
        var content = new ApplicationContent(words, DateOnly.FromDateTime(now.AddDays(30)), Availability: null, [], []);
        var application = JobApplication.Draft(Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero)), person.Id, to, content, at);
        application.Submit(person.Id.ToString(), at);
        db.Applications.Add(application);
        return application;
    }

    private void AddWords(JobApplication about, Account recruiter, Guid organisation)
    {
        db.ApplicationNotes.Add(
            new ApplicationNote
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                ApplicationId = about.Id,
                AccountId = recruiter.Id,
                Text = "Appelée ce matin : motivée, disponible dans un mois. Demander à la cadre pour les nuits.",
                At = now.AddDays(-5),
            }
        );
        db.AnswerTemplates.Add(
            new AnswerTemplate
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                OrganisationId = organisation,
                Name = "Poste pourvu",
                Texts =
                [
                    new ListingText(Language.French, "", "Bonjour {name},\n\n« {listing} » est pourvu. Merci de votre candidature.\n\n{organisation}"),
                    new ListingText(Language.Dutch, "", "Beste {name},\n\n„{listing}” is ingevuld. Bedankt voor uw sollicitatie.\n\n{organisation}"),
                    new ListingText(Language.English, "", "Dear {name},\n\n“{listing}” is filled. Thank you for applying.\n\n{organisation}"),
                ],
                Version = 1,
            }
        );
    }
}
