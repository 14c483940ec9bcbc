namespace Releve.Core.Search.Index;

/// <summary>Which texts of a listing are searched for words, and as which field each counts: for the index and for alerts alike.</summary>
internal static class ListingWords
{
    /// <summary>The texts with their fields.</summary>
    public static IEnumerable<(string? Text, int Field)> Of(ListingRow row, string communeNames)
    {
        foreach (var text in row.Texts)
        {
            yield return (text.Title, Posting.Title);
            yield return (text.Body, Posting.Text);
        }
        yield return (row.OrganisationName, Posting.Organisation);
        yield return (communeNames, Posting.Organisation);
    }
}
