using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Conversations;

/// <summary>My conversations.</summary>
[Authorize(Access.SignedIn)]
public sealed class IndexModel(ReadThreads threads) : SitePage
{
    public override string Title => T["Conversations.list"];
    public override bool Indexed => false;

    [BindProperty(Name = "p", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public ThreadPage Threads { get; private set; } = null!;

    public override string AddressIn(Language language) => UrlIn(language, Number);

    public string UrlOf(int page) => UrlIn(Language, page);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Threads = await threads.RunAsync(Number, cancellation);
        return Number >= 1 && Number <= Threads.Pages ? Page() : NotFound();
    }

    private static string UrlIn(Language language, int page) =>
        ConversationsLinks.ListPath.In(language) + (page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"?p={page}"));
}
