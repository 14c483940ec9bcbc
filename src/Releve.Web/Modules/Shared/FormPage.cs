using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Releve.Web.Modules.Shared;

/// <summary>A page with a form: what is wrong stands beside its field and in a summary on top, and what was typed stays.</summary>
public abstract class FormPage : SitePage
{
    private readonly List<FieldError> errors = [];

    /// <summary>The title without what is added when the form was refused.</summary>
    public abstract string Heading { get; }

    public sealed override string Title => errors.Count == 0 ? Heading : T.With("Shared.error.title", ("title", Heading));

    public override bool Indexed => false;

    /// <summary>Everything that is wrong, in the order of the fields.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ErrorOf(string field) => errors.FirstOrDefault(error => error.Id == field)?.Message;

    /// <summary>Notes what is wrong with a field.</summary>
    protected void Refuse(string field, string message) => errors.Add(new FieldError(field, message));

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    protected PageResult Again(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>The visitor tried too often: says so, with 429.</summary>
    protected PageResult Slower(string field)
    {
        Refuse(field, T["Shared.throttled"]);
        return Again(StatusCodes.Status429TooManyRequests);
    }
}
