using Microsoft.AspNetCore.Mvc;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>The proposals that the visitor received.</summary>
public sealed class ReceivedModel(ReadReceived read, Visitor visitor, TimeProvider time) : MeetPage(visitor, time)
{
    public override string Heading => T["Proposals.received"];

    public IReadOnlyList<ReceivedLine> Proposals { get; private set; } = [];

    public override string AddressIn(Language language) => ProposalsLinks.Received(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Proposals = await read.AllAsync(Visitor.AccountId, cancellation);
        return Page();
    }
}
