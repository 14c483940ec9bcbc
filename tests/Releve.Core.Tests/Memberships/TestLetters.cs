using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;

namespace Releve.Core.Tests.Memberships;

/// <summary>Letters of a site without words.</summary>
internal sealed class TestLetters : MembershipLetters
{
    protected override string RoleName(OrganisationRole role, Language language) => role.ToString();

    protected override string Day(DateTime instant, Language language) => instant.ToString("O");

    protected override string InvitationLink(Guid id, string secret, Language language) => $"/invitation?id={id:N}&code={secret}";

    protected override string TeamLink(Organisation organisation, Language language) => "/team";

    protected override string MineLink(Language language) => "/mine";
}
