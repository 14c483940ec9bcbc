namespace Releve.Core.Proposals;

/// <summary>What an organisation, or a carer with a project, noted of an anonymous card.</summary>
public enum CardMarkKind
{
    Shortlisted,
    SetAside,
}

/// <summary>A card that was kept for later, or set aside. Colleagues share it.</summary>
public sealed class CardMark
{
    /// <summary>The organisation, or the account of a carer with a project.</summary>
    public required Guid ViewerId { get; init; }

    /// <summary>The life project behind the card.</summary>
    public required Guid ProjectId { get; init; }

    /// <summary>Which of the two.</summary>
    public required CardMarkKind Kind { get; set; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime At { get; set; }
}

/// <summary>An organisation, or a carer with a project, opened an anonymous card: counted against harvesting, and told to the carer as a number.</summary>
public sealed class CardLook
{
    /// <summary>How many different cards one viewer may open in seven days.</summary>
    public const int WeeklyMost = 120;

    /// <summary>The organisation, or the account of a carer with a project.</summary>
    public required Guid ViewerId { get; init; }

    /// <summary>The life project behind the card.</summary>
    public required Guid ProjectId { get; init; }

    /// <summary>The colleague who opened it first; null once erased.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>When it was first opened, UTC.</summary>
    public required DateTime FirstAt { get; init; }
}
