using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Carers;

/// <summary>Where the check of each of my professions stands, and how I ask for it.</summary>
[Authorize(Access.SignedIn)]
public sealed class VerificationModel(
    ReadCarerFile read,
    AskForVerification ask,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    TerritoryBook territories,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    public override string Heading => T["Carers.verification"];

    /// <summary>A check has just been asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Asked { get; set; }

    /// <summary>All that there is of the visitor; null without a profile.</summary>
    public CarerFile? Carer { get; private set; }

    /// <summary>What is missing before a check can be asked for; null when nothing is.</summary>
    public VerificationAnswer? Missing { get; private set; }

    /// <summary>The territory whose coordinators check; null when the commune lies in none.</summary>
    public Territory? CheckedIn { get; private set; }

    public override string AddressIn(Language language) => CarersLinks.VerificationPath.In(language);

    public string NameOf(string profession) => professions.LabelOf(profession, Language);

    /// <summary>The check of a profession; null while it is only declared.</summary>
    public Verification? CheckOf(string profession) => Carer!.Checks.FirstOrDefault(check => check.Profession == profession);

    public async Task OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAskAsync(string? profession, CancellationToken cancellation)
    {
        var answer = await ask.RunAsync(visitor.AccountId, profession, time.GetUtcNow().UtcDateTime, cancellation);
        switch (answer)
        {
            case VerificationAnswer.NotDeclared:
                return NotFound();
            case VerificationAnswer.NothingToCheck or VerificationAnswer.NoCommune:
                Refuse("ask-" + profession, T["Carers.missing." + answer]);
                await ShowAsync(cancellation);
                return Again();
            default:
                return LocalRedirect(CarersLinks.VerificationPath.In(Language) + "?asked=true");
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Carer = await read.RunAsync(visitor.AccountId, cancellation);
        if (Carer is null)
        {
            return;
        }
        Missing = await ask.MissingAsync(Carer.Profile, cancellation);
        CheckedIn = gazetteer.Commune(Carer.Profile.CommuneCode) is { } commune ? territories.Of(commune) : null;
    }
}
