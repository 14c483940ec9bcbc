using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>The mails about serving an organisation. The site gives their addresses and words, in the recipient's language.</summary>
public abstract class MembershipLetters
{
    /// <summary>An invitation, with the one copy of its secret.</summary>
    public OutboxMail Invitation(
        Invitation invitation,
        string to,
        Account? recipient,
        Language language,
        Account by,
        Organisation organisation,
        string secret
    ) =>
        OutboxMail.Write(
            "invitation",
            to,
            language,
            invitation.CreatedAt,
            recipient?.Id,
            Values(
                ("by", by.DisplayName),
                ("organisation", organisation.Name),
                ("role", RoleName(invitation.Role, language)),
                ("day", Day(invitation.CreatedAt.AddDays(Memberships.Invitation.DaysOpen), language)),
                ("link", InvitationLink(invitation.Id, secret, language))
            )
        );

    /// <summary>To an owner: somebody asks to serve the organisation too.</summary>
    public OutboxMail ClaimMade(Account owner, Account by, Organisation organisation, DateTime now) =>
        Write("claim-made", owner, now, ("name", by.DisplayName), ("organisation", organisation.Name), ("link", TeamLink(organisation, owner.Language)));

    /// <summary>The organisation is theirs to serve.</summary>
    public OutboxMail ClaimApproved(Account to, Organisation organisation, DateTime now) =>
        Write("claim-approved", to, now, ("organisation", organisation.Name), ("link", MineLink(to.Language)));

    /// <summary>To an owner: somebody serves the organisation from now on.</summary>
    public OutboxMail Joined(Account owner, Account who, OrganisationRole role, Organisation organisation, DateTime now) =>
        Write(
            "colleague-joined",
            owner,
            now,
            ("name", who.DisplayName),
            ("organisation", organisation.Name),
            ("role", RoleName(role, owner.Language)),
            ("link", TeamLink(organisation, owner.Language))
        );

    /// <summary>Another role from now on.</summary>
    public OutboxMail RoleChanged(Account to, Account by, OrganisationRole role, Organisation organisation, DateTime now) =>
        Write(
            "role-changed",
            to,
            now,
            ("by", by.DisplayName),
            ("organisation", organisation.Name),
            ("role", RoleName(role, to.Language)),
            ("link", MineLink(to.Language))
        );

    /// <summary>No role any more.</summary>
    public OutboxMail AccessEnded(Account to, Account by, Organisation organisation, DateTime now) =>
        Write("access-ended", to, now, ("by", by.DisplayName), ("organisation", organisation.Name), ("link", MineLink(to.Language)));

    /// <summary>What a role is called.</summary>
    protected abstract string RoleName(OrganisationRole role, Language language);

    /// <summary>A day in words.</summary>
    protected abstract string Day(DateTime instant, Language language);

    /// <summary>The path of the page on which an invitation is accepted.</summary>
    protected abstract string InvitationLink(Guid id, string secret, Language language);

    /// <summary>The path of an organisation's colleagues.</summary>
    protected abstract string TeamLink(Organisation organisation, Language language);

    /// <summary>The path of one's own organisations.</summary>
    protected abstract string MineLink(Language language);

    private static OutboxMail Write(string kind, Account to, DateTime now, params ReadOnlySpan<(string Name, string Value)> values) =>
        OutboxMail.Write(kind, to.Email, to.Language, now, to.Id, Values(values));

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }
        return all;
    }
}
