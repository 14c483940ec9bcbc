namespace Releve.Core.Proposals;

/// <summary>Where a proposal stands.</summary>
public enum ProposalStatus
{
    Sent,

    /// <summary>The carer opened it.</summary>
    Seen,

    /// <summary>Identities are shown and a conversation is open.</summary>
    Accepted,
    Declined,

    /// <summary>No answer in <see cref="Proposal.DaysOpen"/> days.</summary>
    Expired,

    /// <summary>Who proposed took it back before an answer.</summary>
    Withdrawn,
}

/// <summary>How a carer says no.</summary>
public enum ProposalRefusal
{
    NotNow,
    No,

    /// <summary>Nothing more from them: they do not see the project again either.</summary>
    NeverAgain,
}

/// <summary>The one table of legal transitions.</summary>
public static class ProposalTransitions
{
    private static readonly Dictionary<ProposalStatus, ProposalStatus[]> Legal = new()
    {
        [ProposalStatus.Sent] = [ProposalStatus.Seen, ProposalStatus.Accepted, ProposalStatus.Declined, ProposalStatus.Expired, ProposalStatus.Withdrawn],
        [ProposalStatus.Seen] = [ProposalStatus.Accepted, ProposalStatus.Declined, ProposalStatus.Expired, ProposalStatus.Withdrawn],
        [ProposalStatus.Accepted] = [],
        [ProposalStatus.Declined] = [],
        // Who proposed cannot know that it ended early, with the carer's data: they can still take it back.
        [ProposalStatus.Expired] = [ProposalStatus.Withdrawn],
        [ProposalStatus.Withdrawn] = [],
    };

    /// <summary>Those that wait for an answer; one of an organisation and carer at a time.</summary>
    public static IReadOnlyList<ProposalStatus> Open { get; } = [ProposalStatus.Sent, ProposalStatus.Seen];

    /// <summary>True when one may follow the other.</summary>
    public static bool CanBecome(this ProposalStatus from, ProposalStatus to) => Legal[from].Contains(to);
}
