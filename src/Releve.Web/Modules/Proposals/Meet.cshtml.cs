using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>For whom the visitor may meet carers; whoever has one place is led there.</summary>
public sealed class MeetModel(FindMeetViewer find, Visitor visitor, TimeProvider time) : MeetPage(visitor, time)
{
    public override string Heading => T["Proposals.meet"];

    public IReadOnlyList<MeetViewer> Viewers { get; private set; } = [];

    public override string AddressIn(Language language) => ProposalsLinks.Meet(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Viewers = await find.AllAsync(Now, cancellation);
        return Viewers is [var only] ? LocalRedirect(ProposalsLinks.Cards(Language, only.Key)) : Page();
    }
}
