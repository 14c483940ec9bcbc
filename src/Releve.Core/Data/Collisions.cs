using System.Data.Common;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Releve.Core.Data;

/// <summary>
/// What happens to several people who write the same thing at one instant on a server database: they queue for a row that
/// all of them hold first, and whoever still meets another begins again after a pause that differs for each.
/// </summary>
public static class Collisions
{
    private const int Tries = 8;
    private const int FirstPause = 10;

    /// <summary>
    /// Holds these rows until the transaction ends: others who hold them wait, and then read what this one has stored. Order
    /// of holding: account, listing, application, conversation.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">Any column that is no part of a key. It keeps its value: a change that changes nothing locks the row everywhere.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Task<int> HoldAsync<TRow, TColumn>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TColumn>> column,
        CancellationToken cancellation = default
    ) => rows.ExecuteUpdateAsync(set => set.SetProperty(column, column), cancellation);

    /// <summary>
    /// Runs it as one transaction, and from its beginning again when another one was in the way. What hinders it every time
    /// is no coincidence, and is thrown. It must read what it changes itself.
    /// </summary>
    public static async Task<T> RetryInTransactionAsync<T>(this AppDb db, Func<Task<T>> work, CancellationToken cancellation = default)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                T result = default!;
                await db.InTransactionAsync(async _ => result = await work(), cancellation);
                return result;
            }
            catch (Exception e) when (tried < Tries && IsCollision(e))
            {
                db.ChangeTracker.Clear();
                // Those who met begin again at different instants: else they meet again.
                await Task.Delay(RandomNumberGenerator.GetInt32(FirstPause << tried), cancellation);
            }
        }
    }

    // Another one stored first, or each of two waited for the other and the database ended one of them (serialization_failure,
    // deadlock_detected), which comes wrapped in whatever the statement was part of.
    private static bool IsCollision(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbUpdateException or DbException { SqlState: "40001" or "40P01" })
            {
                return true;
            }
        }
        return false;
    }
}
