using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Releve.Core.Accounts;
using Releve.Core.Alerts;
using Releve.Core.Applications;
using Releve.Core.Audit;
using Releve.Core.Carers;
using Releve.Core.Conversations;
using Releve.Core.Documents;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Mail;
using Releve.Core.Matching;
using Releve.Core.Memberships;
using Releve.Core.Notifications;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Proposals;
using Releve.Core.Territories;

namespace Releve.Core.Data;

/// <summary>
/// The database of one installation. Reads are plain LINQ; every write goes through <see cref="SaveChangesAsync(CancellationToken)"/>
/// or <see cref="InTransactionAsync"/>, which pass the write gate and announce changed listings.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, WriteGate gate, ListingAnnouncer announcer, TimeProvider time) : DbContext(options)
{
    private bool holdsGate;
    private readonly List<Guid> toAnnounce = [];
    private readonly List<MatchingChange> matchingToAnnounce = [];

    /// <summary>Communes of France and Belgium.</summary>
    public DbSet<Commune> Communes => Set<Commune>();

    /// <summary>Intercommunalities, arrondissements, départements, provinces, regions.</summary>
    public DbSet<Area> Areas => Set<Area>();

    /// <summary>Professions with their specialties.</summary>
    public DbSet<Profession> Professions => Set<Profession>();

    /// <summary>Organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Territories served.</summary>
    public DbSet<Territory> Territories => Set<Territory>();

    /// <summary>Listings of every kind and status.</summary>
    public DbSet<Listing> Listings => Set<Listing>();

    /// <summary>Steps in the lives of listings.</summary>
    public DbSet<ListingTransition> ListingTransitions => Set<ListingTransition>();

    /// <summary>The change log of listings.</summary>
    public DbSet<ListingChange> ListingChanges => Set<ListingChange>();

    /// <summary>Facts about this database: versions of loaded data files, the demonstration's day.</summary>
    public DbSet<DatabaseFact> Facts => Set<DatabaseFact>();

    /// <summary>People who can sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Passkeys of accounts.</summary>
    public DbSet<AccountPasskey> Passkeys => Set<AccountPasskey>();

    /// <summary>Sign-ins with other services.</summary>
    public DbSet<AccountLogin> AccountLogins => Set<AccountLogin>();

    /// <summary>Signed-in browsers.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Keys of the site's Data Protection.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>What carers say of themselves.</summary>
    public DbSet<CarerProfile> CarerProfiles => Set<CarerProfile>();

    /// <summary>Checks of declared professions.</summary>
    public DbSet<Verification> Verifications => Set<Verification>();

    /// <summary>Who serves which organisation.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Requests to serve an organisation.</summary>
    public DbSet<OrganisationClaim> OrganisationClaims => Set<OrganisationClaim>();

    /// <summary>Colleagues asked by mail.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Who coordinates which territory.</summary>
    public DbSet<TerritoryCoordinator> TerritoryCoordinators => Set<TerritoryCoordinator>();

    /// <summary>Listings being written.</summary>
    public DbSet<ListingForm> ListingForms => Set<ListingForm>();

    /// <summary>What listings said before.</summary>
    public DbSet<ListingRevision> ListingRevisions => Set<ListingRevision>();

    /// <summary>How often listings were opened.</summary>
    public DbSet<ListingViews> ListingViews => Set<ListingViews>();

    /// <summary>Reports about listings.</summary>
    public DbSet<AbuseReport> AbuseReports => Set<AbuseReport>();

    /// <summary>Files that people handed in.</summary>
    public DbSet<Document> Documents => Set<Document>();

    /// <summary>Who looked at which document.</summary>
    public DbSet<DocumentView> DocumentViews => Set<DocumentView>();

    /// <summary>Mails to send, and those sent.</summary>
    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();

    /// <summary>Addresses that mail servers refused for good.</summary>
    public DbSet<UndeliverableAddress> UndeliverableAddresses => Set<UndeliverableAddress>();

    /// <summary>Applications to listings, organisations and territories.</summary>
    public DbSet<JobApplication> Applications => Set<JobApplication>();

    /// <summary>Steps in the lives of applications.</summary>
    public DbSet<ApplicationStep> ApplicationSteps => Set<ApplicationStep>();

    /// <summary>Notes among colleagues.</summary>
    public DbSet<ApplicationNote> ApplicationNotes => Set<ApplicationNote>();

    /// <summary>Words with which organisations and publishers in own name answer.</summary>
    public DbSet<AnswerTemplate> AnswerTemplates => Set<AnswerTemplate>();

    /// <summary>Applications of people who are not signed in, until the site looks who they are.</summary>
    public DbSet<FirstApplication> FirstApplications => Set<FirstApplication>();

    /// <summary>Applications that an organisation would like to hand on.</summary>
    public DbSet<ApplicationTransfer> ApplicationTransfers => Set<ApplicationTransfer>();

    /// <summary>How organisations answer.</summary>
    public DbSet<AnswerFigures> AnswerFigures => Set<AnswerFigures>();

    /// <summary>What two sides write to each other.</summary>
    public DbSet<Conversation> Conversations => Set<Conversation>();

    /// <summary>Their messages.</summary>
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>Up to where people have read.</summary>
    public DbSet<ConversationReader> ConversationReaders => Set<ConversationReader>();

    /// <summary>Reports about conversations.</summary>
    public DbSet<ConversationReport> ConversationReports => Set<ConversationReport>();

    /// <summary>What people are told.</summary>
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <summary>At which rhythm they are told by mail.</summary>
    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();

    /// <summary>Searches that people keep.</summary>
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    /// <summary>New listings that kept searches found.</summary>
    public DbSet<AlertHit> AlertHits => Set<AlertHit>();

    /// <summary>Listings that people keep an eye on.</summary>
    public DbSet<Favourite> Favourites => Set<Favourite>();

    /// <summary>How carers want to live and work.</summary>
    public DbSet<LifeProject> LifeProjects => Set<LifeProject>();

    /// <summary>Carers who look for two places near to each other.</summary>
    public DbSet<Couple> Couples => Set<Couple>();

    /// <summary>What communes answer to families.</summary>
    public DbSet<CommuneWelcome> CommuneWelcomes => Set<CommuneWelcome>();

    /// <summary>Proposals to carers whose names are hidden.</summary>
    public DbSet<Proposal> Proposals => Set<Proposal>();

    /// <summary>Proposals that organisations keep to begin from.</summary>
    public DbSet<ProposalTemplate> ProposalTemplates => Set<ProposalTemplate>();

    /// <summary>Anonymous cards that were kept or set aside.</summary>
    public DbSet<CardMark> CardMarks => Set<CardMark>();

    /// <summary>Who opened which anonymous card.</summary>
    public DbSet<CardLook> CardLooks => Set<CardLook>();

    /// <summary>New listings that fit life projects.</summary>
    public DbSet<MatchHit> MatchHits => Set<MatchHit>();

    /// <summary>The change log of life projects and of what communes declare.</summary>
    public DbSet<MatchingChange> MatchingChanges => Set<MatchingChange>();

    /// <summary>The audit log.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Stores all changes in one transaction, once the write gate opens.</summary>
    public override async Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        AddApplicationSteps();
        LogMatchingChanges();
        if (holdsGate)
        {
            await LogListingChangesAsync(cancellationToken);
            return await base.SaveChangesAsync(cancellationToken);
        }
        int count;
        using (await gate.EnterAsync(cancellationToken))
        {
            await LogListingChangesAsync(cancellationToken);
            count = await base.SaveChangesAsync(cancellationToken);
        }
        await AnnounceAsync();
        return count;
    }

    /// <summary>Waits for the turn to write; for statements that change rows without loading them.</summary>
    /// <exception cref="InvalidOperationException">Within <see cref="InTransactionAsync"/>, which holds the turn: it would wait for itself.</exception>
    public ValueTask<IDisposable> EnterGateAsync(CancellationToken cancellation = default) =>
        holdsGate ? throw new InvalidOperationException("The turn to write is held already.") : gate.EnterAsync(cancellation);

    /// <summary>Runs several saves as one transaction, holding the write gate from first read to commit.</summary>
    public async Task InTransactionAsync(Func<IDbContextTransaction, Task> work, CancellationToken cancellation = default)
    {
        using (await gate.EnterAsync(cancellation))
        {
            holdsGate = true;
            try
            {
                await using var transaction = await Database.BeginTransactionAsync(cancellation);
                await work(transaction);
                await transaction.CommitAsync(cancellation);
            }
            catch
            {
                toAnnounce.Clear();
                matchingToAnnounce.Clear();
                throw;
            }
            finally
            {
                holdsGate = false;
            }
        }
        await AnnounceAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    private async Task LogListingChangesAsync(CancellationToken cancellation)
    {
        foreach (var id in await ListingsOfCorrectedAsync(cancellation))
        {
            LogChange(id);
        }
        foreach (var entry in ChangeTracker.Entries<Listing>().ToList())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                LogChange(entry.Entity.Id);
            }
            foreach (var transition in entry.Entity.NewTransitions)
            {
                if (Entry(transition).State == EntityState.Detached)
                {
                    ListingTransitions.Add(transition);
                }
            }
        }
    }

    private void AddApplicationSteps()
    {
        var steps = ChangeTracker.Entries<JobApplication>().SelectMany(entry => entry.Entity.NewSteps).ToList();
        ApplicationSteps.AddRange(steps.Where(step => Entry(step).State == EntityState.Detached));
    }

    private void LogMatchingChanges()
    {
        var now = time.GetUtcNow().UtcDateTime;
        List<MatchingChange> changes =
        [
            .. Changed<LifeProject>().Select(project => new MatchingChange { ProjectId = project.Id, At = now }),
            .. Changed<CommuneWelcome>().Select(welcome => new MatchingChange { CommuneCode = welcome.CommuneCode, At = now }),
        ];
        MatchingChanges.AddRange(changes);
        matchingToAnnounce.AddRange(changes);
    }

    private IEnumerable<T> Changed<T>()
        where T : class =>
        ChangeTracker
            .Entries<T>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => entry.Entity);

    private void LogChange(Guid listing)
    {
        toAnnounce.Add(listing);
        ListingChanges.Add(new ListingChange { ListingId = listing, At = time.GetUtcNow().UtcDateTime });
    }

    /// <summary>The live listings whose cards, words and matches follow from an organisation that takes another name, address or kind.</summary>
    private async Task<IReadOnlyList<Guid>> ListingsOfCorrectedAsync(CancellationToken cancellation)
    {
        var corrected = ChangeTracker
            .Entries<Organisation>()
            .Where(entry =>
                entry.State == EntityState.Modified
                && (entry.Property(o => o.Name).IsModified || entry.Property(o => o.Slug).IsModified || entry.Property(o => o.Kind).IsModified)
            )
            .Select(entry => (Guid?)entry.Entity.Id)
            .ToList();
        return corrected.Count == 0
            ? []
            : await Listings
                .Where(listing => corrected.Contains(listing.OrganisationId) && listing.Status == ListingStatus.Live)
                .Select(listing => listing.Id)
                .ToListAsync(cancellation);
    }

    private async Task AnnounceAsync()
    {
        if (toAnnounce.Count > 0)
        {
            Guid[] changed = [.. toAnnounce];
            toAnnounce.Clear();
            await announcer.AnnounceAsync(changed);
        }
        if (matchingToAnnounce.Count > 0)
        {
            MatchingChange[] changes = [.. matchingToAnnounce];
            matchingToAnnounce.Clear();
            await announcer.AnnounceAsync(changes);
        }
    }
}
