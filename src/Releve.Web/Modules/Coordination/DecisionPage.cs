using Microsoft.AspNetCore.Mvc;
using Releve.Core.Coordination;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Coordination;

/// <summary>A page on which something is decided, with words for whom it concerns where the answer is no.</summary>
public abstract class DecisionPage : FormPage
{
    /// <summary>Letters that a reason may have.</summary>
    public const int LongestReason = 1000;

    /// <summary>Why, in words that the person concerned reads.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version of what the coordinator saw, to notice that somebody else was quicker.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Somebody else was quicker: the page shows how it stands now.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>The reason, without spaces around it; null, with the error noted, when there is none or too much.</summary>
    /// <param name="missing">The key of what to say when there is none.</param>
    protected string? ReadReason(string missing = "Coordination.reason.missing")
    {
        var reason = CleanText.Paragraphs(Reason);
        if (reason?.Length <= LongestReason)
        {
            return reason;
        }
        Refuse("reason", reason is null ? T[missing] : T.With("Coordination.reason.long", ("most", LongestReason)));
        return null;
    }

    /// <summary>On to <paramref name="next"/> when it is decided; else 404, or how it stands now, with 409.</summary>
    protected async Task<IActionResult> EndAsync(Decision decision, Func<Task<bool>> reload, string next)
    {
        switch (decision)
        {
            case Decision.Taken:
                return LocalRedirect(next);
            case Decision.Overtaken when await reload():
                IsOvertaken = true;
                return Again(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }
}
