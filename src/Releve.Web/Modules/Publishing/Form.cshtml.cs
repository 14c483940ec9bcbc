using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Publishing;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Publishing;

/// <summary>One step of a listing's form. What was typed is kept whether it is right or not.</summary>
[TakesFiles, RequestSizeLimit(TakesFilesAttribute.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = TakesFilesAttribute.LargestRequest)]
public sealed class FormModel(
    AppDb db,
    Visitor visitor,
    TimeProvider time,
    ReadForm read,
    AddPhotographs photographs,
    Throttle throttle,
    Gazetteer gazetteer,
    ProfessionCatalogue professions,
    FieldWords words,
    FieldSaid said
) : PublishingPage(db, visitor, time)
{
    /// <summary>The control in which photographs are chosen, and its button.</summary>
    public const string Photos = "photos";

    /// <summary>What the button that takes a photograph away says before its id.</summary>
    public const string Drop = "drop:";

    public override string Heading =>
        T.With(Form.ListingId is null ? "Publishing.form.new" : "Publishing.form.edit", ("kind", T["Listings.kind." + Form.Kind]));

    public ListingForm Form { get; private set; } = null!;
    public FormStep Step { get; private set; }
    public FieldWords Words => words;
    public ProfessionCatalogue Professions => professions;

    /// <summary>What the controls show.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; private set; } = null!;

    /// <summary>For whom; null in own name.</summary>
    public string? Publisher { get; private set; }

    /// <summary>The state of the step that this page shows; sent along, it tells whether somebody changed it meanwhile.</summary>
    public string Mark => Form.Fields.Mark(StepFields);

    /// <summary>What another tab or device has kept in this step meanwhile; null when nothing.</summary>
    public IReadOnlyList<FieldDifference>? Conflict { get; private set; }

    public IEnumerable<FormField> StepFields => KindFields.Of(Form.Kind, Step);

    /// <summary>The specialties of the professions that are chosen: code and name.</summary>
    public IReadOnlyList<(string Code, string Name)> SpecialtiesToChoose =>
        [
            .. Fields
                .GetValueOrDefault("professions", [])
                .SelectMany(code => professions.SpecialtiesOf(code, Language))
                .Select(one => (one.Code, professions.LabelOf(one.Code, Language))),
        ];

    /// <summary>The communes that have the name which was typed, when there is more than one; each with what tells it from the others.</summary>
    public IReadOnlyList<string> Namesakes =>
        Fields.GetValueOrDefault("commune", []) is [{ Length: > 0 and <= 120 } typed, ..]
        && gazetteer.Resolve(typed, Language).Namesakes(typed) is { Count: > 1 } all
            ? [.. all.Select(commune => gazetteer.Label(commune, Language))]
            : [];

    public override string AddressIn(Language language) => PublishingLinks.Form(Form.Id, Step, language);

    /// <param name="large">Photographs were sent that are too large together: nothing of that request was read.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, int step, string? large, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, step, cancellation))
        {
            return NotFound();
        }
        if (large is not null)
        {
            Refuse(AddPhotographs.Field, T.With("Publishing.photo.too-large-together", ("most", TakesFilesAttribute.LargestRequest / 1024 / 1024)));
        }
        return Page();
    }

    /// <summary>Keeps the step, then goes where the pressed button leads.</summary>
    /// <param name="mark">The state of the step that the page showed.</param>
    /// <param name="go">Which button.</param>
    /// <param name="place">The commune that was chosen among those of one name.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int step, string? mark, string? go, string? place, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, step, cancellation))
        {
            return NotFound();
        }
        if (!await KeepAsync(mark, cancellation, place))
        {
            return Again(StatusCodes.Status409Conflict);
        }
        if (await TakePhotographsAsync(cancellation) is { } refused)
        {
            return refused;
        }
        if (go == Photos || go?.StartsWith(Drop, StringComparison.Ordinal) == true)
        {
            return LocalRedirect(PublishingLinks.Form(id, Step, Language) + "#" + AddPhotographs.Field);
        }
        if (go == "leave")
        {
            return LocalRedirect(await BoardAsync(cancellation));
        }
        if (go == "back" && Step > FormStep.Essentials)
        {
            return LocalRedirect(PublishingLinks.Form(id, Step - 1, Language));
        }
        foreach (var problem in read.Run(Form.Kind, Form.Fields, Language).In(Step))
        {
            Refuse(IdOf(problem.Field), words.Problem(Form.Kind, problem));
        }
        return Errors.Count > 0 ? Again()
            : go == "preview" || Step == FormStep.Details ? LocalRedirect(PublishingLinks.Preview(id, Language))
            : LocalRedirect(PublishingLinks.Form(id, Step + 1, Language));
    }

    /// <summary>Keeps the step and nothing more: for the page that saves by itself.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, int step, string? mark, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, step, cancellation))
        {
            return NotFound();
        }
        return await KeepAsync(mark, cancellation) ? new JsonResult(new { mark = Mark }) : new JsonResult(null) { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>Throws the form away; the listing that it would have changed stays as it is.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindFormAsync(id, cancellation) is not { } form)
        {
            return NotFound();
        }
        Form = form;
        Db.ListingForms.Remove(form);
        var board = await BoardAsync(cancellation);
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Saved or thrown away by another tab at this moment: the board shows which.
        }
        return LocalRedirect(board);
    }

    /// <summary>The control to which a problem's message belongs: a text's own, else the first of its field.</summary>
    private string IdOf(string name) =>
        KindFields.Find(Form.Kind, name) is { } field && field.Control != FieldControl.Translations ? FieldView.IdOf(field) : name.Replace('.', '-');

    private async Task<bool> LoadAsync(Guid id, int step, CancellationToken cancellation)
    {
        if (!Enum.IsDefined((FormStep)step) || await FindFormAsync(id, cancellation) is not { } form)
        {
            return false;
        }
        (Form, Step, Fields) = (form, (FormStep)step, form.Fields);
        Publisher = await NameOfAsync(form.OrganisationId, cancellation);
        return true;
    }

    /// <summary>Keeps what was sent. False when the step was changed elsewhere since this page was made, and says something else.</summary>
    private async Task<bool> KeepAsync(string? mark, CancellationToken cancellation, string? place = null)
    {
        for (; ; )
        {
            var sent = Form.Fields.With(StepFields, name => Sent(name, place));
            Fields = sent;
            if (sent.Mark(StepFields) == Mark)
            {
                return true;
            }
            if (mark != Mark)
            {
                Conflict =
                [
                    .. StepFields
                        .Differing(Form.Fields, sent)
                        .Select(field => FieldDifference.Of(field, Form.Fields, sent, said, Form.Kind))
                        .Where(one => one.IsSaid),
                ];
                return false;
            }
            (Form.Fields, Form.UpdatedAt) = (sent, Now);
            Form.Version++;
            try
            {
                await Db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Kept by another request at the same moment: compare with what that one kept.
                await Db.Entry(Form).ReloadAsync(cancellation);
            }
        }
    }

    private IEnumerable<string?> Sent(string input, string? place) =>
        input == "commune" && place is not null ? [place]
        : input.StartsWith(AddPhotographs.Field, StringComparison.Ordinal) ? SentPhotographs(input)
        : Request.Form[input];

    // Only those that the form has already: another document's number typed there would show it to everybody.
    private IEnumerable<string?> SentPhotographs(string input)
    {
        var had = Form.Fields.GetValueOrDefault(AddPhotographs.Field, []);
        var dropped = Request.Form["go"].ToString();
        var texts = Request.Form[AddPhotographs.Field + "Text"];
        var kept = Request
            .Form[AddPhotographs.Field]
            .Select((id, i) => (Id: id, Text: texts.ElementAtOrDefault(i)))
            .Where(photo => had.Contains(photo.Id) && dropped != Drop + photo.Id)
            .DistinctBy(photo => photo.Id);
        return kept.Select(photo => input == AddPhotographs.Field ? photo.Id : photo.Text);
    }

    /// <summary>Takes the photographs that came along; the page with the reason when one is not taken.</summary>
    private async Task<IActionResult?> TakePhotographsAsync(CancellationToken cancellation)
    {
        if (!StepFields.Any(field => field.Control == FieldControl.Photographs))
        {
            return null;
        }
        foreach (var file in Request.Form.Files.GetFiles(Photos))
        {
            if (!throttle.Allows(ThrottledAct.Upload, HttpContext.Connection.RemoteIpAddress, Visitor.AccountId.ToString()))
            {
                return Slower(AddPhotographs.Field);
            }
            var problem =
                file.Length > FileKinds.LargestFile
                    ? FileProblem.TooLarge
                    : await photographs.RunAsync(Form, file.FileName, await ReadAsync(file, cancellation), Now, cancellation);
            Fields = Form.Fields;
            if (problem is not null)
            {
                var most = problem == FileProblem.TooMany ? PremisesDetails.MostPhotographs : FileKinds.LargestFile / 1024 / 1024;
                Refuse(AddPhotographs.Field, T.With("Publishing.photo." + problem, ("file", file.FileName), ("most", most)));
                return Again();
            }
        }
        return null;
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private async Task<string> BoardAsync(CancellationToken cancellation) =>
        PublishingLinks.Board(
            Form.OrganisationId is { } id ? await Db.Organisations.Where(one => one.Id == id).Select(one => one.Slug).SingleAsync(cancellation) : null,
            Language
        );
}
