using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Memberships;

/// <summary>The addresses and words of this site in the mails about memberships.</summary>
public sealed class SiteLetters : MembershipLetters
{
    protected override string RoleName(OrganisationRole role, Language language) => new PageText(language)["Memberships.role." + role];

    protected override string Day(DateTime instant, Language language) => new PageText(language).Day(instant);

    protected override string InvitationLink(Guid id, string secret, Language language) => MembershipsLinks.Invitation(id, secret, language);

    protected override string TeamLink(Organisation organisation, Language language) => MembershipsLinks.Team(organisation.Slug, language);

    protected override string MineLink(Language language) => MembershipsLinks.Mine(language);
}
