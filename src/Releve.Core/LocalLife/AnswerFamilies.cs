using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.LocalLife;

/// <summary>What became of a commune's answers.</summary>
public enum AnswerResult
{
    Kept,

    /// <summary>Somebody else answered meanwhile; nothing was stored.</summary>
    Overtaken,
}

/// <summary>Stores what a commune answers to families.</summary>
public sealed class AnswerFamilies(AppDb db)
{
    /// <summary>Stores the answers; the same ones twice are the same.</summary>
    /// <param name="commune">The commune's code.</param>
    /// <param name="organisation">The authority in whose name it is done; null when a coordinator helps.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="version">The version that they were written from; null when there was nothing.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<AnswerResult> RunAsync(
        string commune,
        Guid? organisation,
        WelcomeAnswers answers,
        int? version,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        var stored = await db.CommuneWelcomes.SingleOrDefaultAsync(one => one.CommuneCode == commune, cancellation);
        if (stored?.Version != version)
        {
            return stored is not null && StoredJson.Write(stored.Answers) == StoredJson.Write(answers) ? AnswerResult.Kept : AnswerResult.Overtaken;
        }
        if (stored is null)
        {
            db.CommuneWelcomes.Add(CommuneWelcome.Of(commune, organisation, answers, now));
        }
        else
        {
            stored.Answer(organisation, answers, now);
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
            return AnswerResult.Kept;
        }
        catch (DbUpdateException)
        {
            // Two first answers at one instant, or two later ones: the database lets one through.
            db.ChangeTracker.Clear();
            return AnswerResult.Overtaken;
        }
    }
}
