namespace Releve.Core.LifeProjects;

/// <summary>Where a life project stands.</summary>
public enum LifeProjectStatus
{
    /// <summary>Being written: matched with nothing, seen by nobody.</summary>
    Draft,
    Open,

    /// <summary>Its owner wants rest; nobody sees it, it keeps everything.</summary>
    Paused,

    /// <summary>Its owner found a place.</summary>
    Found,
}

/// <summary>Who may see a life project. Nobody ever sees who it belongs to before its owner accepts a proposal.</summary>
public enum ProjectVisibility
{
    /// <summary>Its owner sees matches; nobody sees the project.</summary>
    Hidden,

    /// <summary>Checked organisations and people with a project, within its zones, see a card without a name.</summary>
    Anonymous,
}

/// <summary>How a carer wants to live and work. One each.</summary>
public sealed class LifeProject
{
    /// <summary>Days without a sign of its owner after which an open project pauses by itself.</summary>
    public const int DaysOpen = 180;

    /// <summary>How many organisations it may be hidden from by name.</summary>
    public const int MostHidden = 100;

    private LifeProject() { }

    /// <summary>UUIDv7 made by the application. Never shown to others: it tells when it was made.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose it is; one each.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Where it stands.</summary>
    public LifeProjectStatus Status { get; private set; }

    /// <summary>Who may see it.</summary>
    public ProjectVisibility Visibility { get; private set; }

    /// <summary>The wishes.</summary>
    public LifeWishes Wishes { get; private set; } = new();

    /// <summary>Organisations that never see it, nor do the sites of their group: a present employer, whoever was told "never again".</summary>
    public Guid[] HiddenFrom { get; private set; } = [];

    /// <summary>People with a project who never see it again.</summary>
    public Guid[] HiddenFromPeople { get; private set; } = [];

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>The last change by its owner, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>When an open one pauses by itself, UTC; its owner prolongs it.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>True while it is matched.</summary>
    public bool IsOpen(DateTime now) => Status == LifeProjectStatus.Open && ExpiresAt > now;

    /// <summary>True while others may see its card.</summary>
    public bool IsShown(DateTime now) => IsOpen(now) && Visibility == ProjectVisibility.Anonymous;

    /// <summary>True when neither of two owners hides from the other: whoever hides is not there, in either direction. Nobody meets oneself.</summary>
    public bool MayMeet(LifeProject other) =>
        AccountId != other.AccountId && !HiddenFromPeople.Contains(other.AccountId) && !other.HiddenFromPeople.Contains(AccountId);

    /// <summary>A new draft.</summary>
    public static LifeProject Draft(Guid id, Guid account, LifeWishes wishes, DateTime now) =>
        new()
        {
            Id = id,
            AccountId = account,
            Status = LifeProjectStatus.Draft,
            Wishes = wishes,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <summary>Takes other wishes.</summary>
    public void Wish(LifeWishes wishes, DateTime now)
    {
        Wishes = wishes;
        Changed(now);
    }

    /// <summary>Opens a draft, or goes on after a pause or a find, for <see cref="DaysOpen"/> days; prolongs an open one.</summary>
    public void Open(DateTime now)
    {
        Status = LifeProjectStatus.Open;
        Changed(now);
    }

    /// <summary>Rests until its owner goes on.</summary>
    public void Pause(DateTime now)
    {
        Status = LifeProjectStatus.Paused;
        Changed(now);
    }

    /// <summary>Its owner found a place.</summary>
    public void Find(DateTime now)
    {
        Status = LifeProjectStatus.Found;
        Changed(now);
    }

    /// <summary>Decides who may see it.</summary>
    public void Show(ProjectVisibility visibility, IEnumerable<Guid> hiddenFrom, DateTime now)
    {
        Visibility = visibility;
        HiddenFrom = [.. hiddenFrom.Distinct()];
        Changed(now);
    }

    /// <summary>One more organisation never sees it again.</summary>
    public void HideFrom(Guid organisation, DateTime now)
    {
        HiddenFrom = [.. HiddenFrom.Append(organisation).Distinct()];
        Changed(now);
    }

    /// <summary>One more person with a project never sees it again.</summary>
    public void HideFromPerson(Guid account, DateTime now)
    {
        HiddenFromPeople = [.. HiddenFromPeople.Append(account).Distinct()];
        Changed(now);
    }

    private void Changed(DateTime now)
    {
        UpdatedAt = now;
        ExpiresAt = Status == LifeProjectStatus.Open ? now.AddDays(DaysOpen) : null;
        Version++;
    }
}
