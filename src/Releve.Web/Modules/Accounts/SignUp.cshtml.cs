using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Accounts;

/// <summary>An account in under a minute: address, passphrase, who I am.</summary>
[AllowAnonymous]
public sealed class SignUpModel(RegisterAccount register, ProfessionCatalogue professions, Throttle throttle, Visitor visitor) : FormPage
{
    public override string Heading => T["Accounts.sign-up"];
    public override string? Description => T["Accounts.sign-up.description"];
    public override bool Indexed => true;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phrase { get; set; }

    /// <summary>No passphrase: a passkey, made right after the address is confirmed.</summary>
    [BindProperty]
    public bool WithPasskey { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? Profession { get; set; }

    /// <summary>Where to go once the address is confirmed, an address of this site: an invitation, a page that asked to sign in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The same, when it is one.</summary>
    public string? LocalBack => BackAddress.Of(Url, Back);

    /// <summary>What one may be, in the order of the form; a recruiter needs nothing more here.</summary>
    public static IReadOnlyList<string> Whos { get; } = ["carer", "student", "job-seeker", "newcomer", "recruiter"];

    /// <summary>The professions by their names in the page's language.</summary>
    public IEnumerable<(string Code, string Name)> Professions =>
        professions.All.Select(one => (one.Code, Name: professions.LabelOf(one.Code, Language))).OrderBy(one => Folding.Fold(one.Name), StringComparer.Ordinal);

    public override string AddressIn(Language language) => VisitorLinks.SignUp(language, LocalBack);

    public IActionResult OnGet() => visitor.IsSignedIn ? LocalRedirect(LocalBack ?? AccountsLinks.SpacePath.In(Language)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var valid = EmailAddress.TryParse(Email, out var email);
        if (!valid)
        {
            Refuse("email", T["Accounts.email.wrong"]);
        }
        if (!WithPasskey && Passphrase.Problem(Phrase, Email) is { } problem)
        {
            Refuse("phrase", T.With(problem, ("least", Passphrase.Shortest), ("most", Passphrase.Longest)));
        }
        if (Who is null || !Whos.Contains(Who))
        {
            Refuse("who", T["Accounts.who.missing"]);
        }
        var profession = professions.All.FirstOrDefault(one => one.Code == Profession)?.Code;
        if (Who is "carer" or "student" && profession is null)
        {
            Refuse("profession", T["Accounts.profession.missing"]);
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        if (!throttle.Allows(ThrottledAct.SignUp, HttpContext.Connection.RemoteIpAddress, email.Key))
        {
            return Slower("email");
        }
        await register.RunAsync(
            new Registration(email, WithPasskey ? null : Phrase, SituationOf(Who), Who is "newcomer" or "recruiter" ? null : profession, Language, LocalBack)
        );
        return LocalRedirect(AccountsLinks.SentPath.In(Language));
    }

    private static CarerSituation? SituationOf(string? who) =>
        who switch
        {
            "carer" => CarerSituation.Working,
            "student" => CarerSituation.Student,
            "job-seeker" => CarerSituation.JobSeeker,
            "newcomer" => CarerSituation.Newcomer,
            _ => null,
        };
}
