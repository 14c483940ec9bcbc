namespace Releve.Browser.Tests;

/// <summary>The cards without names that a list on the screen leads to.</summary>
internal static class CardsInSight
{
    /// <summary>Opens one after the other until one has these words: nothing else tells whose it is.</summary>
    public static async Task OpenAsync(Visit visit, string words)
    {
        var cards = await visit.Page.Locator(".profiles a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        foreach (var card in cards)
        {
            await visit.GoAsync(card);
            if ((await visit.Page.ContentAsync()).Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }
        throw new InvalidOperationException($"None of {cards.Length} cards says \"{words}\".");
    }
}
