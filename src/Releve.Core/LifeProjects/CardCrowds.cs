using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Places;

namespace Releve.Core.LifeProjects;

/// <summary>
/// The crowd as it was counted last, for all cards of this process. Counted once an hour, and not with each change: a card that
/// changed the moment somebody joined or left would tell of whom.
/// </summary>
public sealed class CardCrowds(Gazetteer gazetteer, TimeProvider time) : IDisposable
{
    /// <summary>How long a count serves.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1);
    private volatile Counted? last;

    /// <summary>The crowd now.</summary>
    public async ValueTask<CardCrowd> ReadAsync(AppDb db, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (last is { } known && now < known.At + Lasts && now >= known.At)
        {
            return known.Crowd;
        }
        // Who comes while another counts is served with what there is.
        if (!await turn.WaitAsync(last is null ? Timeout.Infinite : 0, cancellation))
        {
            return last!.Crowd;
        }
        try
        {
            if (last is { } meanwhile && now < meanwhile.At + Lasts && now >= meanwhile.At)
            {
                return meanwhile.Crowd;
            }
            last = new Counted(await CountAsync(db, now, cancellation), now);
            return last.Crowd;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<CardCrowd> CountAsync(AppDb db, DateTime now, CancellationToken cancellation)
    {
        var counter = new CardCrowd.Counter(gazetteer);
        await foreach (var wishes in db.LifeProjects.ShownOn(now).Select(project => project.Wishes).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            counter.Add(wishes);
        }
        return counter.Count();
    }

    private sealed record Counted(CardCrowd Crowd, DateTime At);
}

/// <summary>Questions about life projects.</summary>
public static class LifeProjectQueries
{
    /// <summary>Those whose card others may see.</summary>
    public static IQueryable<LifeProject> ShownOn(this IQueryable<LifeProject> projects, DateTime now) =>
        projects.Where(project => project.Status == LifeProjectStatus.Open && project.ExpiresAt > now && project.Visibility == ProjectVisibility.Anonymous);
}
