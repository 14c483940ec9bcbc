using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Applications;

/// <summary>
/// Counts how each organisation answers: of the applications of the last twelve months, those answered and those that wait
/// for more than thirty days. Who took an application back before an answer came counts for nothing.
/// </summary>
public sealed class CountAnswers(AppDb db)
{
    private const int Months = 12;

    /// <summary>Writes the figures of every organisation; how many changed or were added.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var (since, late) = (now.AddMonths(-Months), now.AddDays(-RemindSilentRecipients.UnansweredDays));
        var rows = await db
            .Applications.Where(one =>
                one.OrganisationId != null
                && one.SubmittedAt > since
                && (
                    one.AnsweredAt != null
                    || one.SubmittedAt <= late && one.Status != ApplicationStatus.Withdrawn && one.Status != ApplicationStatus.HiredElsewhere
                )
            )
            .Select(one => new
            {
                one.OrganisationId,
                one.SubmittedAt,
                one.AnsweredAt,
            })
            .ToListAsync(cancellation);
        var known = await db.AnswerFigures.ToDictionaryAsync(one => one.OrganisationId, cancellation);
        var gone = known.Keys.ToHashSet();
        var changed = 0;
        foreach (var group in rows.GroupBy(one => one.OrganisationId!.Value))
        {
            gone.Remove(group.Key);
            var hours = group
                .Where(one => one.AnsweredAt is not null)
                .Select(one => (one.AnsweredAt!.Value - one.SubmittedAt!.Value).TotalHours)
                .Order()
                .ToList();
            var (applications, answered, median) = (group.Count(), hours.Count, Median(hours));
            if (!known.TryGetValue(group.Key, out var figures))
            {
                figures = new AnswerFigures
                {
                    OrganisationId = group.Key,
                    Applications = 0,
                    Answered = 0,
                    CountedAt = now,
                };
                db.AnswerFigures.Add(figures);
            }
            if (figures.Applications != applications || figures.Answered != answered || figures.MedianHours != median)
            {
                (figures.Applications, figures.Answered, figures.MedianHours, figures.CountedAt) = (applications, answered, median, now);
                changed++;
            }
        }
        db.AnswerFigures.RemoveRange(gone.Select(id => known[id]));
        await db.SaveChangesAsync(cancellation);
        return changed;
    }

    private static double? Median(List<double> sorted) =>
        sorted.Count == 0 ? null
        : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
        : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
}
