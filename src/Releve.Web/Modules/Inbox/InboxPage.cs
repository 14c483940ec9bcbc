using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Releve.Core.Applications;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>A page on which somebody reads or answers applications: what is not the visitor's to read is not found.</summary>
[Authorize(Access.SignedIn)]
public abstract class InboxPage(Visitor visitor, TimeProvider time) : FormPage
{
    protected Visitor Visitor => visitor;

    /// <summary>For whom the visitor receives applications.</summary>
    protected Recipient Me => visitor.AsRecipient;

    /// <summary>The instant of this request, UTC.</summary>
    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Who acts for others needs a second factor; the pages of own things have no policy that asks for it.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (visitor.MustSecure(Now))
        {
            context.Result = new LocalRedirectResult(VisitorLinks.Security(Language) + "?needed=1");
        }
    }
}
