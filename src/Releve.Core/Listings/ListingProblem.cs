namespace Releve.Core.Listings;

/// <summary>A field of a listing that is missing or wrong: its name, the key of the message, the values in it.</summary>
public sealed record ListingProblem(string Field, string Key, params object[] Values);

/// <summary>What every listing must have before it is shown, whatever its kind.</summary>
public static class ListingCheck
{
    /// <summary>The longest title and text that a listing may have, in characters.</summary>
    public const int LongestTitle = 140;

    /// <summary>The longest text, in characters.</summary>
    public const int LongestBody = 10_000;

    /// <summary>How many questions a listing may ask of those who apply.</summary>
    public const int MostQuestions = 5;

    /// <summary>All problems of a content; empty when it can be shown.</summary>
    public static IReadOnlyList<ListingProblem> Problems(this ListingContent content) =>
        [.. TextProblems(content), .. CommonProblems(content), .. content.Details.Check(content)];

    private static IEnumerable<ListingProblem> TextProblems(ListingContent content)
    {
        if (content.Texts.Count == 0)
        {
            yield return new ListingProblem("title", "title-missing");
        }
        foreach (var text in content.Texts)
        {
            if (string.IsNullOrWhiteSpace(text.Title))
            {
                yield return new ListingProblem("title", "title-missing");
            }
            else if (text.Title.Length > LongestTitle)
            {
                yield return new ListingProblem("title", "too-long", LongestTitle);
            }
            if (text.Body.Length > LongestBody)
            {
                yield return new ListingProblem("body", "too-long", LongestBody);
            }
        }
    }

    private static IEnumerable<ListingProblem> CommonProblems(ListingContent content)
    {
        if (content.Professions.Length == 0)
        {
            yield return new ListingProblem("professions", "profession-missing");
        }
        if (string.IsNullOrEmpty(content.CommuneCode))
        {
            yield return new ListingProblem("commune", "commune-missing");
        }
        if (content.Until < content.From)
        {
            yield return new ListingProblem("until", "end-before-start");
        }
        if (content.Pay is { } pay && (pay.MinCents < 0 || pay.MaxCents < pay.MinCents))
        {
            yield return new ListingProblem("pay", "pay-range-reversed");
        }
    }
}
