using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

/// <summary>That one of a couple was left by the other.</summary>
/// <param name="Name">Who left; null when the account was erased.</param>
/// <param name="At">When, UTC.</param>
public sealed record Parting(string? Name, DateTime At)
{
    /// <summary>Days for which the page of a couple says so.</summary>
    public const int DaysTold = 30;
}

/// <summary>What the operations on couples share.</summary>
public static class CoupleQueries
{
    /// <summary>The couples, or invitations, in which a person stands; at most one is linked.</summary>
    public static IQueryable<Couple> OfPerson(this IQueryable<Couple> couples, Guid person) =>
        couples.Where(couple => couple.FirstId == person || couple.SecondId == person);

    /// <summary>The last time that a person was left by the other one, of the last <see cref="Parting.DaysTold"/> days; null when there was none.</summary>
    public static async Task<Parting?> LastPartingAsync(this AppDb db, Guid person, DateTime now, CancellationToken cancellation = default)
    {
        var since = now.AddDays(-Parting.DaysTold);
        var told = await db
            .Notifications.AsNoTracking()
            .Where(one => one.AccountId == person && one.At > since && (one.Kind == EndCouple.Kind || one.Kind == EndCouple.GoneKind))
            .OrderByDescending(one => one.At)
            .FirstOrDefaultAsync(cancellation);
        return told is null ? null : new Parting(told.Values.GetValueOrDefault("name"), told.At);
    }

    /// <summary>
    /// Lets nobody else couple or part these people before the transaction ends. Always in the same order, so that two who do it
    /// at once wait for each other instead of for ever.
    /// </summary>
    internal static async Task HoldPeopleAsync(this AppDb db, IEnumerable<Guid> people, CancellationToken cancellation)
    {
        foreach (var person in people.Distinct().Order())
        {
            // A change that changes nothing locks the row on every database.
            await db.Accounts.Where(one => one.Id == person).ExecuteUpdateAsync(set => set.SetProperty(one => one.Language, one => one.Language), cancellation);
        }
    }

    /// <summary>The couple or invitation of a person, after both people in it are held; null when there is none.</summary>
    internal static async Task<Couple?> HeldCoupleAsync(this AppDb db, Guid person, CancellationToken cancellation)
    {
        while (true)
        {
            var seen = await db
                .Couples.AsNoTracking()
                .OfPerson(person)
                .OrderByDescending(one => one.SecondId != null)
                .Select(one => new
                {
                    one.Id,
                    one.FirstId,
                    one.SecondId,
                })
                .FirstOrDefaultAsync(cancellation);
            if (seen is null)
            {
                return null;
            }
            await db.HoldPeopleAsync([person, seen.FirstId, seen.SecondId ?? seen.FirstId], cancellation);
            var held = await db.Couples.FirstOrDefaultAsync(one => one.Id == seen.Id, cancellation);
            if (held is not null && held.FirstId == seen.FirstId && held.SecondId == seen.SecondId)
            {
                return held;
            }
            if (held is not null)
            {
                db.Entry(held).State = EntityState.Detached;
            }
        }
    }
}
