using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Memberships;
using Releve.Core.Notifications;
using Releve.Core.Organisations;
using Releve.Core.Proposals;
using Releve.Core.Tests.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Proposals;

/// <summary>A checked hospital in Chartres with a recruiter, and Claire, whose project is shown without her name.</summary>
internal sealed class MeetScene
{
    public static readonly DateTime Now = TestData.Now;
    private static readonly CardSeal TheSeal = new(new byte[32]);

    public MeetScene()
    {
        Claire.Rename("Claire", "Martin");
        Hospital.CheckedAt = Now;
        Project = Shown(Claire);
    }

    public Account Claire { get; } = TestData.Account();
    public Account Karim { get; } = TestData.Account("karim@exemple.fr");
    public Account Paul { get; } = TestData.Account("paul@exemple.fr");
    public Organisation Hospital { get; } = TestData.Organisation();
    public LifeProject Project { get; }
    public Proposer ByHospital => new(Karim.Id, Hospital.Id);
    public static ProposalOffer Offer { get; } = new() { Text = "Un bureau libre au 1er septembre, avec trois collègues.", Lodging = "Six mois" };

    public static LifeProject Shown(Account of, LifeWishes? wishes = null)
    {
        var project = LifeProject.Draft(Guid.CreateVersion7(), of.Id, wishes ?? new LifeWishes { Professions = ["nurse"] }, Now);
        project.Open(Now);
        project.Show(ProjectVisibility.Anonymous, [], Now);
        return project;
    }

    public async Task StoreAsync(TestDatabase database, params object[] more)
    {
        await using var db = database.Open();
        db.AddRange(Claire, Karim, Paul, Hospital, Project);
        db.Add(TestData.Membership(Hospital, Karim, OrganisationRole.Recruiter));
        db.AddRange(more);
        await db.SaveChangesAsync();
    }

    public static ProposalWords Words { get; } =
        new(
            (_, id) => $"/recue/{id:N}",
            (_, id) => $"/envoyee/{id:N}",
            (_, id) => $"/conversation/{id:N}",
            (_, bird) => $"Oiseau {bird.Kind}-{bird.Number}",
            _ => "Quelqu’un",
            (_, _) => new(TheSeal)
        );

    public static TellAboutProposals Tell(AppDb db) => new(db, Words);

    public static CardSight Sight(AppDb db) => new(db, Register.Gazetteer);

    public string BirdFor(Guid viewer) => Words.Bird(Language.French, Bird.Of(TheSeal.Seal(Project.Id, viewer)));

    public Task<SendProposalOutcome> SendAsync(
        TestDatabase database,
        Guid? id = null,
        LifeProject? to = null,
        Proposer? by = null,
        DateTime? now = null,
        Guid? listing = null
    ) =>
        WithAsync(
            database,
            db =>
                new SendProposal(db, Sight(db), Tell(db)).RunAsync(
                    new TypedProposal(id ?? Guid.CreateVersion7(), (to ?? Project).Id, listing, Offer),
                    by ?? ByHospital,
                    now ?? Now
                )
        );

    public Task<ProposalOutcome> AcceptAsync(TestDatabase database, Guid id, DateTime? now = null) =>
        WithAsync(database, db => new AnswerProposal(db, Tell(db)).AcceptAsync(id, Claire.Id, now ?? Now));

    public Task<ProposalOutcome> DeclineAsync(
        TestDatabase database,
        Guid id,
        ProposalRefusal refusal = ProposalRefusal.No,
        string? reason = null,
        DateTime? now = null
    ) => WithAsync(database, db => new AnswerProposal(db, Tell(db)).DeclineAsync(id, Claire.Id, refusal, reason, now ?? Now));

    public static Task<Proposal> ReadAsync(TestDatabase database, Guid id) =>
        WithAsync(database, db => db.Proposals.AsNoTracking().SingleAsync(one => one.Id == id));

    public static Task<List<Notification>> NoticesAsync(TestDatabase database, Account of) =>
        WithAsync(database, db => db.Notifications.AsNoTracking().Where(one => one.AccountId == of.Id).OrderBy(one => one.Id).ToListAsync());

    public static Task ChangeAsync(TestDatabase database, LifeProject project, Action<LifeProject> change) =>
        WithAsync(
            database,
            async db =>
            {
                change(await db.LifeProjects.SingleAsync(one => one.Id == project.Id));
                return await db.SaveChangesAsync();
            }
        );

    public static async Task<T> WithAsync<T>(TestDatabase database, Func<AppDb, Task<T>> work)
    {
        await using var db = database.Open();
        return await work(db);
    }
}
