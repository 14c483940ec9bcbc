// Adds one migration to both databases: ./releve migration NAME. Development only; see docs/adr/0003-two-databases.md.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using Releve.Core.Data;
using Releve.Postgres;
using Releve.Sqlite;

#pragma warning disable EF1001 // The scaffolder's services are internal, and this is what they are for.

if (args is not [var name, var root])
{
    Console.Error.WriteLine("Usage: Releve.Migrations NAME REPOSITORY");
    return 2;
}
Add("Releve.Sqlite", options => options.UseReleveSqlite("unused.db"), new SqliteDesignTimeServices());
Add("Releve.Postgres", options => options.UseRelevePostgres("Host=unused"), new NpgsqlDesignTimeServices());
return 0;

void Add(string project, Action<DbContextOptionsBuilder<AppDb>> use, IDesignTimeServices provider)
{
    var options = new DbContextOptionsBuilder<AppDb>();
    use(options);
    using var db = new AppDb(options.Options, WriteGate.Open, new ListingAnnouncer(), TimeProvider.System);
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    provider.ConfigureDesignTimeServices(services);
    using var built = services.BuildServiceProvider();
    var scaffolder = built.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, project, "Migrations");
    var files = scaffolder.Save(Path.Combine(root, "src", project), migration, outputDir: null, dryRun: false);
    Console.WriteLine(files.MigrationFile);
}
