using System.Collections.Concurrent;

namespace Releve.Core.Places;

/// <summary>
/// The last answers to questions that many people ask and that always have the same answer. When they become too many all
/// are forgotten: no order is kept, so that asking costs next to nothing.
/// </summary>
internal sealed class RecentAnswers<TQuestion, TAnswer>
    where TQuestion : notnull
{
    private const int Most = 4096;

    private readonly ConcurrentDictionary<TQuestion, TAnswer> answers = new();
    private int count;

    /// <summary>The answer that is there, or the one that is found now.</summary>
    public TAnswer For<TWith>(TQuestion question, Func<TQuestion, TWith, TAnswer> find, TWith with)
    {
        if (answers.TryGetValue(question, out var known))
        {
            return known;
        }
        var answer = find(question, with);
        if (Interlocked.Increment(ref count) > Most)
        {
            answers.Clear();
            Volatile.Write(ref count, 0);
        }
        answers[question] = answer;
        return answer;
    }
}
