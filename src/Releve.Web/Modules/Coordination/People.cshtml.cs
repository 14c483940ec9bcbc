using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>A line of the list of people.</summary>
public sealed record PersonLine(string Url, string Name, string? Professions, string? Place, bool IsVerified, bool IsSuspended);

/// <summary>The people who look from a commune of the own territories.</summary>
[Authorize(Access.Coordinator)]
public sealed class PeopleModel(CoordinationDesk desk, AppDb db, NotePeopleSeen seen, ProfessionCatalogue professions) : ListPage
{
    public override string Title => T["Coordination.people"];
    public IReadOnlyList<PersonLine> Lines { get; private set; } = [];

    protected override string PathIn(Language language) => CoordinationLinks.PeoplePath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var ids = await FoundAsync(cancellation);
        var shown = ids.Skip(Skipped(ids.Count)).Take(PageSize).ToArray();
        var page = await (
            from profile in desk.Queues.Profiles
            join account in db.Accounts on profile.AccountId equals account.Id
            where shown.Contains(account.Id)
            select new
            {
                account.Id,
                account.GivenName,
                account.FamilyName,
                account.Email,
                account.SuspendedAt,
                profile.Professions,
                profile.CommuneCode,
                Verified = db.Verifications.Any(check => check.AccountId == account.Id && check.Status == VerificationStatus.Verified),
            }
        ).ToListAsync(cancellation);
        Lines =
        [
            .. page.OrderBy(one => Array.IndexOf(shown, one.Id))
                .Select(one => new PersonLine(
                    CoordinationLinks.Of(CoordinationLinks.PersonPath, one.Id, Language),
                    PersonName.Of(one.GivenName, one.FamilyName, one.Email),
                    T.List([.. one.Professions.Where(code => professions.Find(code) is not null).Select(code => professions.LabelOf(code, Language))]),
                    desk.Commune(one.CommuneCode)?.NameIn(Language),
                    one.Verified,
                    one.SuspendedAt is not null
                )),
        ];
        await seen.ListAsync(desk.AccountId, Lines.Count, desk.Now, cancellation);
    }

    /// <summary>Who has all the words, by family name. Databases fold accents each in their own way, so this is done here: a territory has thousands of people at most.</summary>
    private async Task<IReadOnlyList<Guid>> FoundAsync(CancellationToken cancellation)
    {
        var everybody = await (
            from profile in desk.Queues.Profiles
            join account in db.Accounts on profile.AccountId equals account.Id
            select new
            {
                account.Id,
                account.GivenName,
                account.FamilyName,
                account.Email,
            }
        ).ToListAsync(cancellation);
        var words = Words.Select(word => Folding.Fold(word)).ToList();
        return
        [
            .. everybody
                .Select(one => (one.Id, Key: Folding.Fold($"{one.FamilyName} {one.GivenName} {one.Email}")))
                .Where(one => words.TrueForAll(word => one.Key.Contains(word, StringComparison.Ordinal)))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => one.Id),
        ];
    }
}
