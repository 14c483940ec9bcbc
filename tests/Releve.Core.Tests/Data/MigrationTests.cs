using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Postgres;
using Releve.Sqlite;
using Releve.TestKit;

namespace Releve.Core.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void The_model_has_no_change_without_a_migration_on_sqlite() => Pending(options => options.UseReleveSqlite("unused.db")).ShouldBeFalse();

    [Fact]
    public void The_model_has_no_change_without_a_migration_on_postgres() => Pending(options => options.UseRelevePostgres("Host=unused")).ShouldBeFalse();

    [Theory, BothDatabases]
    public async Task A_migrated_database_is_empty_and_answers(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        await using var db = database.Open();

        (await db.Listings.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static bool Pending(Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        use(options);
        using var db = new AppDb(options.Options, WriteGate.Open, new ListingAnnouncer(), TimeProvider.System);
        return db.Database.HasPendingModelChanges();
    }
}
