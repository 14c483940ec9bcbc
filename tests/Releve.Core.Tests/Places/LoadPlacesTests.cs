using Microsoft.EntityFrameworkCore;
using Releve.Core.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Places;

public sealed class LoadPlacesTests
{
    private sealed class Steps : IProgress<LoadProgress>
    {
        public List<LoadProgress> All { get; } = [];

        public void Report(LoadProgress value) => All.Add(value);
    }

    [Theory, BothDatabases]
    public async Task AllPlacesAreStoredOnceAndReadBackTheSame(string database)
    {
        await using var test = await TestDatabase.CreateAsync(database);
        var steps = new Steps();
        await using (var db = test.Open())
        {
            (await new LoadPlaces(db).RunAsync(Register.File, steps, TestContext.Current.CancellationToken)).ShouldBeTrue();
        }
        steps.All[^1].ShouldBe(new LoadProgress(37_016, 37_016));
        steps.All.Count.ShouldBeGreaterThan(50);

        await using var again = test.Open();
        (await new LoadPlaces(again).RunAsync(Register.File, cancellation: TestContext.Current.CancellationToken)).ShouldBeFalse();

        var gazetteer = await Gazetteer.LoadAsync(again, TestContext.Current.CancellationToken);
        gazetteer.Communes.Count.ShouldBe(Register.File.Communes.Count);
        gazetteer.Areas.Count.ShouldBe(Register.File.Areas.Count);
        foreach (var code in new[] { "FR-28085", "BE-62063", "FR-98411", "FR-75056", "FR-75111" })
        {
            gazetteer.Commune(code).ShouldBeEquivalentTo(Register.Gazetteer.Commune(code));
        }
        gazetteer.Area("BE-P60000").ShouldBeEquivalentTo(Register.Gazetteer.Area("BE-P60000"));

        var stored = await again.Communes.SingleAsync(commune => commune.Code == "BE-62063", TestContext.Current.CancellationToken);
        stored.ShouldBeEquivalentTo(Register.Gazetteer.Commune("BE-62063"));
    }

    [Theory, BothDatabases]
    public async Task AnotherVersionRenewsWhatIsThere(string database)
    {
        await using var test = await TestDatabase.CreateAsync(database);
        await using (var db = test.Open())
        {
            await new LoadPlaces(db).RunAsync(Register.File, cancellation: TestContext.Current.CancellationToken);
            await db.Facts.ExecuteUpdateAsync(fact => fact.SetProperty(f => f.Value, "older"), TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("UPDATE \"communes\" SET \"NameFr\" = 'x'", TestContext.Current.CancellationToken);
        }
        await using var again = test.Open();

        (await new LoadPlaces(again).RunAsync(Register.File, cancellation: TestContext.Current.CancellationToken)).ShouldBeTrue();

        (await again.Communes.CountAsync(commune => commune.NameFr == "x", TestContext.Current.CancellationToken)).ShouldBe(0);
    }
}
