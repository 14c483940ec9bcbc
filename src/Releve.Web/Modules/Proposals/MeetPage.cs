using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>A page on which somebody meets carers or answers: what is not the visitor's to see is not found.</summary>
[Authorize(Access.SignedIn)]
public abstract class MeetPage(Visitor visitor, TimeProvider time) : FormPage
{
    protected Visitor Visitor => visitor;

    /// <summary>The instant of this request, UTC.</summary>
    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>The day of this request.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The id of a form: pressed twice, its button does one thing.</summary>
    protected Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));

    /// <summary>Who acts for others needs a second factor; the pages of own things have no policy that asks for it.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (visitor.MustSecure(Now))
        {
            context.Result = new LocalRedirectResult(VisitorLinks.Security(Language) + "?needed=1");
        }
    }
}
