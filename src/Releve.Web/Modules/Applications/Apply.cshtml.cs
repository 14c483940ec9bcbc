using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>
/// Applying, on one page: what the profile says is there already. Somebody without an account writes first, and confirms the
/// address afterwards.
/// </summary>
[AllowAnonymous]
[TakesFiles, RequestSizeLimit(TakesFilesAttribute.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = TakesFilesAttribute.LargestRequest)]
public sealed class ApplyModel(
    FindApplyTo find,
    FindObstacle obstacles,
    WriteApplication write,
    CompleteProfile complete,
    ApplyFirst first,
    TakeDocument take,
    ReadCarerFile readFile,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    Throttle throttle,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    public override string Heading => T["Applications.apply." + To.Words];

    [BindProperty(Name = "")]
    public ApplyForm Form { get; set; } = new();

    [BindProperty(Name = "File")]
    public IFormFile? Handed { get; set; }

    public ApplyTo To { get; private set; } = null!;

    /// <summary>Why one cannot apply; null when one can.</summary>
    public ApplyObstacle? Obstacle { get; private set; }

    /// <summary>The visitor's own; null when not signed in or without a profile.</summary>
    public CarerFile? Own { get; private set; }

    /// <summary>The professions of which the law asks for one; empty when the work is open to all.</summary>
    public IReadOnlyList<string> Needed { get; private set; } = [];

    /// <summary>What another tab has kept meanwhile; null when nothing.</summary>
    public JobApplication? Stored { get; private set; }

    /// <summary>What the recipient will see, for somebody who has no account to keep it in; null while the form is filled in.</summary>
    public ShownApplication? Preview { get; private set; }

    public bool IsSignedIn => visitor.IsSignedIn;
    public bool AsksName => !IsSignedIn || complete.AsksName(Own, visitor.Facts.Name == visitor.Facts.Email);
    public bool AsksProfession => Own is null or { Profile.Professions: [] };
    public string? Commune => gazetteer.Commune(To.Listing?.CommuneCode ?? To.Organisation?.CommuneCode)?.NameIn(Language);
    public string Who => To.Organisation?.Name ?? To.Territory?.Names.In(Language) ?? To.Listing?.Contact?.Name ?? T["Applications.publisher"];
    public string Subject => To.Listing?.TextIn(Language).Title ?? Who;
    public ProfileWording Wording => new(T, professions, gazetteer);
    public IEnumerable<Document> Documents => ApplyForm.Shown(Own);

    /// <summary>The professions to choose from: those that the law asks for, else all.</summary>
    public IEnumerable<(string Code, string Name)> Professions =>
        (Needed.Count > 0 ? Needed : professions.Ordered(Language).Select(one => one.Code)).Select(code => (code, professions.LabelOf(code, Language)));

    public override string AddressIn(Language language) => To.AddressIn(language);

    public async Task<IActionResult> OnGetAsync(string what, string key, string? large, CancellationToken cancellation)
    {
        if (await LoadAsync(what, key, cancellation) is { } answer)
        {
            return answer;
        }
        var draft = visitor.IsSignedIn ? await write.OpenAsync(visitor.AccountId, To.Target, cancellation) : null;
        if (draft is { Status: not ApplicationStatus.Draft })
        {
            return LocalRedirect(ApplicationsLinks.Mine(Language, draft.Id) + "?already=true");
        }
        Form = draft is not null ? ApplyForm.Of(draft, To.Questions) : ApplyForm.Of(Own, Today);
        if (large is not null)
        {
            Refuse("file", T.With("Documents.problem." + FileProblem.TooLarge, ("most", FileKinds.LargestFile / 1024 / 1024)));
        }
        return Page();
    }

    /// <summary>Goes on to what will be seen.</summary>
    public Task<IActionResult> OnPostAsync(string what, string key, CancellationToken cancellation) => KeepAsync(what, key, unfinished: false, cancellation);

    /// <summary>Hands in a document, keeps what is typed and comes back.</summary>
    public Task<IActionResult> OnPostUploadAsync(string what, string key, CancellationToken cancellation) =>
        KeepAsync(what, key, unfinished: true, cancellation);

    /// <summary>Back from what will be seen to the form, nothing lost; for somebody without an account.</summary>
    public async Task<IActionResult> OnPostBackAsync(string what, string key, CancellationToken cancellation) =>
        await LoadAsync(what, key, cancellation) ?? Page();

    /// <summary>Sends it for somebody without an account: the mail that confirms the address is on its way, and the application follows it.</summary>
    public async Task<IActionResult> OnPostSendAsync(string what, string key, CancellationToken cancellation)
    {
        if (await LoadAsync(what, key, cancellation) is { } answer)
        {
            return answer;
        }
        if (visitor.IsSignedIn || Obstacle is not null)
        {
            return Obstacle is null ? await KeepAsync(what, key, unfinished: false, cancellation) : Again(StatusCodes.Status409Conflict);
        }
        var who = ReadFirst();
        if (Errors.Count > 0)
        {
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.SignUp, HttpContext.Connection.RemoteIpAddress, who.Email.Key))
        {
            return Slower("email");
        }
        await first.RunAsync(who, To, cancellation);
        return LocalRedirect(ApplicationsLinks.WaitingPath.In(Language));
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private async Task<IActionResult?> LoadAsync(string what, string key, CancellationToken cancellation)
    {
        if (visitor.IsSuspended)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        if (await find.RunAsync(what, key, cancellation) is not { } to)
        {
            return NotFound();
        }
        To = to;
        Own = visitor.IsSignedIn ? await readFile.RunAsync(visitor.AccountId, cancellation) : null;
        Needed = to.Listing is null ? [] : Admissions.NeededFor(to.Listing, professions);
        Obstacle = await obstacles.RunAsync(to, visitor, Own, cancellation);
        return null;
    }

    private async Task<IActionResult> KeepAsync(string what, string key, bool unfinished, CancellationToken cancellation)
    {
        if (await LoadAsync(what, key, cancellation) is { } answer)
        {
            return answer;
        }
        if (Obstacle is not null)
        {
            return Again(StatusCodes.Status409Conflict);
        }
        if (!visitor.IsSignedIn)
        {
            return PreviewFirst();
        }
        if (!throttle.Allows(ThrottledAct.Apply, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            return Slower("message");
        }
        await TakeFileAsync(missing: unfinished, cancellation);
        var read = new ReadApplyForm(Form, T, Refuse);
        var (given, family) = AsksName && !unfinished ? read.Names() : (null, null);
        var profession = AsksProfession && !unfinished ? ReadProfession() : null;
        var content = read.Content(To.Questions, [.. Documents.Select(one => one.Id)], Today, unfinished);
        if (Errors.Count > 0)
        {
            return Again();
        }
        if (!unfinished)
        {
            await complete.RunAsync(visitor.AccountId, new ProfileGap(given, family, profession, Form.Student), cancellation);
        }
        var written = await write.RunAsync(visitor.AccountId, To.Target, content, Form.Version, time.GetUtcNow().UtcDateTime, cancellation);
        return written.Outcome switch
        {
            WriteOutcome.AlreadySent => LocalRedirect(ApplicationsLinks.Mine(Language, written.Application.Id) + "?already=true"),
            WriteOutcome.Overtaken => Overtaken(written.Application),
            _ => LocalRedirect(unfinished ? AddressIn(Language) + "#documents" : ApplicationsLinks.Check(Language, written.Application.Id)),
        };
    }

    // A file that was chosen is taken whichever button was pressed.
    private async Task TakeFileAsync(bool missing, CancellationToken cancellation)
    {
        if (Handed is null && !missing)
        {
            return;
        }
        if (!throttle.Allows(ThrottledAct.Upload, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            Refuse("file", T["Shared.throttled"]);
            return;
        }
        var (problem, added) = await take.RunAsync(visitor.AccountId, Handed, DocumentKind.Cv, cancellation);
        if (problem is { } wrong)
        {
            var most = wrong == FileProblem.TooMany ? AddDocument.Most : FileKinds.LargestFile / 1024 / 1024;
            Refuse("file", T.With("Documents.problem." + wrong, ("most", most)));
            return;
        }
        Form.Show = [.. Form.Show, .. added.Select(one => one.ToString("N"))];
        Own = await readFile.RunAsync(visitor.AccountId, cancellation);
    }

    private PageResult PreviewFirst()
    {
        var who = ReadFirst();
        if (Errors.Count > 0)
        {
            return Again();
        }
        Preview = new ShownApplication(first.Show(who, To), Wording, Opens: false);
        return Page();
    }

    private FirstApplicant ReadFirst()
    {
        var read = new ReadApplyForm(Form, T, Refuse);
        var (given, family) = read.Names();
        var email = read.Email();
        var profession = ReadProfession();
        var content = read.Content(To.Questions, [], Today);
        return new FirstApplicant(email, new FirstWords(given, family, profession, Form.Student, Language, content));
    }

    private string? ReadProfession()
    {
        var chosen = Professions.FirstOrDefault(one => one.Code == Form.Profession).Code;
        if (chosen is null && Needed.Count > 0)
        {
            Refuse("profession", T["Applications.profession.missing"]);
        }
        return chosen;
    }

    private PageResult Overtaken(JobApplication stored)
    {
        Stored = stored;
        Form.Version = stored.Version;
        ModelState.Clear();
        return Again(StatusCodes.Status409Conflict);
    }
}
