using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Documents;
using Releve.Core.LifeProjects;
using Releve.Core.Privacy;
using Releve.Web.Modules.Matching;
using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>A person who was erased.</summary>
/// <param name="Account">The bare id, which is all that stays.</param>
/// <param name="On">The day.</param>
internal readonly record struct ErasedAccount(Guid Account, DateOnly On);

/// <summary>Who was erased, so that an older backup does not bring anybody back.</summary>
internal static class ErasedAccounts
{
    /// <summary>Those that a database names, the first first.</summary>
    /// <exception cref="SiteProblem">It cannot be read.</exception>
    public static async Task<IReadOnlyList<ErasedAccount>> OfAsync(SiteDatabase database)
    {
        await using var db = database.Open();
        try
        {
            var facts = await db.Facts.AsNoTracking().Where(fact => fact.Name.StartsWith(EraseAccount.Tombstone)).ToListAsync();
            return
            [
                .. facts
                    .Select(fact => new ErasedAccount(Guid.Parse(fact.Name.AsSpan(EraseAccount.Tombstone.Length)), DateOnly.ParseExact(fact.Value, "O")))
                    .OrderBy(one => one.On)
                    .ThenBy(one => one.Account),
            ];
        }
        catch (System.Data.Common.DbException e)
        {
            throw new SiteProblem(
                $"The database in place cannot be read, so nobody knows whom it erased: {e.Message} Move it away, and name them with --erased, if there is a list.",
                e
            );
        }
    }

    /// <summary>Reads what <see cref="Lines"/> wrote.</summary>
    /// <exception cref="SiteProblem">A line is none of those.</exception>
    public static IReadOnlyList<ErasedAccount> Parse(string text) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line =>
                    line.Split(' ') is [var id, var day]
                    && Guid.TryParse(id, out var account)
                    && DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
                        ? new ErasedAccount(account, on)
                        : throw new SiteProblem($"\"{line}\" is no line of ./releve admin list-erased. Nothing was changed.")
                ),
        ];

    /// <summary>One line each, an id and a day.</summary>
    public static IEnumerable<string> Lines(IEnumerable<ErasedAccount> erased) =>
        erased.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Account:N} {one.On:O}"));

    /// <summary>Erases those of them who are there again, and remembers the others; how many were there.</summary>
    public static async Task<int> EraseAgainAsync(IReadOnlyList<ErasedAccount> erased, SiteDatabase database, string folder)
    {
        var again = 0;
        foreach (var one in erased)
        {
            var tombstone = EraseAccount.TombstoneOf(one.Account);
            await using var db = database.Open();
            if (await db.Accounts.AnyAsync(account => account.Id == one.Account))
            {
                var documents = new DocumentFolder(Path.Combine(folder, "documents"));
                var erase = new EraseAccount(db, documents, new EndCouple(db, MatchingLinks.CouplePath.In));
                await erase.AgainAsync(one.Account, one.On.ToDateTime(default, DateTimeKind.Utc));
                again++;
            }
            else if (!await db.Facts.AnyAsync(fact => fact.Name == tombstone))
            {
                db.Facts.Add(EraseAccount.TombstoneOf(one.Account, one.On));
                await db.SaveChangesAsync();
            }
        }
        return again;
    }
}
