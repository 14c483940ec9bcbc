using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Coordination;

/// <summary>A list that is searched by words and read page by page.</summary>
public abstract class ListPage : SitePage
{
    protected const int PageSize = 25;
    private const int MostWords = 6;

    public override bool Indexed => false;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public int Total { get; protected set; }
    public int Pages => (Total + PageSize - 1) / PageSize;

    /// <summary>The address of this list in a language, without its query.</summary>
    protected abstract string PathIn(Language language);

    public override string AddressIn(Language language) => PathIn(language) + (string.IsNullOrWhiteSpace(Query) ? "" : "?q=" + Uri.EscapeDataString(Query));

    public string UrlOf(int page) => AddressIn(Language) is var address && page == 1 ? address : address + (address.Contains('?') ? "&" : "?") + $"p={page}";

    /// <summary>The words searched for, at most six.</summary>
    protected IEnumerable<string> Words => (CleanText.Line(Query) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    /// <summary>How many lie before this page; a page past the last is the last.</summary>
    protected int Skipped(int total)
    {
        Total = total;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        return (Number - 1) * PageSize;
    }
}
